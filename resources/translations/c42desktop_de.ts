<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  via {host}</source>
        <translation>  über {host}</translation>
    </message>
    <message>
        <source> (cancelled)</source>
        <translation> (abgesagt)</translation>
    </message>
    <message>
        <source> (until {day})</source>
        <translation> (bis {day})</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s: Fehler: %(message)s
</translation>
    </message>
    <message>
        <source>--to must be later than --from.</source>
        <translation>--to muss später sein als --from.</translation>
    </message>
    <message numerus="yes">
        <source>1 account needs you to sign in</source>
        <comment>{count} accounts need you to sign in</comment>
        <translation>
            <numerusform>Bei 1 Konto müssen Sie sich anmelden</numerusform>
            <numerusform>Bei {count} Konten müssen Sie sich anmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event: {title}</source>
        <translation>1 Termin: {title}</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>45 min, 16:30</source>
        <translation>45 min, 16:30</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>5222</source>
        <translation>5222</translation>
    </message>
    <message>
        <source>A Flatpak cannot switch this. Add c42desktop in the settings of your desktop instead.</source>
        <translation>Ein Flatpak kann das nicht ein- oder ausschalten. Fügen Sie c42desktop in den Einstellungen Ihrer Arbeitsumgebung hinzu.</translation>
    </message>
    <message>
        <source>A backup is no text. Name a file, or lead standard output into one.</source>
        <translation>Eine Sicherung ist kein Text. Geben Sie eine Datei an oder leiten Sie die Standardausgabe in eine Datei um.</translation>
    </message>
    <message>
        <source>A backup that was being restored cannot be put in its place: {why}. The note about it is {path}.</source>
        <translation>Eine Sicherung, die gerade wiederhergestellt wurde, kann nicht an ihren Platz gebracht werden: {why}. Die Notiz dazu ist {path}.</translation>
    </message>
    <message>
        <source>A calendar keeps at least one owner.</source>
        <translation>Ein Kalender behält mindestens einen Eigentümer.</translation>
    </message>
    <message>
        <source>A mistake in c42desktop has ended it. What is known about it is in {path}.</source>
        <translation>Ein Fehler in c42desktop hat das Programm beendet. Was darüber bekannt ist, steht in {path}.</translation>
    </message>
    <message>
        <source>A new calendar on this computer</source>
        <translation>Ein neuer Kalender auf diesem Computer</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Eine Seite nach oben oder unten</translation>
    </message>
    <message>
        <source>A place without a name</source>
        <translation>Ein Ort ohne Namen</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A reminder can be snoozed for a year at most.</source>
        <translation>Eine Erinnerung lässt sich höchstens um ein Jahr verschieben.</translation>
    </message>
    <message>
        <source>A task cannot be written in this format.</source>
        <translation>Eine Aufgabe lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>About c42desktop</source>
        <translation>Über c42desktop</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Accept it only if the people who run the server say that they changed it.</source>
        <translation>Nehmen Sie das nur an, wenn die Betreiber des Servers sagen, dass sie es geändert haben.</translation>
    </message>
    <message>
        <source>Accept the weaker way</source>
        <translation>Schwächeren Weg annehmen</translation>
    </message>
    <message>
        <source>Accept the weaker way…</source>
        <translation>Schwächeren Weg annehmen…</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Accepted – not sent yet</source>
        <translation>Zugesagt – noch nicht gesendet</translation>
    </message>
    <message>
        <source>Accepted: {title}</source>
        <translation>Zugesagt: {title}</translation>
    </message>
    <message>
        <source>Accessible by wheelchair</source>
        <translation>Rollstuhlgerecht</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message numerus="yes">
        <source>Activity, {count} unread</source>
        <comment>Activity, {count} unread</comment>
        <translation>
            <numerusform>Aktivität, {count} ungelesen</numerusform>
            <numerusform>Aktivität, {count} ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Add an account: c42desktop account add JID, or start the window.</source>
        <translation>Fügen Sie ein Konto hinzu: c42desktop account add JID, oder starten Sie das Fenster.</translation>
    </message>
    <message>
        <source>Add calendar</source>
        <translation>Kalender hinzufügen</translation>
    </message>
    <message>
        <source>Add calendar…</source>
        <translation>Kalender hinzufügen…</translation>
    </message>
    <message>
        <source>Add one that your organisation offers or whose address you have, or open a calendar file.</source>
        <translation>Fügen Sie einen hinzu, den Ihre Organisation anbietet oder dessen Adresse Sie haben, oder öffnen Sie eine Kalenderdatei.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Jemanden hinzufügen</translation>
    </message>
    <message>
        <source>Add, list, change or remove accounts.</source>
        <translation>Konten hinzufügen, auflisten, ändern oder entfernen.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added {ago}</source>
        <translation>{ago} hinzugefügt</translation>
    </message>
    <message>
        <source>Adding {name}…</source>
        <translation>{name} wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of the connection</source>
        <translation>Adresse der Verbindung</translation>
    </message>
    <message>
        <source>Addresses of your own meeting services</source>
        <translation>Adressen Ihrer eigenen Konferenzdienste</translation>
    </message>
    <message>
        <source>After the start, still remind for</source>
        <translation>Nach Beginn noch erinnern für</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation>Alle Kalender</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Termine</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All-day events</source>
        <translation>Ganztägige Termine</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Allow sending the password itself, if the server knows no better way</source>
        <translation>Das Passwort selbst senden dürfen, wenn der Server keinen besseren Weg kennt</translation>
    </message>
    <message>
        <source>Allow {name}</source>
        <translation>{name} zulassen</translation>
    </message>
    <message>
        <source>An XMPP address has no spaces and no special characters.</source>
        <translation>Eine XMPP-Adresse hat keine Leerzeichen und keine Sonderzeichen.</translation>
    </message>
    <message>
        <source>An XMPP address looks like ann@example.org.</source>
        <translation>Eine XMPP-Adresse sieht aus wie ann@example.org.</translation>
    </message>
    <message>
        <source>An event can have {count} files at most.</source>
        <translation>Ein Termin kann höchstens {count} Dateien haben.</translation>
    </message>
    <message>
        <source>An event that repeats cannot be written in this format.</source>
        <translation>Ein Termin, der sich wiederholt, lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>An event with people cannot be written in this format.</source>
        <translation>Ein Termin mit Personen lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>An event with reminders cannot be written in this format.</source>
        <translation>Ein Termin mit Erinnerungen lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>An event without a time cannot be written in this format.</source>
        <translation>Ein Termin ohne Zeit lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>An event without a time zone cannot be written in this format.</source>
        <translation>Ein Termin ohne Zeitzone lässt sich in diesem Format nicht schreiben.</translation>
    </message>
    <message>
        <source>An item of this kind holds one event.</source>
        <translation>Ein Eintrag dieser Art enthält einen Termin.</translation>
    </message>
    <message>
        <source>Another c42desktop is using this profile. Quit it first, or use --profile.</source>
        <translation>Ein anderes c42desktop benutzt dieses Profil. Beenden Sie es zuerst, oder nehmen Sie --profile.</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Ein anderer Tag</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Ab dem nächsten Start wird eine andere Sprache gesprochen.</translation>
    </message>
    <message>
        <source>Another month</source>
        <translation>Ein anderer Monat</translation>
    </message>
    <message>
        <source>Another program keeps the calendar store {path} locked. What is missed is read afterwards.</source>
        <translation>Ein anderes Programm hält den Kalenderspeicher {path} gesperrt. Was versäumt wird, wird danach gelesen.</translation>
    </message>
    <message>
        <source>Another program reads {path}. Close it and do this again: something may still be there.</source>
        <translation>Ein anderes Programm benutzt {path}. Schließen Sie es und versuchen Sie es noch einmal: Es kann noch etwas übrig sein.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Eine andere Zeit</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Eine andere Zeit…</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>Auf andere Weise…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Anyone can subscribe</source>
        <translation>Alle können abonnieren</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system: {day}</source>
        <translation>Wie das System: {day}</translation>
    </message>
    <message>
        <source>As usual: {when}</source>
        <translation>Wie üblich: {when}</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for SCRAM.</source>
        <translation>Bitten Sie die Verwaltung des Servers um SCRAM.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for TLS.</source>
        <translation>Bitten Sie die Verwaltung des Servers um TLS.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to renew it in time.</source>
        <translation>Bitten Sie die Verwaltung des Servers, es rechtzeitig zu erneuern.</translation>
    </message>
    <message>
        <source>Ask to be let in</source>
        <translation>Um Zugang bitten</translation>
    </message>
    <message>
        <source>Asking who has access…</source>
        <translation>Es wird gefragt, wer Zugang hat…</translation>
    </message>
    <message>
        <source>Asks to see it</source>
        <translation>Bittet um Zugang</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>Zu einer anderen Zeit…</translation>
    </message>
    <message>
        <source>At my account, {account}</source>
        <translation>Bei meinem Konto, {account}</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Zu Beginn</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>Datei anhängen…</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>BOSH</source>
        <translation>BOSH</translation>
    </message>
    <message>
        <source>BOSH needs an address that begins with https://.</source>
        <translation>BOSH braucht eine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Backed up to {file}. No password is in it; who can read it can read your calendars.</source>
        <translation>Gesichert in {file}. Sie enthält kein Passwort; wer die Datei lesen kann, kann Ihre Kalender lesen.</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Vorher: {value}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>Blog</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Bram is changing things now:</source>
        <translation>Bram ändert nun einiges:</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar files (*.ics *.ical *.vcs *.xml *.json)</source>
        <translation>Kalenderdateien (*.ics *.ical *.vcs *.xml *.json)</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Calendar service</source>
        <translation>Kalenderdienst</translation>
    </message>
    <message>
        <source>Calendar settings</source>
        <translation>Kalendereinstellungen</translation>
    </message>
    <message>
        <source>Calendar settings…</source>
        <translation>Kalendereinstellungen…</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars can be read. Ask its administrator about the rest.</source>
        <translation>Kalender lassen sich lesen. Fragen Sie die Verwaltung nach dem Rest.</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change</source>
        <translation>Kalender, die Ihnen sagen, wenn sich etwas ändert</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change. Free software under the MIT licence.</source>
        <translation>Kalender, die Ihnen sagen, wenn sie sich ändern. Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change. Without a command: the tray application.</source>
        <translation>Kalender, die Ihnen sagen, wenn sich etwas ändert. Ohne Befehl: das Programm im Infobereich.</translation>
    </message>
    <message>
        <source>Can edit</source>
        <translation>Darf bearbeiten</translation>
    </message>
    <message>
        <source>Can only add</source>
        <translation>Darf nur hinzufügen</translation>
    </message>
    <message>
        <source>Can see</source>
        <translation>Darf ansehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>{name} abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Cancelled {ago}</source>
        <translation>{ago} abgesagt</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Change an account: only what is given changes.</source>
        <translation>Ein Konto ändern: Nur was angegeben wird, ändert sich.</translation>
    </message>
    <message>
        <source>Change “{title}”</source>
        <translation>„{title}“ ändern</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed {ago}</source>
        <translation>{ago} geändert</translation>
    </message>
    <message>
        <source>Changed {jid}.</source>
        <translation>{jid} geändert.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes arrive late. The network or the server is slow.</source>
        <translation>Änderungen kommen spät an. Das Netzwerk oder der Server ist langsam.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check everything that is needed, and say what to do: files, desktop, and for each account the way to its server, certificate, signing in, calendar services and clock. No secret is printed. Exit code 1: something does not work. With --json: a list of objects with check, account (empty for this computer), outcome (pass, warning, failure or skipped), text, advice and milliseconds.</source>
        <translation>Alles prüfen, was nötig ist, und sagen, was zu tun ist: Dateien, Arbeitsumgebung, und für jedes Konto den Weg zu seinem Server, Zertifikat, Anmeldung, Kalenderdienste und Uhr. Kein Geheimnis wird ausgegeben. Exitcode 1: Etwas geht nicht. Mit --json: eine Liste von Objekten mit check, account (leer für diesen Computer), outcome (pass, warning, failure oder skipped), text, advice und milliseconds.</translation>
    </message>
    <message>
        <source>Check host and port; the server may be too old for TLS 1.2.</source>
        <translation>Prüfen Sie Host und Port; der Server ist vielleicht zu alt für TLS 1.2.</translation>
    </message>
    <message>
        <source>Check host, port and URL; or a sign-in page of this network answers instead: open a browser.</source>
        <translation>Prüfen Sie Host, Port und URL; oder es antwortet stattdessen eine Anmeldeseite dieses Netzwerks: Öffnen Sie einen Browser.</translation>
    </message>
    <message>
        <source>Check network, firewall and proxy. Where only web pages pass, WebSocket or BOSH may.</source>
        <translation>Prüfen Sie Netzwerk, Firewall und Proxy. Wo nur Webseiten durchkommen, gelingt es vielleicht mit WebSocket oder BOSH.</translation>
    </message>
    <message>
        <source>Check the account&apos;s settings, and the lines above.</source>
        <translation>Prüfen Sie die Einstellungen des Kontos und die Zeilen oben.</translation>
    </message>
    <message>
        <source>Check the address of the account and the network.</source>
        <translation>Prüfen Sie die Adresse des Kontos und das Netzwerk.</translation>
    </message>
    <message>
        <source>Check the address of the account, the network and its DNS.</source>
        <translation>Prüfen Sie die Adresse des Kontos, das Netzwerk und dessen DNS.</translation>
    </message>
    <message>
        <source>Check the proxy in the account&apos;s settings, or the system&apos;s.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen des Kontos oder des Systems.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Choose the file with your certificate and its key.</source>
        <translation>Wählen Sie die Datei mit Ihrem Zertifikat und dessen Schlüssel.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closing the window minimises it. On GNOME, the extension AppIndicator brings a tray.</source>
        <translation>Beim Schließen wird das Fenster minimiert. Unter GNOME bringt die Erweiterung AppIndicator einen Infobereich.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Compact rows, each on one line</source>
        <translation>Kompakte Zeilen, jede einzeilig</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the people who run the server give you. Whoever has this key can read everything of this account.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den die Betreiber des Servers Ihnen nennen. Wer diesen Schlüssel hat, kann alles in diesem Konto lesen.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>Jetzt verbinden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Correct it in the account&apos;s settings.</source>
        <translation>Berichtigen Sie es in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>Correct the proxy in the account&apos;s settings.</source>
        <translation>Berichtigen Sie den Proxy in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>Could not sign in: the account {jid} is switched off.</source>
        <translation>Anmeldung nicht möglich: Das Konto {jid} ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Could not sign in: the password for {jid} was refused.</source>
        <translation>Anmeldung nicht möglich: Das Passwort für {jid} wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Could not sign in: the password of {jid} has expired.</source>
        <translation>Anmeldung nicht möglich: Das Passwort von {jid} ist abgelaufen.</translation>
    </message>
    <message>
        <source>Could not sign in: {domain} broke it off.</source>
        <translation>Anmeldung nicht möglich: {domain} hat sie abgebrochen.</translation>
    </message>
    <message>
        <source>Could not sign in: {domain} does not take your certificate.</source>
        <translation>Anmeldung nicht möglich: {domain} nimmt Ihr Zertifikat nicht an.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Crimson</source>
        <translation>Karmesin</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Rad fahren</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dates left out</source>
        <translation>Ausgelassene Tage</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Decide what holds</source>
        <translation>Entscheiden, was gilt</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Declined – not sent yet</source>
        <translation>Abgesagt – noch nicht gesendet</translation>
    </message>
    <message>
        <source>Declined: {title}</source>
        <translation>Abgesagt: {title}</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Delegiert</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete calendar…</source>
        <translation>Kalender löschen…</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Für alle löschen</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Trotzdem löschen</translation>
    </message>
    <message>
        <source>Delete what is not needed: a full disk keeps changes from being written.</source>
        <translation>Löschen Sie, was nicht gebraucht wird: Auf einer vollen Festplatte lassen sich Änderungen nicht speichern.</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>„{title}“ löschen?</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Deny {name}</source>
        <translation>{name} ablehnen</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Abfahrt</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Direct (TCP)</source>
        <translation>Direkt (TCP)</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Alle verwerfen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Do not sign in unless its administrator tells you this fingerprint: {fingerprint}</source>
        <translation>Melden Sie sich nicht an, wenn die Verwaltung Ihnen nicht diesen Fingerabdruck nennt: {fingerprint}</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>Wiederholt sich nicht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Fahren</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Zum Importieren ablegen</translation>
    </message>
    <message>
        <source>Drop to look at it</source>
        <translation>Loslassen, um es anzusehen</translation>
    </message>
    <message>
        <source>Dropped calendar</source>
        <translation>Abgelegter Kalender</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Due {time}</source>
        <translation>Fällig {time}</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Edit event</source>
        <translation>Termin bearbeiten</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End a subscription.</source>
        <translation>Ein Abonnement beenden.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>Endet nach</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Endet am</translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation>Endet {time}</translation>
    </message>
    <message>
        <source>Enter a time such as 18:00.</source>
        <translation>Geben Sie eine Zeit wie 18:00 ein.</translation>
    </message>
    <message>
        <source>Enter a time such as 22:00.</source>
        <translation>Geben Sie eine Zeit wie 22:00 ein.</translation>
    </message>
    <message>
        <source>Enter an address that begins with {scheme}://</source>
        <translation>Geben Sie eine Adresse ein, die mit {scheme}:// beginnt</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Enter the address of a calendar elsewhere, or ask the administrator.</source>
        <translation>Geben Sie die Adresse eines Kalenders anderswo ein, oder fragen Sie die Verwaltung.</translation>
    </message>
    <message>
        <source>Enter the password again</source>
        <translation>Geben Sie das Passwort erneut ein</translation>
    </message>
    <message>
        <source>Enter the password again in the account&apos;s settings.</source>
        <translation>Geben Sie das Passwort in den Einstellungen des Kontos erneut ein.</translation>
    </message>
    <message>
        <source>Enter the password of this account.</source>
        <translation>Geben Sie das Passwort dieses Kontos ein.</translation>
    </message>
    <message>
        <source>Enter the token of this account.</source>
        <translation>Geben Sie das Token dieses Kontos ein.</translation>
    </message>
    <message>
        <source>Enter times such as 22:00 and 07:00.</source>
        <translation>Geben Sie Zeiten wie 22:00 und 07:00 ein.</translation>
    </message>
    <message>
        <source>Enter your XMPP address, like ann@example.org.</source>
        <translation>Geben Sie Ihre XMPP-Adresse ein, etwa ann@example.org.</translation>
    </message>
    <message>
        <source>Environment: C42DESKTOP_PROFILE names a folder as --profile does. C42DESKTOP_PASSWORD_FILE names a file with the password in its first line, which only you may read.</source>
        <translation>Umgebung: C42DESKTOP_PROFILE nennt einen Ordner wie --profile. C42DESKTOP_PASSWORD_FILE nennt eine Datei mit dem Passwort in der ersten Zeile, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Erase all of it? Type “yes”: </source>
        <translation>Alles löschen? Geben Sie „ja“ ein: </translation>
    </message>
    <message>
        <source>Erased {jid} from this computer.</source>
        <translation>{jid} wurde von diesem Computer gelöscht.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Events can be seen once you subscribe.</source>
        <translation>Termine sind zu sehen, sobald Sie abonniert haben.</translation>
    </message>
    <message>
        <source>Events with a time</source>
        <translation>Termine mit Uhrzeit</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every second day</source>
        <translation>Jeden zweiten Tag</translation>
    </message>
    <message>
        <source>Every second month</source>
        <translation>Jeden zweiten Monat</translation>
    </message>
    <message>
        <source>Every second week on {days}</source>
        <translation>Jede zweite Woche am {days}</translation>
    </message>
    <message>
        <source>Every second year</source>
        <translation>Jedes zweite Jahr</translation>
    </message>
    <message>
        <source>Every second {day}</source>
        <translation>Jede zweite Woche am {day}</translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation>Jede Woche am {days}</translation>
    </message>
    <message>
        <source>Every weekday</source>
        <translation>Jeden Werktag</translation>
    </message>
    <message>
        <source>Every {count} days</source>
        <translation>Alle {count} Tage</translation>
    </message>
    <message>
        <source>Every {count} months</source>
        <translation>Alle {count} Monate</translation>
    </message>
    <message>
        <source>Every {count} weeks on {days}</source>
        <translation>Alle {count} Wochen am {days}</translation>
    </message>
    <message>
        <source>Every {count} weeks on {day}</source>
        <translation>Alle {count} Wochen am {day}</translation>
    </message>
    <message>
        <source>Every {count} years</source>
        <translation>Alle {count} Jahre</translation>
    </message>
    <message>
        <source>Every {day}</source>
        <translation>Jeden {day}</translation>
    </message>
    <message>
        <source>Everybody who reads this calendar sees that it is gone.</source>
        <translation>Alle, die diesen Kalender lesen, sehen, dass der Termin weg ist.</translation>
    </message>
    <message>
        <source>Everyone who may see when you are online can see it.</source>
        <translation>Alle, die sehen dürfen, wann Sie online sind, können ihn sehen.</translation>
    </message>
    <message>
        <source>Everyone who reads this calendar gets these events, and may be told of each of them.</source>
        <translation>Alle, die diesen Kalender lesen, bekommen diese Termine und werden vielleicht auf jeden hingewiesen.</translation>
    </message>
    <message>
        <source>Everyone who sees it loses it.</source>
        <translation>Alle, die ihn sehen, verlieren ihn.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything that was checked works.</source>
        <translation>Alles, was geprüft wurde, geht.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Exported {count} event to {file}</source>
        <comment>Exported {count} events to {file}</comment>
        <translation>
            <numerusform>{count} Termin nach {file} exportiert</numerusform>
            <numerusform>{count} Termine nach {file} exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting {done} of {total}…</source>
        <translation>{done} von {total} werden exportiert…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files are still on their way. Wait for them, or cancel them.</source>
        <translation>Dateien sind noch unterwegs. Warten Sie darauf, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Files can be attached in calendars on a server; this one is on this computer only.</source>
        <translation>Dateien lassen sich in Kalendern auf einem Server anhängen; dieser liegt nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message numerus="yes">
        <source>Filter, {count} chosen</source>
        <comment>Filter, {count} chosen</comment>
        <translation>
            <numerusform>Filter, {count} gewählt</numerusform>
            <numerusform>Filter, {count} gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Fingerprint of its key (SHA-256)</source>
        <translation>Fingerabdruck des Schlüssels (SHA-256)</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate (SHA-256)</source>
        <translation>Fingerabdruck des Zertifikats (SHA-256)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingeklappt</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>For events that bring no reminders of their own.</source>
        <translation>Für Termine, die keine eigenen Erinnerungen mitbringen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget an account and its calendars.</source>
        <translation>Ein Konto und seine Kalender vergessen.</translation>
    </message>
    <message>
        <source>Found events</source>
        <translation>Gefundene Termine</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>From the file {name}</source>
        <translation>Aus der Datei {name}</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Give the event a title.</source>
        <translation>Geben Sie dem Termin einen Titel.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write it.</source>
        <translation>Geben Sie sich das Recht, sie zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write it: what goes wrong is not written down now.</source>
        <translation>Geben Sie sich Lese- und Schreibrechte: Was schiefgeht, wird jetzt nicht festgehalten.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Zu heute</translation>
    </message>
    <message>
        <source>Go to today, or to the newest</source>
        <translation>Zu heute oder zum Neuesten</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Have the system set its clock by the network.</source>
        <translation>Lassen Sie das System seine Uhr über das Netzwerk stellen.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide server settings</source>
        <translation>Servereinstellungen ausblenden</translation>
    </message>
    <message>
        <source>Hide the month</source>
        <translation>Monat ausblenden</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>Hold back during do not disturb and full screen</source>
        <translation>Während „Nicht stören“ und bei Vollbild zurückhalten</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>How such an address begins, one in a line. Usual: none</source>
        <translation>Wie eine solche Adresse beginnt, eine je Zeile. Üblich: keine</translation>
    </message>
    <message>
        <source>How this event repeats cannot be read.</source>
        <translation>Wie sich dieser Termin wiederholt, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>If that is right: c42desktop account enable {jid}</source>
        <translation>Wenn das stimmt: c42desktop account enable {jid}</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a calendar file</source>
        <translation>Kalenderdatei importieren</translation>
    </message>
    <message>
        <source>Import a calendar file.</source>
        <translation>Eine Kalenderdatei importieren.</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message numerus="yes">
        <source>Imported {count} event into {title}</source>
        <comment>Imported {count} events into {title}</comment>
        <translation>
            <numerusform>{count} Termin in {title} importiert</numerusform>
            <numerusform>{count} Termine in {title} importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {done} of {total}…</source>
        <translation>{done} von {total} werden importiert…</translation>
    </message>
    <message>
        <source>In a meeting until {time}</source>
        <translation>In einer Besprechung bis {time}</translation>
    </message>
    <message>
        <source>In its own way</source>
        <translation>Auf eigene Weise</translation>
    </message>
    <message>
        <source>In the list of calendars</source>
        <translation>In der Liste der Kalender</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>In den Listen</translation>
    </message>
    <message>
        <source>In the month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Install or unlock a keyring such as GNOME Keyring or KWallet. Until then the password is asked for at each start, or read from the file that {variable} names.</source>
        <translation>Installieren oder entsperren Sie einen Schlüsselbund wie den von GNOME oder KWallet. Bis dahin wird bei jedem Start nach dem Passwort gefragt, oder es wird aus der Datei gelesen, die {variable} nennt.</translation>
    </message>
    <message>
        <source>Install that version again.</source>
        <translation>Installieren Sie diese Version wieder.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>It becomes as the file is: what is not in the file any more disappears from it.</source>
        <translation>Er wird, wie die Datei ist: Was nicht mehr darin steht, verschwindet aus ihm.</translation>
    </message>
    <message numerus="yes">
        <source>It has {count} account.</source>
        <comment>It has {count} accounts.</comment>
        <translation>
            <numerusform>Sie enthält {count} Konto.</numerusform>
            <numerusform>Sie enthält {count} Konten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has {count} calendar.</source>
        <comment>It has {count} calendars.</comment>
        <translation>
            <numerusform>Sie enthält {count} Kalender.</numerusform>
            <numerusform>Sie enthält {count} Kalender.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is due before it begins.</source>
        <translation>Es ist vor dem Beginn fällig.</translation>
    </message>
    <message>
        <source>It is for {names}, was issued by {issuer}, and is valid from {begins} to {ends}.</source>
        <translation>Es gilt für {names}, wurde ausgestellt von {issuer}, und gilt von {begins} bis {ends}.</translation>
    </message>
    <message>
        <source>It is kept on this computer only, and can be looked at but not changed.</source>
        <translation>Er liegt nur auf diesem Computer und lässt sich ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>It is not in the calendar any more.</source>
        <translation>Es ist nicht mehr im Kalender.</translation>
    </message>
    <message>
        <source>It is too large for the server.</source>
        <translation>Es ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>It is {time} here ({zone}).</source>
        <translation>Hier ist es {time} ({zone}).</translation>
    </message>
    <message>
        <source>It repeats. What is to change?</source>
        <translation>Der Termin wiederholt sich. Was soll sich ändern?</translation>
    </message>
    <message>
        <source>Its events disappear from this agenda. The calendar itself stays as it is.</source>
        <translation>Seine Termine verschwinden aus dieser Agenda. Der Kalender selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Its events disappear from this computer. The file that they came from stays as it is.</source>
        <translation>Seine Termine verschwinden von diesem Computer. Die Datei, aus der sie kamen, bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Its owner removed this calendar. The events known from it disappear from this agenda.</source>
        <translation>Der Eigentümer hat diesen Kalender entfernt. Die bekannten Termine verschwinden aus dieser Agenda.</translation>
    </message>
    <message>
        <source>Its source</source>
        <translation>Die Quelle</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Join at {place}</source>
        <translation>Über {place} teilnehmen</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Alles von mir behalten</translation>
    </message>
    <message>
        <source>Keep it, as it is now</source>
        <translation>Behalten, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Keep refusing</source>
        <translation>Weiter ablehnen</translation>
    </message>
    <message>
        <source>Keep them to look at, as they are now</source>
        <translation>Zum Ansehen behalten, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Kept from {account}</source>
        <translation>Behalten von {account}</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Leave at {time}: {summary}</source>
        <translation>Um {time} aufbrechen: {summary}</translation>
    </message>
    <message>
        <source>Leave calendar</source>
        <translation>Kalender abbestellen</translation>
    </message>
    <message>
        <source>Leave calendar…</source>
        <translation>Kalender abbestellen…</translation>
    </message>
    <message>
        <source>Leave in {time}: {summary}</source>
        <translation>In {time} aufbrechen: {summary}</translation>
    </message>
    <message>
        <source>Leave now: {summary}</source>
        <translation>Jetzt aufbrechen: {summary}</translation>
    </message>
    <message>
        <source>Leave out what follows the slash; the resource has its place in the server settings.</source>
        <translation>Lassen Sie weg, was nach dem Schrägstrich kommt; die Ressource hat ihren Platz in den Servereinstellungen.</translation>
    </message>
    <message>
        <source>Leave the password out of the address of the proxy: it is asked for.</source>
        <translation>Lassen Sie das Passwort in der Adresse des Proxys weg: Danach wird gefragt.</translation>
    </message>
    <message>
        <source>Leave {time} earlier</source>
        <translation>{time} früher aufbrechen</translation>
    </message>
    <message>
        <source>Leave {time} later</source>
        <translation>{time} später aufbrechen</translation>
    </message>
    <message>
        <source>Leave {time}: {summary}</source>
        <translation>{time} aufbrechen: {summary}</translation>
    </message>
    <message>
        <source>Leave “{name}”?</source>
        <translation>„{name}“ abbestellen?</translation>
    </message>
    <message>
        <source>Leaves {time} before you are there</source>
        <translation>Fährt {time} vor Ihrer Ankunft ab</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Links of the common services get a Join button without this.</source>
        <translation>Links der bekannten Dienste bekommen auch ohne dies einen Knopf „Teilnehmen“.</translation>
    </message>
    <message>
        <source>List the accounts, with what is not as usual.</source>
        <translation>Die Konten auflisten, mit allem, was nicht wie üblich ist.</translation>
    </message>
    <message>
        <source>List the subscribed calendars.</source>
        <translation>Die abonnierten Kalender auflisten.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Look at the lines above.</source>
        <translation>Sehen Sie sich die Zeilen oben an.</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Nach neuen Versionen suchen</translation>
    </message>
    <message>
        <source>Looking at its events…</source>
        <translation>Seine Termine werden angesehen…</translation>
    </message>
    <message>
        <source>Looking for calendars…</source>
        <translation>Kalender werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Looking for your calendars…</source>
        <translation>Ihre Kalender werden gesucht…</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Niedrige Priorität</translation>
    </message>
    <message>
        <source>Lunch Thu 12:30 1h @Canteen</source>
        <translation>Mittagessen Do 12:30 1h @Kantine</translation>
    </message>
    <message>
        <source>Made with these parts, each under its own licence:</source>
        <translation>Gemacht mit diesen Teilen, jeder unter seiner eigenen Lizenz:</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as read or unread, in the activity</source>
        <translation>Als gelesen oder ungelesen markieren, in der Aktivität</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Maybe – not sent yet</source>
        <translation>Vielleicht – noch nicht gesendet</translation>
    </message>
    <message>
        <source>Maybe: {title}</source>
        <translation>Vielleicht: {title}</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Besprechungen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Weitere Angaben…</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move up or down</source>
        <translation>Nach oben oder unten</translation>
    </message>
    <message>
        <source>Moved from {time}</source>
        <translation>Bisher {time}</translation>
    </message>
    <message>
        <source>Moved to “{calendar}”.</source>
        <translation>Nach „{calendar}“ verschoben.</translation>
    </message>
    <message>
        <source>My contacts</source>
        <translation>Meine Kontakte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a file with it in {variable}, or use --password-stdin.</source>
        <translation>Nennen Sie eine Datei mit dem Passwort in {variable}, oder nehmen Sie --password-stdin.</translation>
    </message>
    <message>
        <source>Name the file with your certificate and its key with --certificate.</source>
        <translation>Nennen Sie die Datei mit Ihrem Zertifikat und dessen Schlüssel mit --certificate.</translation>
    </message>
    <message>
        <source>Never ends</source>
        <translation>Endet nie</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Neuer Kalender</translation>
    </message>
    <message>
        <source>New calendar…</source>
        <translation>Neuer Kalender…</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>New event in one line</source>
        <translation>Neuer Termin in einer Zeile</translation>
    </message>
    <message>
        <source>New event…</source>
        <translation>Neuer Termin…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Neue Version</translation>
    </message>
    <message>
        <source>Next events</source>
        <translation>Nächste Termine</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>No account at hand?</source>
        <translation>Kein Konto zur Hand?</translation>
    </message>
    <message>
        <source>No address was found for {places}.</source>
        <translation>Zu {places} wurde keine Adresse gefunden.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No calendar service was found. Enter its address above, or paste a calendar below.</source>
        <translation>Es wurde kein Kalenderdienst gefunden. Geben Sie oben seine Adresse ein, oder fügen Sie unten einen Kalender ein.</translation>
    </message>
    <message>
        <source>No calendars are kept here yet.</source>
        <translation>Hier liegen noch keine Kalender.</translation>
    </message>
    <message>
        <source>No calendars yet</source>
        <translation>Noch keine Kalender</translation>
    </message>
    <message>
        <source>No calendars yet. Add one with: c42desktop subscribe URI, or c42desktop import FILE</source>
        <translation>Noch keine Kalender. Fügen Sie einen hinzu mit: c42desktop subscribe URI, oder c42desktop import DATEI</translation>
    </message>
    <message>
        <source>No event passes these filters.</source>
        <translation>Kein Termin passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No event with “{words}” passes these filters.</source>
        <translation>Kein Termin mit „{words}“ passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No event with “{words}”.</source>
        <translation>Kein Termin mit „{words}“.</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Termine</translation>
    </message>
    <message>
        <source>No notification service answers here.</source>
        <translation>Hier antwortet kein Benachrichtigungsdienst.</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>No password is in a backup. You are asked for those that the keyring here does not have.</source>
        <translation>Eine Sicherung enthält keine Passwörter. Sie werden nach denen gefragt, die der Schlüsselbund hier nicht hat.</translation>
    </message>
    <message>
        <source>No password is in the backup; who can read it can read your calendars.</source>
        <translation>Die Sicherung enthält kein Passwort; wer sie lesen kann, kann Ihre Kalender lesen.</translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>Es wurde kein Passwort angegeben.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>No server was found for {server}. Check the address and the network.</source>
        <translation>Für {server} wurde kein Server gefunden. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>No subscribers yet</source>
        <translation>Noch keine Abonnenten</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Keine Zeit</translation>
    </message>
    <message>
        <source>No way to get there was found</source>
        <translation>Es wurde kein Weg dorthin gefunden</translation>
    </message>
    <message>
        <source>No way to get there was found.</source>
        <translation>Es wurde kein Weg dorthin gefunden.</translation>
    </message>
    <message>
        <source>Nobody else has access.</source>
        <translation>Niemand sonst hat Zugang.</translation>
    </message>
    <message>
        <source>Nobody else sees it.</source>
        <translation>Niemand sonst sieht ihn.</translation>
    </message>
    <message>
        <source>Nobody said where on the map this is.</source>
        <translation>Niemand hat gesagt, wo auf der Karte das ist.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None of your calendars takes events from you. Add a calendar of your own first.</source>
        <translation>Keiner Ihrer Kalender nimmt Termine von Ihnen an. Fügen Sie zuerst einen eigenen Kalender hinzu.</translation>
    </message>
    <message>
        <source>None of your calendars takes new events. Add or create one first.</source>
        <translation>Keiner Ihrer Kalender nimmt neue Termine an. Fügen Sie zuerst einen hinzu oder legen Sie einen an.</translation>
    </message>
    <message>
        <source>Not accessible by wheelchair</source>
        <translation>Nicht rollstuhlgerecht</translation>
    </message>
    <message>
        <source>Not checked: it is signed out.</source>
        <translation>Nicht geprüft: Es ist abgemeldet.</translation>
    </message>
    <message>
        <source>Not checked: neither the server nor its web pages tell the time.</source>
        <translation>Nicht geprüft: Weder der Server noch seine Webseiten nennen die Zeit.</translation>
    </message>
    <message>
        <source>Not checked: no place with encryption answers.</source>
        <translation>Nicht geprüft: Keine Stelle mit Verschlüsselung antwortet.</translation>
    </message>
    <message>
        <source>Not checked: only the window sees the tray. Use Help › Diagnose there.</source>
        <translation>Nicht geprüft: Nur das Fenster sieht den Infobereich. Nehmen Sie dort Hilfe › Diagnose.</translation>
    </message>
    <message>
        <source>Not checked: signing in did not work.</source>
        <translation>Nicht geprüft: Die Anmeldung gelang nicht.</translation>
    </message>
    <message>
        <source>Not checked: the server cannot be reached.</source>
        <translation>Nicht geprüft: Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Not checked: there is no password for {jid} here.</source>
        <translation>Nicht geprüft: Für {jid} gibt es hier kein Passwort.</translation>
    </message>
    <message>
        <source>Not checked: there is no screen.</source>
        <translation>Nicht geprüft: Es gibt keinen Bildschirm.</translation>
    </message>
    <message>
        <source>Not every calendar was fetched in time. The others are fetched at the next start.</source>
        <translation>Nicht jeder Kalender wurde rechtzeitig geholt. Die anderen werden beim nächsten Start geholt.</translation>
    </message>
    <message>
        <source>Not every calendar was fetched in time. The others follow.</source>
        <translation>Nicht alle Kalender wurden rechtzeitig abgerufen. Die anderen folgen.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Not tried: the account is set to another way.</source>
        <translation>Nicht versucht: Das Konto ist auf einen anderen Weg eingestellt.</translation>
    </message>
    <message>
        <source>Not tried: there is no place to connect to.</source>
        <translation>Nicht versucht: Es gibt keine Stelle, mit der man sich verbinden könnte.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing has been logged here yet.</source>
        <translation>Hier wurde noch nichts protokolliert.</translation>
    </message>
    <message>
        <source>Nothing is coming up in it.</source>
        <translation>Darin steht nichts an.</translation>
    </message>
    <message>
        <source>Nothing is lost until you decide.</source>
        <translation>Nichts geht verloren, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Nichts mehr</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Nothing planned.</source>
        <translation>Nichts geplant.</translation>
    </message>
    <message>
        <source>Nothing unread.</source>
        <translation>Nichts ungelesen.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Nothing yet. What changes in your calendars is listed here for 90 days.</source>
        <translation>Noch nichts. Was sich in Ihren Kalendern ändert, steht hier 90 Tage lang.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>Benachrichtigungen sind angehalten</translation>
    </message>
    <message>
        <source>Notifications are paused until tomorrow</source>
        <translation>Benachrichtigungen sind bis morgen angehalten</translation>
    </message>
    <message>
        <source>Notifications are paused until {time}</source>
        <translation>Benachrichtigungen sind bis {time} angehalten</translation>
    </message>
    <message>
        <source>Notifications wait: do not disturb is on</source>
        <translation>Benachrichtigungen warten: „Nicht stören“ ist an</translation>
    </message>
    <message>
        <source>Notifications wait: something fills the screen</source>
        <translation>Benachrichtigungen warten: Etwas füllt den Bildschirm</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline since {time} – showing what was known then</source>
        <translation>Offline seit {time} – gezeigt wird der Stand von damals</translation>
    </message>
    <message numerus="yes">
        <source>Offline · next try in {minutes} min</source>
        <comment>Offline · next try in {minutes} min</comment>
        <translation>
            <numerusform>Offline · nächster Versuch in {minutes} min</numerusform>
            <numerusform>Offline · nächster Versuch in {minutes} min</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline · next try in {seconds} s</source>
        <translation>Offline · nächster Versuch in {seconds} s</translation>
    </message>
    <message>
        <source>On again</source>
        <translation>Findet doch statt</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>Am Tag selbst</translation>
    </message>
    <message>
        <source>On the day at 9:00</source>
        <translation>Am Tag selbst um 9:00</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>On this page everything as it was before you chose something</source>
        <translation>Alles auf dieser Seite, wie es war, bevor Sie etwas gewählt haben</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Pünktlich</translation>
    </message>
    <message>
        <source>Once a day, saying nothing about you or this computer. Nothing is installed.</source>
        <translation>Einmal am Tag, ohne etwas über Sie oder diesen Computer zu sagen. Nichts wird installiert.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Online over {way}</source>
        <translation>Online über {way}</translation>
    </message>
    <message>
        <source>Only contacts of the owner</source>
        <translation>Nur Kontakte des Eigentümers</translation>
    </message>
    <message>
        <source>Only contacts of the owner of this calendar may see it.</source>
        <translation>Nur Kontakte des Eigentümers dürfen diesen Kalender sehen.</translation>
    </message>
    <message>
        <source>Only people I invite</source>
        <translation>Nur Personen, die ich einlade</translation>
    </message>
    <message>
        <source>Only people the owner has invited</source>
        <translation>Nur Personen, die der Eigentümer eingeladen hat</translation>
    </message>
    <message>
        <source>Only some contacts of the owner</source>
        <translation>Nur einige Kontakte des Eigentümers</translation>
    </message>
    <message>
        <source>Only these people can see it.</source>
        <translation>Nur diese Personen können ihn sehen.</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Nur dieses Mal</translation>
    </message>
    <message>
        <source>Only your own profile can start with your session. This is another one.</source>
        <translation>Nur Ihr eigenes Profil kann mit Ihrer Sitzung starten. Dies ist ein anderes Profil.</translation>
    </message>
    <message>
        <source>Only {number} lines are listed: ask for fewer days.</source>
        <translation>Nur {number} Zeilen werden aufgelistet: Fragen Sie nach weniger Tagen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open addresses and files in the window, which asks what to do with each.</source>
        <translation>Adressen und Dateien im Fenster öffnen; es fragt, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>Open at {place}</source>
        <translation>Über {place} öffnen</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open the log’s folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the window to see what changed, or use another notification service.</source>
        <translation>Öffnen Sie das Fenster, um zu sehen, was sich geändert hat, oder nehmen Sie einen anderen Benachrichtigungsdienst.</translation>
    </message>
    <message>
        <source>Or paste the address of a calendar</source>
        <translation>Oder fügen Sie die Adresse eines Kalenders ein</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Others can read the password file {name}. Run: chmod 600 {name}</source>
        <translation>Andere können die Passwortdatei {name} lesen. Führen Sie aus: chmod 600 {name}</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überschneidet sich</translation>
    </message>
    <message>
        <source>Owned by {owner}</source>
        <translation>Gehört {owner}</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Partly accessible by wheelchair</source>
        <translation>Teilweise rollstuhlgerecht</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for {jid}: </source>
        <translation>Passwort für {jid}: </translation>
    </message>
    <message>
        <source>Password of the file with your key</source>
        <translation>Passwort der Datei mit Ihrem Schlüssel</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Benachrichtigungen anhalten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People ask me first</source>
        <translation>Man fragt mich zuerst</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Personal calendar of {owner}</source>
        <translation>Persönlicher Kalender von {owner}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play: {kind}</source>
        <translation>Abspielen: {kind}</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Print a line for each change, as it is pushed.</source>
        <translation>Für jede Änderung eine Zeile ausgeben, sobald sie eintrifft.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Public transport</source>
        <translation>Öffentliche Verkehrsmittel</translation>
    </message>
    <message>
        <source>Publish a calendar file as one item of a calendar on a server.</source>
        <translation>Eine Kalenderdatei als einen Eintrag eines Kalenders auf einem Server veröffentlichen.</translation>
    </message>
    <message>
        <source>Published {item}.</source>
        <translation>{item} veröffentlicht.</translation>
    </message>
    <message>
        <source>Publishing {done} of {total}…</source>
        <translation>{done} von {total} werden veröffentlicht…</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Put it back, as I have it</source>
        <translation>Wiederherstellen, wie ich es habe</translation>
    </message>
    <message>
        <source>Put settings and calendars back as they are in a backup. What is here now is kept beside them.</source>
        <translation>Stellt Einstellungen und Kalender so wieder her, wie sie in einer Sicherung sind. Was jetzt hier ist, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Quiet hours until {time}</source>
        <translation>Ruhezeit bis {time}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reading calendars…</source>
        <translation>Kalender werden gelesen…</translation>
    </message>
    <message>
        <source>Reading: {done} events so far</source>
        <translation>Wird gelesen: bisher {done} Termine</translation>
    </message>
    <message>
        <source>Reading: {done} of {total} events</source>
        <translation>Wird gelesen: {done} von {total} Terminen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Released on {date}. This is version {own}.</source>
        <translation>Erschienen am {date}. Dies ist Version {own}.</translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>Erneut erinnern</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Reminder missed: {summary}</source>
        <translation>Erinnerung verpasst: {summary}</translation>
    </message>
    <message>
        <source>Reminder: {summary}</source>
        <translation>Erinnerung: {summary}</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Reminders of {name}</source>
        <translation>Erinnerungen von {name}</translation>
    </message>
    <message>
        <source>Reminders only</source>
        <translation>Nur Erinnerungen</translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation>Erinnerungen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen…</translation>
    </message>
    <message>
        <source>Remove calendar</source>
        <translation>Kalender entfernen</translation>
    </message>
    <message>
        <source>Remove calendar…</source>
        <translation>Kalender entfernen…</translation>
    </message>
    <message>
        <source>Remove its calendars from this computer</source>
        <translation>Seine Kalender von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Removed by its owner</source>
        <translation>Vom Eigentümer entfernt</translation>
    </message>
    <message>
        <source>Removed {ago}</source>
        <translation>{ago} entfernt</translation>
    </message>
    <message>
        <source>Removed {jid} and its calendars from this computer.</source>
        <translation>{jid} und die Kalender des Kontos wurden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Removed {jid} from this computer. Its calendars stay, as they were last known.</source>
        <translation>{jid} wurde von diesem Computer entfernt. Die Kalender bleiben, wie sie zuletzt bekannt waren.</translation>
    </message>
    <message>
        <source>Removed {title}.</source>
        <translation>{title} entfernt.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename calendar</source>
        <translation>Kalender umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Repeats every</source>
        <translation>Wiederholt sich alle</translation>
    </message>
    <message>
        <source>Report of the unexpected end</source>
        <translation>Bericht über das unerwartete Ende</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Restored the backup of {date}.</source>
        <translation>Die Sicherung vom {date} wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation>Benachrichtigungen fortsetzen</translation>
    </message>
    <message>
        <source>Retracted {item}.</source>
        <translation>{item} zurückgezogen.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Route: {way}</source>
        <translation>Route: {way}</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Run “c42desktop account add {jid}”, name a file with it in {variable}, or use --password-stdin.</source>
        <translation>Führen Sie „c42desktop account add {jid}“ aus, nennen Sie eine Datei mit dem Passwort in {variable}, oder nehmen Sie --password-stdin.</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save without signing in</source>
        <translation>Ohne Anmeldung speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Say when it begins.</source>
        <translation>Sagen Sie, wann es beginnt.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Termine suchen</translation>
    </message>
    <message>
        <source>Select a calendar to see what is in it.</source>
        <translation>Wählen Sie einen Kalender, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>Select an event to see its details.</source>
        <translation>Wählen Sie einen Termin, um die Details zu sehen.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Server settings…</source>
        <translation>Servereinstellungen…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Several calendars are called that. Name one by its address: {uris}</source>
        <translation>Mehrere Kalender heißen so. Nennen Sie einen mit seiner Adresse: {uris}</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Share “{name}”</source>
        <translation>„{name}“ teilen</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Anzeigen als</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Show in agenda</source>
        <translation>In der Agenda zeigen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Show my contacts that I am busy during events</source>
        <translation>Meinen Kontakten während Terminen zeigen, dass ich beschäftigt bin</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>Auf der Karte zeigen</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>Ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht anzeigen</translation>
    </message>
    <message>
        <source>Show source…</source>
        <translation>Quelltext zeigen…</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Details zeigen</translation>
    </message>
    <message>
        <source>Show the events of a calendar file.</source>
        <translation>Die Termine einer Kalenderdatei zeigen.</translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation>Lizenzen anzeigen</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Monat einblenden</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>Show them the title as well</source>
        <translation>Ihnen auch den Titel zeigen</translation>
    </message>
    <message>
        <source>Show this day in the agenda</source>
        <translation>Diesen Tag in der Agenda zeigen</translation>
    </message>
    <message>
        <source>Show what is on: the next 30 days, or another time.</source>
        <translation>Zeigen, was ansteht: die nächsten 30 Tage oder eine andere Zeit.</translation>
    </message>
    <message>
        <source>Show {place} on a map</source>
        <translation>{place} auf einer Karte zeigen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again to an account that is signed out.</source>
        <translation>Sich an einem abgemeldeten Konto wieder anmelden.</translation>
    </message>
    <message>
        <source>Sign in first. Then you are asked what to do with what you opened.</source>
        <translation>Melden Sie sich zuerst an. Danach werden Sie gefragt, was mit dem geschehen soll, was Sie geöffnet haben.</translation>
    </message>
    <message>
        <source>Sign in less safely?</source>
        <translation>Weniger sicher anmelden?</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>Sign in with the XMPP address your organisation gave you. The password goes into your system keyring.</source>
        <translation>Melden Sie sich mit der XMPP-Adresse an, die Sie von Ihrer Organisation haben. Das Passwort kommt in den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Sign in, fetch the calendars, and keep the account.</source>
        <translation>Anmelden, die Kalender holen und das Konto behalten.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out instead</source>
        <translation>Stattdessen abmelden</translation>
    </message>
    <message>
        <source>Sign out of an account; it stays here, with its calendars as last known.</source>
        <translation>Sich von einem Konto abmelden; es bleibt hier, mit seinen Kalendern, wie zuletzt bekannt.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Signed in as {jid} over TLS.</source>
        <translation>Als {jid} über TLS angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>Signed in as {jid}: {count} calendar.</source>
        <comment>Signed in as {jid}: {count} calendars.</comment>
        <translation>
            <numerusform>Als {jid} angemeldet: {count} Kalender.</numerusform>
            <numerusform>Als {jid} angemeldet: {count} Kalender.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Signed out – as last known</source>
        <translation>Abgemeldet – wie zuletzt bekannt</translation>
    </message>
    <message>
        <source>Signed out, and left out here: {accounts}.</source>
        <translation>Abgemeldet und hier ausgelassen: {accounts}.</translation>
    </message>
    <message>
        <source>Signed out: {accounts}. Sign in again with: c42desktop account enable {jid}</source>
        <translation>Abgemeldet: {accounts}. Melden Sie sich wieder an mit: c42desktop account enable {jid}</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später erinnern</translation>
    </message>
    <message>
        <source>Snooze all</source>
        <translation>Alle später erinnern</translation>
    </message>
    <message>
        <source>Snoozed until {time}</source>
        <translation>Verschoben bis {time}</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Später…</translation>
    </message>
    <message>
        <source>Some dates of this event cannot be read.</source>
        <translation>Einige Tage dieses Termins lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Some of my contacts</source>
        <translation>Einige meiner Kontakte</translation>
    </message>
    <message>
        <source>Some time within these hours; you are free until it is planned</source>
        <translation>Irgendwann in diesen Stunden; Sie sind frei, bis es geplant ist</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Somebody else changed this while you did.</source>
        <translation>Jemand anders hat dies geändert, während Sie es taten.</translation>
    </message>
    <message>
        <source>Something else answers in place of {domain}: a sign-in page of this network, or a wrong address.</source>
        <translation>Statt {domain} antwortet etwas anderes: eine Anmeldeseite dieses Netzwerks, oder die Adresse ist falsch.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Source of {title}</source>
        <translation>Quelltext von {title}</translation>
    </message>
    <message>
        <source>Standard input cannot be read as text.</source>
        <translation>Die Standardeingabe lässt sich nicht als Text lesen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Start a notification service. Until then changes are told by the tray, or in the window.</source>
        <translation>Starten Sie einen Benachrichtigungsdienst. Bis dahin werden Änderungen im Infobereich oder im Fenster gemeldet.</translation>
    </message>
    <message>
        <source>Start and end are both days, or both times.</source>
        <translation>Beginn und Ende sind beide Tage oder beide Zeiten.</translation>
    </message>
    <message>
        <source>Start the window in a desktop session. The commands work without one.</source>
        <translation>Starten Sie das Fenster in einer grafischen Sitzung. Die Befehle gehen auch ohne.</translation>
    </message>
    <message>
        <source>Start the window: it sets the file aside and reads everything anew.</source>
        <translation>Starten Sie das Fenster: Es legt die Datei beiseite und liest alles neu.</translation>
    </message>
    <message>
        <source>Start when I sign in to this computer</source>
        <translation>Starten, wenn ich mich an diesem Computer anmelde</translation>
    </message>
    <message>
        <source>Starting a private XMPP server …</source>
        <translation>Ein privater XMPP-Server wird gestartet …</translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation>Die Demo wird gestartet…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} events were sent to {title}, and stay there.</source>
        <translation>Angehalten: {done} von {total} Terminen wurden an {title} gesendet und bleiben dort.</translation>
    </message>
    <message>
        <source>Subscribe to a calendar.</source>
        <translation>Einen Kalender abonnieren.</translation>
    </message>
    <message>
        <source>Subscribed to {title}. {problem}</source>
        <translation>{title} abonniert. {problem}</translation>
    </message>
    <message numerus="yes">
        <source>Subscribed to {title}: {count} event.</source>
        <comment>Subscribed to {title}: {count} events.</comment>
        <translation>
            <numerusform>{title} abonniert: {count} Termin.</numerusform>
            <numerusform>{title} abonniert: {count} Termine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Suggested by the system</source>
        <translation>Vom System vorgeschlagen</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Take all theirs</source>
        <translation>Alles von ihnen übernehmen</translation>
    </message>
    <message>
        <source>Take an item of a calendar back.</source>
        <translation>Einen Eintrag eines Kalenders zurücknehmen.</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Tell the server&apos;s administrator.</source>
        <translation>Sagen Sie es der Verwaltung des Servers.</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Unter Vorbehalt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>That time is already over.</source>
        <translation>Diese Zeit ist schon vorbei.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} cannot reach the server.</source>
        <translation>Der BOSH-Dienst von {domain} erreicht den Server nicht.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} does not understand this program.</source>
        <translation>Der BOSH-Dienst von {domain} versteht dieses Programm nicht.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} found that this program asked too often.</source>
        <translation>Der BOSH-Dienst von {domain} meint, dieses Programm habe zu oft gefragt.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} has a fault.</source>
        <translation>Der BOSH-Dienst von {domain} hat einen Fehler.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} sends this program to where it may not go.</source>
        <translation>Der BOSH-Dienst von {domain} schickt dieses Programm dorthin, wohin es nicht darf.</translation>
    </message>
    <message>
        <source>The CA file {file} holds no certificate that can be read. It must be a PEM file.</source>
        <translation>Die CA-Datei {file} enthält kein lesbares Zertifikat. Es muss eine PEM-Datei sein.</translation>
    </message>
    <message>
        <source>The DNS names {places}, but no address of {lost}.</source>
        <translation>Das DNS nennt {places}, aber keine Adresse von {lost}.</translation>
    </message>
    <message>
        <source>The JSON is empty.</source>
        <translation>Das JSON ist leer.</translation>
    </message>
    <message>
        <source>The JSON is not a calendar.</source>
        <translation>Das JSON ist kein Kalender.</translation>
    </message>
    <message>
        <source>The account itself names the server: {places}.</source>
        <translation>Das Konto nennt selbst den Server: {places}.</translation>
    </message>
    <message>
        <source>The address of a calendar looks like xmpp:calendars.example.org?;node=team.</source>
        <translation>Die Adresse eines Kalenders sieht aus wie xmpp:calendars.example.org?;node=team.</translation>
    </message>
    <message>
        <source>The address of a proxy is its name and port: proxy.example.org:8080</source>
        <translation>Die Adresse eines Proxys ist sein Name und Port: proxy.example.org:8080</translation>
    </message>
    <message>
        <source>The c42desktop that runs does not know this request. Quit it, and start it again.</source>
        <translation>Das laufende c42desktop kennt diese Anfrage nicht. Beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The c42desktop that runs finds passwords in the keyring only. Add the account there, or quit it first.</source>
        <translation>Das laufende c42desktop findet Passwörter nur im Schlüsselbund. Fügen Sie das Konto dort hinzu oder beenden Sie das Programm zuerst.</translation>
    </message>
    <message>
        <source>The c42desktop that runs is of another version. Quit it, and start it again.</source>
        <translation>Das laufende c42desktop hat eine andere Version. Beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The c42desktop that this went through has ended.</source>
        <translation>Das c42desktop, das dies ausführte, wurde beendet.</translation>
    </message>
    <message numerus="yes">
        <source>The calendar and the {count} event in it are deleted at the server.</source>
        <comment>The calendar and the {count} events in it are deleted at the server.</comment>
        <translation>
            <numerusform>Der Kalender und der {count} Termin darin werden auf dem Server gelöscht.</numerusform>
            <numerusform>Der Kalender und die {count} Termine darin werden auf dem Server gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The calendar holds no event.</source>
        <translation>Der Kalender enthält keinen Termin.</translation>
    </message>
    <message>
        <source>The calendar holds notes or busy times, but no event.</source>
        <translation>Der Kalender enthält Notizen oder belegte Zeiten, aber keinen Termin.</translation>
    </message>
    <message>
        <source>The calendar store was damaged and has been set aside as {name}. Everything is being read from the server again; what changed meanwhile is not told.</source>
        <translation>Der Kalenderspeicher war beschädigt und liegt nun als {name} beiseite. Alles wird neu vom Server gelesen; was sich inzwischen geändert hat, wird nicht gemeldet.</translation>
    </message>
    <message>
        <source>The calendar store was damaged, and a new one has taken its place. Try again.</source>
        <translation>Der Kalenderspeicher war beschädigt, und ein neuer ist an seiner Stelle. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The calendar store {path} cannot be used: {why}.</source>
        <translation>Der Kalenderspeicher {path} lässt sich nicht benutzen: {why}.</translation>
    </message>
    <message>
        <source>The calendar store {path} is damaged. Start the program once: it reads everything anew.</source>
        <translation>Der Kalenderspeicher {path} ist beschädigt. Starten Sie das Programm einmal: Es liest alles neu.</translation>
    </message>
    <message>
        <source>The calendar store {path} is write-protected. Change that; what is missed is read then.</source>
        <translation>Der Kalenderspeicher {path} ist schreibgeschützt. Ändern Sie das; was versäumt wird, wird dann gelesen.</translation>
    </message>
    <message>
        <source>The calendar store {path} was damaged several times. The disk may be failing.</source>
        <translation>Der Kalenderspeicher {path} war mehrmals beschädigt. Vielleicht versagt die Festplatte.</translation>
    </message>
    <message>
        <source>The calendar text ends in the middle of this event, or does not say where it ends.</source>
        <translation>Der Kalendertext endet mitten in diesem Termin oder sagt nicht, wo er endet.</translation>
    </message>
    <message>
        <source>The calendar text has no end: a part of it is missing.</source>
        <translation>Der Kalendertext hat kein Ende: Ein Teil davon fehlt.</translation>
    </message>
    <message>
        <source>The calendar text is damaged.</source>
        <translation>Der Kalendertext ist beschädigt.</translation>
    </message>
    <message>
        <source>The calendars are copied to {path} before this version changes them, and that failed: {why}. Nothing was changed. Make room there and start again.</source>
        <translation>Die Kalender werden nach {path} kopiert, bevor diese Version sie ändert. Das ist fehlgeschlagen: {why}. Nichts wurde geändert. Schaffen Sie dort Platz und starten Sie neu.</translation>
    </message>
    <message>
        <source>The calendars in this backup are damaged. Nothing was changed.</source>
        <translation>Die Kalender in dieser Sicherung sind beschädigt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The calendars of {jid} are erased, but its password may still be in the keyring: {why} Do this again once the keyring works, or without --purge to leave it there.</source>
        <translation>Die Kalender von {jid} sind gelöscht, aber das Passwort kann noch im Schlüsselbund sein: {why} Wiederholen Sie dies, sobald der Schlüsselbund geht, oder ohne --purge, um es dort zu lassen.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: {why}.</source>
        <translation>Dem Zertifikat von {server} wird nicht vertraut: {why}.</translation>
    </message>
    <message>
        <source>The clock agrees with that of {source}.</source>
        <translation>Die Uhr stimmt mit der von {source} überein.</translation>
    </message>
    <message>
        <source>The clock is {seconds} s {words} that of {source}.</source>
        <translation>Die Uhr geht {seconds} s {words} gegenüber der von {source}.</translation>
    </message>
    <message>
        <source>The connection to {domain} was lost.</source>
        <translation>Die Verbindung zu {domain} ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The damaged calendar store {path} cannot be set aside: {why}.</source>
        <translation>Der beschädigte Kalenderspeicher {path} lässt sich nicht beiseitelegen: {why}.</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Am Tag davor</translation>
    </message>
    <message>
        <source>The day before at 18:00</source>
        <translation>Am Tag davor um 18:00</translation>
    </message>
    <message>
        <source>The demo is over, and nothing of it is left.</source>
        <translation>Die Demo ist vorbei, und nichts bleibt von ihr übrig.</translation>
    </message>
    <message>
        <source>The demo is running. Quit it from its tray icon, or with Ctrl-C here.</source>
        <translation>Die Demo läuft. Beenden Sie sie über ihr Symbol im Infobereich oder hier mit Strg-C.</translation>
    </message>
    <message>
        <source>The demo needs Prosody, a small XMPP server, and it is not installed. Get it with “sudo apt install prosody” (Debian, Ubuntu), “sudo dnf install prosody” (Fedora) or “brew install prosody” (macOS).</source>
        <translation>Die Demo braucht Prosody, einen kleinen XMPP-Server, und der ist nicht installiert. Holen Sie ihn mit „sudo apt install prosody“ (Debian, Ubuntu), „sudo dnf install prosody“ (Fedora) oder „brew install prosody“ (macOS).</translation>
    </message>
    <message>
        <source>The demo server did not start: {why}</source>
        <translation>Der Demoserver ist nicht gestartet: {why}</translation>
    </message>
    <message>
        <source>The desktop has a tray.</source>
        <translation>Die Arbeitsumgebung hat einen Infobereich.</translation>
    </message>
    <message>
        <source>The desktop has ended, and c42desktop with it.</source>
        <translation>Die Arbeitsumgebung wurde beendet und c42desktop mit ihr.</translation>
    </message>
    <message>
        <source>The download is at {host}. It opens in your browser; nothing is installed by itself.</source>
        <translation>Der Download liegt bei {host}. Er öffnet sich in Ihrem Browser; nichts wird von selbst installiert.</translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation>Das Ende liegt vor dem Beginn.</translation>
    </message>
    <message>
        <source>The end of this event cannot be read.</source>
        <translation>Das Ende dieses Termins lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The event can be saved once its files are there.</source>
        <translation>Der Termin lässt sich speichern, sobald seine Dateien da sind.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this event.</source>
        <translation>Die Datei endet mitten in diesem Termin.</translation>
    </message>
    <message>
        <source>The file {file} cannot be used to sign in. It must be a PEM file with your certificate and its key, and the password must be the one of that key, if it has one.</source>
        <translation>Mit der Datei {file} lässt sich nicht anmelden. Es muss eine PEM-Datei mit Ihrem Zertifikat und dessen Schlüssel sein, und das Passwort muss das dieses Schlüssels sein, falls er eines hat.</translation>
    </message>
    <message>
        <source>The file {path} is named in the settings, and is not here.</source>
        <translation>Die Datei {path} wird in den Einstellungen genannt, ist aber nicht hier.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {why}.</source>
        <translation>In den Ordner {folder} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>The free space of {path} is not known: {why}.</source>
        <translation>Der freie Platz von {path} ist nicht bekannt: {why}.</translation>
    </message>
    <message>
        <source>The item is empty.</source>
        <translation>Der Eintrag ist leer.</translation>
    </message>
    <message>
        <source>The key of {server} is not the one you trusted: somebody may be in between, or it has a new one. Ask its administrator before you trust another. Your password was not sent.</source>
        <translation>Der Schlüssel von {server} ist nicht der, dem Sie vertraut haben: Vielleicht ist jemand dazwischen, oder er hat einen neuen. Fragen Sie die Verwaltung, bevor Sie einem anderen vertrauen. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>The keyring does not give back what it was given.</source>
        <translation>Der Schlüsselbund gibt nicht zurück, was er bekommen hat.</translation>
    </message>
    <message>
        <source>The keyring is locked or does not work.</source>
        <translation>Der Schlüsselbund ist gesperrt oder geht nicht.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>The list of versions could not be reached. It is tried again later.</source>
        <translation>Die Liste der Versionen war nicht erreichbar. Es wird später noch einmal versucht.</translation>
    </message>
    <message>
        <source>The list of versions is from the future. Is the clock of this computer right?</source>
        <translation>Die Liste der Versionen ist aus der Zukunft. Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>The list of versions is not signed by who makes this program, so it was not used.</source>
        <translation>Die Liste der Versionen ist nicht von den Entwicklern dieses Programms signiert und wurde deshalb nicht benutzt.</translation>
    </message>
    <message>
        <source>The list of versions is not where it should be. It is tried again tomorrow.</source>
        <translation>Die Liste der Versionen ist nicht da, wo sie sein sollte. Morgen wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>The list of versions is older than the one before, so it was not used.</source>
        <translation>Die Liste der Versionen ist älter als die vorige und wurde deshalb nicht benutzt.</translation>
    </message>
    <message>
        <source>The list of versions is out of date. Is the clock of this computer right?</source>
        <translation>Die Liste der Versionen ist abgelaufen. Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>Das Protokoll ist in {folder}.</translation>
    </message>
    <message>
        <source>The log of this program is {path}</source>
        <translation>Das Protokoll dieses Programms ist {path}</translation>
    </message>
    <message>
        <source>The network may be slow.</source>
        <translation>Das Netzwerk ist vielleicht langsam.</translation>
    </message>
    <message>
        <source>The organiser asks</source>
        <translation>Die Organisation fragt</translation>
    </message>
    <message>
        <source>The output cannot be written: {why}.</source>
        <translation>Die Ausgabe lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>The owner has not let you in yet.</source>
        <translation>Der Eigentümer hat Sie noch nicht zugelassen.</translation>
    </message>
    <message>
        <source>The owner has not shared this calendar with your group.</source>
        <translation>Der Eigentümer hat diesen Kalender nicht mit Ihrer Gruppe geteilt.</translation>
    </message>
    <message>
        <source>The owner of this calendar ended your access.</source>
        <translation>Der Eigentümer dieses Kalenders hat Ihren Zugang beendet.</translation>
    </message>
    <message>
        <source>The owner of this calendar has not let you in yet.</source>
        <translation>Der Eigentümer dieses Kalenders hat Sie noch nicht zugelassen.</translation>
    </message>
    <message>
        <source>The password comes from the file that {variable} names; the keyring is not asked.</source>
        <translation>Das Passwort kommt aus der Datei, die {variable} nennt; der Schlüsselbund wird nicht gefragt.</translation>
    </message>
    <message>
        <source>The password file {name} cannot be read: {why}.</source>
        <translation>Die Passwortdatei {name} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>The password for {jid} has a character in it that passwords on XMPP cannot have.</source>
        <translation>Im Passwort für {jid} steht ein Zeichen, das Passwörter in XMPP nicht haben dürfen.</translation>
    </message>
    <message>
        <source>The password is not kept: {why} Give it again with {variable} or --password-stdin.</source>
        <translation>Das Passwort wird nicht behalten: {why} Geben Sie es erneut mit {variable} oder --password-stdin.</translation>
    </message>
    <message>
        <source>The password itself is sent, inside TLS (PLAIN): the server offers only {offered}.</source>
        <translation>Das Passwort selbst wird innerhalb von TLS gesendet (PLAIN): Der Server bietet nur {offered}.</translation>
    </message>
    <message>
        <source>The password of the proxy cannot be kept: {why}</source>
        <translation>Das Passwort des Proxys lässt sich nicht behalten: {why}</translation>
    </message>
    <message>
        <source>The profile {folder} cannot be found: there is no such home folder.</source>
        <translation>Das Profil {folder} ist nicht zu finden: Diesen persönlichen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The program is about to end</source>
        <translation>Das Programm ist dabei, sich zu beenden</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer.</source>
        <translation>Der Proxy {proxy} antwortet nicht.</translation>
    </message>
    <message>
        <source>The proxy {proxy} lets nothing through to {domain}.</source>
        <translation>Der Proxy {proxy} lässt nichts zu {domain} durch.</translation>
    </message>
    <message>
        <source>The proxy {proxy} refused the user or the password.</source>
        <translation>Der Proxy {proxy} hat Benutzer oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The repetition ends before the event begins.</source>
        <translation>Die Wiederholung endet, bevor der Termin beginnt.</translation>
    </message>
    <message>
        <source>The report is in {path}; nothing was sent. Read it, pass it on if you wish, and delete it.</source>
        <translation>Der Bericht ist in {path}; nichts wurde gesendet. Lesen Sie ihn, geben Sie ihn weiter, wenn Sie möchten, und löschen Sie ihn.</translation>
    </message>
    <message>
        <source>The report {path} can be neither read nor deleted: {why}.</source>
        <translation>Der Bericht {path} kann weder gelesen noch gelöscht werden: {why}.</translation>
    </message>
    <message>
        <source>The same as everywhere</source>
        <translation>Wie überall</translation>
    </message>
    <message>
        <source>The same time everywhere</source>
        <translation>Überall dieselbe Uhrzeit</translation>
    </message>
    <message>
        <source>The selected event</source>
        <translation>Der gewählte Termin</translation>
    </message>
    <message>
        <source>The server could not prove that it is {domain}: somebody may be in between.</source>
        <translation>Der Server konnte nicht beweisen, dass er {domain} ist: Vielleicht ist jemand dazwischen.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server does not know {domain}. Check the address.</source>
        <translation>Der Server kennt {domain} nicht. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The server’s key is another one</source>
        <translation>Der Schlüssel des Servers ist ein anderer</translation>
    </message>
    <message>
        <source>The settings cannot be saved to {path}: {why}.</source>
        <translation>Die Einstellungen lassen sich nicht in {path} speichern: {why}.</translation>
    </message>
    <message>
        <source>The settings in this backup cannot be used: {why}</source>
        <translation>Die Einstellungen in dieser Sicherung sind nicht brauchbar: {why}</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {why}. Mend the file or move it away.</source>
        <translation>Die Einstellungen in {path} lassen sich nicht lesen: {why}. Bringen Sie die Datei in Ordnung oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>The system has notifications of its own.</source>
        <translation>Das System hat eigene Benachrichtigungen.</translation>
    </message>
    <message>
        <source>The time of this event cannot be read.</source>
        <translation>Die Zeit dieses Termins lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The time zone of this event is not known: its times are shown as they were written.</source>
        <translation>Die Zeitzone dieses Termins ist nicht bekannt: Die Zeiten werden gezeigt, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>The token for {jid} has a character in it that no token can have.</source>
        <translation>Im Token für {jid} steht ein Zeichen, das kein Token haben kann.</translation>
    </message>
    <message>
        <source>The token for {jid} was refused or has expired.</source>
        <translation>Das Token für {jid} wurde abgelehnt oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>The trusted key must be a SHA-256: 64 digits from 0 to 9 and A to F.</source>
        <translation>Der vertraute Schlüssel muss ein SHA-256 sein: 64 Zeichen von 0 bis 9 und A bis F.</translation>
    </message>
    <message>
        <source>The variable TZ names a zone that this computer does not know: {name}.</source>
        <translation>Die Variable TZ nennt eine Zeitzone, die dieser Computer nicht kennt: {name}.</translation>
    </message>
    <message>
        <source>The way is being looked up</source>
        <translation>Der Weg wird gesucht</translation>
    </message>
    <message>
        <source>The way leads through {proxies}.</source>
        <translation>Der Weg führt über {proxies}.</translation>
    </message>
    <message>
        <source>The web server of {domain} does not get through to its XMPP server right now (HTTP {status}).</source>
        <translation>Der Webserver von {domain} erreicht gerade seinen XMPP-Server nicht (HTTP {status}).</translation>
    </message>
    <message>
        <source>The week begins on</source>
        <translation>Die Woche beginnt am</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>There are no calendars here yet.</source>
        <translation>Hier gibt es noch keine Kalender.</translation>
    </message>
    <message>
        <source>There are no events in it yet.</source>
        <translation>Es sind noch keine Termine darin.</translation>
    </message>
    <message>
        <source>There are several accounts ({names}). Choose one with --account.</source>
        <translation>Es gibt mehrere Konten ({names}). Wählen Sie eines mit --account.</translation>
    </message>
    <message>
        <source>There is a control character in this, and XMPP cannot carry it.</source>
        <translation>Darin ist ein Steuerzeichen, und XMPP kann es nicht übertragen.</translation>
    </message>
    <message>
        <source>There is a screen.</source>
        <translation>Es gibt einen Bildschirm.</translation>
    </message>
    <message>
        <source>There is no account yet. Add one with: c42desktop account add JID</source>
        <translation>Es gibt noch kein Konto. Fügen Sie eines hinzu mit: c42desktop account add JID</translation>
    </message>
    <message>
        <source>There is no account {jid} here.</source>
        <translation>Es gibt hier kein Konto {jid}.</translation>
    </message>
    <message>
        <source>There is no calendar {text} here. “c42desktop calendars” lists them.</source>
        <translation>Es gibt hier keinen Kalender {text}. „c42desktop calendars“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no event {text} in {calendar}.</source>
        <translation>Es gibt keinen Termin {text} in {calendar}.</translation>
    </message>
    <message>
        <source>There is no item {item} in this calendar.</source>
        <translation>Es gibt keinen Eintrag {item} in diesem Kalender.</translation>
    </message>
    <message>
        <source>There is no password for the proxy {proxy} in the keyring.</source>
        <translation>Für den Proxy {proxy} ist kein Passwort im Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no password for {jid} in the keyring.</source>
        <translation>Für {jid} ist kein Passwort im Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no proxy on the way.</source>
        <translation>Unterwegs gibt es keinen Proxy.</translation>
    </message>
    <message>
        <source>There is no room for what is in the backup: {size} MB are needed in {folder}.</source>
        <translation>Für den Inhalt der Sicherung fehlt der Platz: In {folder} werden {size} MB gebraucht.</translation>
    </message>
    <message>
        <source>There is no room in {folder} for what is in the backup. Nothing was changed.</source>
        <translation>In {folder} ist kein Platz für das, was in der Sicherung ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no screen here, so the demo runs in this terminal. Ctrl-C ends it.</source>
        <translation>Hier gibt es keinen Bildschirm, also läuft die Demo in diesem Terminal. Strg-C beendet sie.</translation>
    </message>
    <message>
        <source>There is no screen here, so there is no window and no tray.</source>
        <translation>Hier gibt es keinen Bildschirm, also kein Fenster und keinen Infobereich.</translation>
    </message>
    <message>
        <source>There is no screen here. Use a command instead: c42desktop watch, c42desktop agenda, c42desktop --help</source>
        <translation>Hier gibt es keinen Bildschirm. Nehmen Sie stattdessen einen Befehl: c42desktop watch, c42desktop agenda, c42desktop --help</translation>
    </message>
    <message>
        <source>There is no space left for the calendar store {path}. Make some; what is missed is read then.</source>
        <translation>Für den Kalenderspeicher {path} ist kein Platz mehr. Schaffen Sie welchen; was versäumt wird, wird dann gelesen.</translation>
    </message>
    <message>
        <source>There is no such calendar at {service}.</source>
        <translation>Einen solchen Kalender gibt es bei {service} nicht.</translation>
    </message>
    <message>
        <source>There is no such event, or no such calendar, at {service}.</source>
        <translation>Einen solchen Termin oder Kalender gibt es bei {service} nicht.</translation>
    </message>
    <message>
        <source>There is no terminal to ask at. With --yes, {jid} is erased.</source>
        <translation>Es gibt kein Terminal für die Rückfrage. Mit --yes wird {jid} gelöscht.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Use --password-stdin.</source>
        <translation>Es gibt kein Terminal, um nach dem Passwort zu fragen. Nehmen Sie --password-stdin.</translation>
    </message>
    <message>
        <source>There is no tray</source>
        <translation>Es gibt keinen Infobereich</translation>
    </message>
    <message>
        <source>There is no {path} yet.</source>
        <translation>{path} gibt es noch nicht.</translation>
    </message>
    <message>
        <source>There is nothing in it that could be exported.</source>
        <translation>Darin ist nichts, was sich exportieren ließe.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} yet.</source>
        <translation>In {folder} ist noch nichts.</translation>
    </message>
    <message>
        <source>There is nothing to back up in {folder} yet.</source>
        <translation>In {folder} gibt es noch nichts zu sichern.</translation>
    </message>
    <message>
        <source>There was no answer within {seconds} seconds.</source>
        <translation>Innerhalb von {seconds} Sekunden kam keine Antwort.</translation>
    </message>
    <message>
        <source>These are mistakes of this program, which went on. Please report them.</source>
        <translation>Das sind Fehler in diesem Programm, das trotzdem weiterlief. Bitte melden Sie sie.</translation>
    </message>
    <message>
        <source>These may mention the account, and are erased as well, for all accounts:</source>
        <translation>Diese können das Konto nennen und werden auch gelöscht, für alle Konten:</translation>
    </message>
    <message>
        <source>These were changed by both of you. Everything else is taken over.</source>
        <translation>Diese haben beide geändert. Alles andere wird übernommen.</translation>
    </message>
    <message>
        <source>They see “in a meeting until 15:00”. Usual: off</source>
        <translation>Sie sehen „in einer Besprechung bis 15:00“. Üblich: aus</translation>
    </message>
    <message>
        <source>This JSON is too large to be read.</source>
        <translation>Dieses JSON ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>This XML has a DTD or entities, which are not accepted.</source>
        <translation>Dieses XML hat eine DTD oder Entitäten, und die werden nicht angenommen.</translation>
    </message>
    <message>
        <source>This XML is too large to be read.</source>
        <translation>Dieses XML ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>This and the following events</source>
        <translation>Dieser und die folgenden Termine</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of c42desktop. Install that version first.</source>
        <translation>Diese Sicherung wurde mit einer neueren Version von c42desktop erstellt. Installieren Sie zuerst diese Version.</translation>
    </message>
    <message>
        <source>This calendar has moved to {uri}</source>
        <translation>Dieser Kalender ist umgezogen nach {uri}</translation>
    </message>
    <message>
        <source>This calendar has moved. Read more at {link}</source>
        <translation>Dieser Kalender ist umgezogen. Mehr dazu: {link}</translation>
    </message>
    <message>
        <source>This calendar is by invitation only. Ask its owner.</source>
        <translation>Dieser Kalender ist nur auf Einladung zugänglich. Fragen Sie den Eigentümer.</translation>
    </message>
    <message>
        <source>This calendar is not there any more.</source>
        <translation>Diesen Kalender gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This calendar was deleted by its owner.</source>
        <translation>Dieser Kalender wurde von seinem Eigentümer gelöscht.</translation>
    </message>
    <message>
        <source>This cannot be undone. To only stop seeing it, hide it.</source>
        <translation>Das lässt sich nicht rückgängig machen. Um ihn nur nicht mehr zu sehen, blenden Sie ihn aus.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This computer does not say in which time zone it is.</source>
        <translation>Dieser Computer sagt nicht, in welcher Zeitzone er ist.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a password in.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, um ein Passwort zu behalten.</translation>
    </message>
    <message>
        <source>This could not be checked ({why}).</source>
        <translation>Das ließ sich nicht prüfen ({why}).</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Closing the window minimises it; Ctrl+Q quits.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich. Beim Schließen wird das Fenster minimiert; Strg+Q beendet.</translation>
    </message>
    <message>
        <source>This desktop opens no such addresses: {address}</source>
        <translation>Diese Arbeitsumgebung öffnet solche Adressen nicht: {address}</translation>
    </message>
    <message>
        <source>This event</source>
        <translation>Dieser Termin</translation>
    </message>
    <message>
        <source>This event cannot be read, so it cannot be changed.</source>
        <translation>Dieser Termin lässt sich nicht lesen und daher nicht ändern.</translation>
    </message>
    <message>
        <source>This event cannot be read, so it cannot be exported.</source>
        <translation>Dieser Termin lässt sich nicht lesen und daher nicht exportieren.</translation>
    </message>
    <message>
        <source>This event cannot be read.</source>
        <translation>Dieser Termin lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This event cannot be written.</source>
        <translation>Dieser Termin lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>This event does not say in which time zone its time is.</source>
        <translation>Dieser Termin sagt nicht, in welcher Zeitzone seine Zeit ist.</translation>
    </message>
    <message>
        <source>This event has no start time.</source>
        <translation>Dieser Termin hat keine Anfangszeit.</translation>
    </message>
    <message>
        <source>This event is cancelled.</source>
        <translation>Dieser Termin ist abgesagt.</translation>
    </message>
    <message>
        <source>This event is not in your calendar any more.</source>
        <translation>Dieser Termin ist nicht mehr in Ihrem Kalender.</translation>
    </message>
    <message>
        <source>This event is too large to be read whole: a part of it is left out.</source>
        <translation>Dieser Termin ist zu groß, um ganz gelesen zu werden: Ein Teil ist ausgelassen.</translation>
    </message>
    <message>
        <source>This event is too large to be read.</source>
        <translation>Dieser Termin ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>This event names no meeting to join.</source>
        <translation>Dieser Termin nennt keine Besprechung zum Teilnehmen.</translation>
    </message>
    <message>
        <source>This failed for a reason that nobody foresaw. It is in the log of c42desktop.</source>
        <translation>Das ist unerwartet fehlgeschlagen. Der Grund steht im Protokoll von c42desktop.</translation>
    </message>
    <message>
        <source>This file cannot be opened from here.</source>
        <translation>Diese Datei lässt sich von hier aus nicht öffnen.</translation>
    </message>
    <message>
        <source>This file holds more than {limit} events. Split it.</source>
        <translation>Diese Datei enthält mehr als {limit} Termine. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>This file is not a calendar: it begins with &lt;{element}&gt;.</source>
        <translation>Diese Datei ist kein Kalender: Sie beginnt mit &lt;{element}&gt;.</translation>
    </message>
    <message>
        <source>This format has no events that repeat.</source>
        <translation>Dieses Format kennt keine Termine, die sich wiederholen.</translation>
    </message>
    <message>
        <source>This format has no place for files.</source>
        <translation>Dieses Format hat keinen Platz für Dateien.</translation>
    </message>
    <message>
        <source>This holds more than {limit} events. Only the first {limit} are shown.</source>
        <translation>Dies enthält mehr als {limit} Termine. Nur die ersten {limit} werden gezeigt.</translation>
    </message>
    <message>
        <source>This holds {count} events, of which only the first {limit} are shown.</source>
        <translation>Dies enthält {count} Termine, von denen nur die ersten {limit} gezeigt werden.</translation>
    </message>
    <message>
        <source>This invitation does not say who is invited.</source>
        <translation>Diese Einladung sagt nicht, wer eingeladen ist.</translation>
    </message>
    <message>
        <source>This is a collection of calendars. Add those that you want: {calendars}</source>
        <translation>Dies ist eine Sammlung von Kalendern. Fügen Sie die hinzu, die Sie möchten: {calendars}</translation>
    </message>
    <message>
        <source>This is a mistake of this program. Please report it.</source>
        <translation>Das ist ein Fehler dieses Programms. Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>This is a post, not an event.</source>
        <translation>Dies ist ein Beitrag, kein Termin.</translation>
    </message>
    <message>
        <source>This is no backup of c42desktop, or it is damaged. Nothing was changed.</source>
        <translation>Dies ist keine Sicherung von c42desktop, oder sie ist beschädigt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>This is not XML, or not in a known character encoding.</source>
        <translation>Das ist kein XML oder in keiner bekannten Zeichenkodierung.</translation>
    </message>
    <message>
        <source>This is not calendar text: BEGIN:VCALENDAR is missing.</source>
        <translation>Das ist kein Kalendertext: BEGIN:VCALENDAR fehlt.</translation>
    </message>
    <message>
        <source>This is not calendar text: it does not begin with BEGIN:VCALENDAR.</source>
        <translation>Das ist kein Kalendertext: Er beginnt nicht mit BEGIN:VCALENDAR.</translation>
    </message>
    <message>
        <source>This is not well-formed XML: see line {line}, column {column}.</source>
        <translation>Das ist kein wohlgeformtes XML: siehe Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>This is somebody who is invited to an event, not an event.</source>
        <translation>Das ist jemand, der zu einem Termin eingeladen ist, kein Termin.</translation>
    </message>
    <message>
        <source>This is too large to be handed to the c42desktop that runs already.</source>
        <translation>Das ist zu groß, um es dem c42desktop zu übergeben, das schon läuft.</translation>
    </message>
    <message>
        <source>This is version {own}. Nobody was asked yet.</source>
        <translation>Dies ist Version {own}. Nach neuen wurde noch nicht gesucht.</translation>
    </message>
    <message>
        <source>This is your own calendar. It can be hidden, not left.</source>
        <translation>Das ist Ihr eigener Kalender. Er lässt sich ausblenden, nicht abbestellen.</translation>
    </message>
    <message>
        <source>This item is too damaged to be changed.</source>
        <translation>Dieser Eintrag ist zu beschädigt, um geändert zu werden.</translation>
    </message>
    <message>
        <source>This kind of event has no place in this format.</source>
        <translation>Für diese Art Termin hat dieses Format keinen Platz.</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>This network wants you to sign in first, at a web page, as in hotels. Open a browser.</source>
        <translation>Dieses Netzwerk möchte, dass Sie sich zuerst auf einer Webseite anmelden, wie in Hotels. Öffnen Sie einen Browser.</translation>
    </message>
    <message>
        <source>This program cannot write this kind of event: {kind}.</source>
        <translation>Dieses Programm kann diese Art Termin nicht schreiben: {kind}.</translation>
    </message>
    <message>
        <source>This program does not know this kind of event: {kind}.</source>
        <translation>Dieses Programm kennt diese Art Termin nicht: {kind}.</translation>
    </message>
    <message>
        <source>This reminder is over.</source>
        <translation>Diese Erinnerung ist vorbei.</translation>
    </message>
    <message>
        <source>This repetition cannot be moved along: choose its days anew as well.</source>
        <translation>Diese Wiederholung lässt sich nicht mitverschieben: Wählen Sie auch ihre Tage neu.</translation>
    </message>
    <message>
        <source>This repetition cannot be understood.</source>
        <translation>Diese Wiederholung ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>This report is on this computer only: nothing was sent. It says where the program was and what it had logged, which names servers and calendars’ addresses. Read it before you pass it on.</source>
        <translation>Dieser Bericht ist nur auf diesem Computer: Nichts wurde gesendet. Darin steht, wo das Programm gerade war und was es protokolliert hatte, mit Namen von Servern und Adressen von Kalendern. Lesen Sie ihn, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>This rule stays as it is unless you choose another one.</source>
        <translation>Diese Regel bleibt, wie sie ist, wenn Sie keine andere wählen.</translation>
    </message>
    <message>
        <source>This series cannot be divided: change one occurrence, or all of them.</source>
        <translation>Diese Serie lässt sich nicht teilen: Ändern Sie ein Vorkommen oder alle.</translation>
    </message>
    <message>
        <source>This series was moved on the way: change one occurrence, or all of them.</source>
        <translation>Diese Serie wurde unterwegs verschoben: Ändern Sie ein Vorkommen oder alle.</translation>
    </message>
    <message>
        <source>This service offers no calendars you can see.</source>
        <translation>Dieser Dienst bietet keine Kalender, die Sie sehen können.</translation>
    </message>
    <message>
        <source>This version cannot read the list of versions. There may be a newer one.</source>
        <translation>Diese Version kann die Liste der Versionen nicht lesen. Vielleicht gibt es eine neuere.</translation>
    </message>
    <message>
        <source>This was stopped in the window.</source>
        <translation>Das wurde im Fenster abgebrochen.</translation>
    </message>
    <message>
        <source>Those in the groups that are set at the server can see it.</source>
        <translation>Wer in den Gruppen ist, die auf dem Server eingestellt sind, kann ihn sehen.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Verwerfen, was Sie geändert haben?</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time block</source>
        <translation>Zeitblock</translation>
    </message>
    <message>
        <source>Time to leave was {time} ago: {summary}</source>
        <translation>Aufbruch war vor {time}: {summary}</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>Zeitzone…</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Times are shown in UTC. Set the time zone in the system&apos;s settings.</source>
        <translation>Zeiten werden in UTC gezeigt. Stellen Sie die Zeitzone in den Einstellungen des Systems ein.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>To {place}</source>
        <translation>Nach {place}</translation>
    </message>
    <message>
        <source>To-do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>To-do, done</source>
        <translation>Aufgabe, erledigt</translation>
    </message>
    <message>
        <source>To-dos</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token (X-OAUTH2)</source>
        <translation>Token (X-OAUTH2)</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Train or bus</source>
        <translation>Zug oder Bus</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Fahrten</translation>
    </message>
    <message>
        <source>Trust the new key</source>
        <translation>Neuem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Trust the new key only if the people who run the server tell you this fingerprint.</source>
        <translation>Vertrauen Sie dem neuen Schlüssel nur, wenn die Betreiber des Servers Ihnen diesen Fingerabdruck nennen.</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Diesem Server vertrauen?</translation>
    </message>
    <message>
        <source>Trusted authorities (CA file)</source>
        <translation>Vertraute Zertifizierungsstellen (CA-Datei)</translation>
    </message>
    <message>
        <source>Trusted key</source>
        <translation>Vertrauter Schlüssel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again. If it stays so, ask whoever runs what does not answer.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es so, fragen Sie, wer betreibt, was nicht antwortet.</translation>
    </message>
    <message>
        <source>Try it with a demo server on this computer</source>
        <translation>Probieren Sie es mit einem Demoserver auf diesem Computer</translation>
    </message>
    <message>
        <source>Try it: a private server, three calendars, and a colleague who keeps changing them.</source>
        <translation>Probieren Sie es aus: ein privater Server, drei Kalender und ein Kollege, der sie ständig ändert.</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Unsubscribed from {title}.</source>
        <translation>Abonnement von {title} beendet.</translation>
    </message>
    <message>
        <source>Until 5 minutes before it is due</source>
        <translation>Bis 5 Minuten vor der Fälligkeit</translation>
    </message>
    <message>
        <source>Until 5 minutes before the start</source>
        <translation>Bis 5 Minuten vor Beginn</translation>
    </message>
    <message>
        <source>Until I resume them</source>
        <translation>Bis ich sie fortsetze</translation>
    </message>
    <message>
        <source>Until it is due</source>
        <translation>Bis zur Fälligkeit</translation>
    </message>
    <message>
        <source>Until that is mended, the usual value counts instead.</source>
        <translation>Bis das in Ordnung ist, gilt der übliche Wert.</translation>
    </message>
    <message>
        <source>Until the start</source>
        <translation>Bis zum Beginn</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Untitled calendar</source>
        <translation>Kalender ohne Titel</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <source>Usual: none</source>
        <translation>Üblich: keine</translation>
    </message>
    <message>
        <source>Usual: none. What happens meanwhile is told in one notification afterwards.</source>
        <translation>Üblich: keine. Was inzwischen geschieht, steht danach in einer Benachrichtigung.</translation>
    </message>
    <message>
        <source>Usual: off</source>
        <translation>Üblich: aus</translation>
    </message>
    <message>
        <source>Usual: on, where the desktop tells</source>
        <translation>Üblich: an, wo die Arbeitsumgebung es sagt</translation>
    </message>
    <message>
        <source>Usual: {defaults}</source>
        <translation>Üblich: {defaults}</translation>
    </message>
    <message>
        <source>Usual: {time}. Older ones come together in one notification.</source>
        <translation>Üblich: {time}. Ältere kommen zusammen in einer Benachrichtigung.</translation>
    </message>
    <message>
        <source>Version {own} is the newest one, as of {when}.</source>
        <translation>Version {own} ist die neueste, Stand {when}.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version} is out</source>
        <translation>Version {version} ist erschienen</translation>
    </message>
    <message>
        <source>Version {version} is out, but not for this system. This is {own}.</source>
        <translation>Version {version} ist da, aber nicht für dieses System. Dies ist {own}.</translation>
    </message>
    <message>
        <source>Version {version} is out.</source>
        <translation>Version {version} ist erschienen.</translation>
    </message>
    <message>
        <source>Version {version} is out. This is {own}.</source>
        <translation>Version {version} ist erschienen. Dies ist {own}.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videoanruf</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for the owner to approve</source>
        <translation>Wartet auf die Zusage des Eigentümers</translation>
    </message>
    <message>
        <source>Waiting for the owner to let you in.</source>
        <translation>Es wird gewartet, bis der Eigentümer Sie zulässt.</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Es wird auf den Server gewartet…</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Gehen</translation>
    </message>
    <message numerus="yes">
        <source>Watching {count} calendar.</source>
        <comment>Watching {count} calendars.</comment>
        <translation>
            <numerusform>{count} Kalender wird beobachtet.</numerusform>
            <numerusform>{count} Kalender werden beobachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Web pages of {domain} come through, but its XMPP server does not answer: this network may let nothing else through, and {domain} offers no way over the web.</source>
        <translation>Webseiten von {domain} kommen durch, aber der XMPP-Server antwortet nicht: Vielleicht lässt dieses Netzwerk nichts anderes durch, und {domain} bietet keinen Weg über das Web.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Was damit möglich ist</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie heißt es?</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was neu ist</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>What starts with your session cannot be read or changed in {place}: {why}.</source>
        <translation>Was mit Ihrer Sitzung startet, kann in {place} nicht gelesen oder geändert werden: {why}.</translation>
    </message>
    <message>
        <source>What the calendar’s server sent, for those who look for a mistake.</source>
        <translation>Was der Server des Kalenders gesendet hat, für alle, die einen Fehler suchen.</translation>
    </message>
    <message>
        <source>What was given as the password is not one line of text.</source>
        <translation>Was als Passwort angegeben wurde, ist nicht eine Zeile Text.</translation>
    </message>
    <message>
        <source>What was here before is kept as {path}</source>
        <translation>Was vorher hier war, bleibt erhalten als {path}</translation>
    </message>
    <message>
        <source>What {name} may do</source>
        <translation>Was {name} darf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When this is due cannot be read.</source>
        <translation>Wann das fällig ist, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>When to leave is not known yet.</source>
        <translation>Wann Sie aufbrechen müssen, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>When, where, with whom: “Thu 12:30 1h”, “@Canteen”, “with ann@example.org”, “every week”, “#calendar”.</source>
        <translation>Wann, wo, mit wem: „Do 12:30 1h“, „@Kantine“, „mit ann@example.org“, „jede Woche“, „#Kalender“.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Whether you may write to it, its server does not say.</source>
        <translation>Ob Sie hineinschreiben dürfen, sagt der Server nicht.</translation>
    </message>
    <message>
        <source>Which occurrence this event changes cannot be read.</source>
        <translation>Welches Vorkommen dieser Termin ändert, lässt sich nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} change</source>
        <comment>While notifications were paused: {count} changes</comment>
        <translation>
            <numerusform>Während Benachrichtigungen angehalten waren: {count} Änderung</numerusform>
            <numerusform>Während Benachrichtigungen angehalten waren: {count} Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} reminder missed</source>
        <comment>While notifications were paused: {count} reminders missed</comment>
        <translation>
            <numerusform>Während Benachrichtigungen angehalten waren: {count} Erinnerung verpasst</numerusform>
            <numerusform>Während Benachrichtigungen angehalten waren: {count} Erinnerungen verpasst</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Während Sie weg waren</translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} change</source>
        <comment>While you were away: {count} changes</comment>
        <translation>
            <numerusform>Während Sie weg waren: {count} Änderung</numerusform>
            <numerusform>Während Sie weg waren: {count} Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} reminder missed</source>
        <comment>While you were away: {count} reminders missed</comment>
        <translation>
            <numerusform>Während Sie weg waren: {count} Erinnerung verpasst</numerusform>
            <numerusform>Während Sie weg waren: {count} Erinnerungen verpasst</numerusform>
        </translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wer ihn sehen kann</translation>
    </message>
    <message>
        <source>Whoever knows or finds its address can see it.</source>
        <translation>Wer seine Adresse kennt oder findet, kann ihn sehen.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>Anfrage zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw request…</source>
        <translation>Anfrage zurückziehen…</translation>
    </message>
    <message>
        <source>Withdraw your request to see “{name}”?</source>
        <translation>Ihre Anfrage, „{name}“ zu sehen, zurückziehen?</translation>
    </message>
    <message>
        <source>Withdrawing your request…</source>
        <translation>Ihre Anfrage wird zurückgezogen…</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>Ohne Zeit</translation>
    </message>
    <message>
        <source>Without it no account is known.</source>
        <translation>Ohne sie ist kein Konto bekannt.</translation>
    </message>
    <message>
        <source>Without its window, in the tray. Usual: off</source>
        <translation>Ohne Fenster, im Infobereich. Üblich: aus</translation>
    </message>
    <message>
        <source>Write a calendar, or one event of it, as an .ics file.</source>
        <translation>Einen Kalender oder einen Termin daraus als .ics-Datei schreiben.</translation>
    </message>
    <message>
        <source>Write for how long or until when: 45 min, 2 h, 16:30, tomorrow 9:00.</source>
        <translation>Schreiben Sie, für wie lange oder bis wann: 45 min, 2 h, 16:30, tomorrow 9:00.</translation>
    </message>
    <message>
        <source>Write settings and calendars into one file, also while the application runs. No password is in it; who can read it can read your calendars.</source>
        <translation>Schreibt Einstellungen und Kalender in eine Datei, auch während die Anwendung läuft. Sie enthält kein Passwort; wer sie lesen kann, kann Ihre Kalender lesen.</translation>
    </message>
    <message>
        <source>Write the whole address, such as https://example.org/room.</source>
        <translation>Schreiben Sie die ganze Adresse, etwa https://example.org/room.</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jährlich</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You accepted</source>
        <translation>Sie haben zugesagt</translation>
    </message>
    <message>
        <source>You allow or deny each person who wants to see it.</source>
        <translation>Sie lassen jede Person zu oder nicht, die ihn sehen möchte.</translation>
    </message>
    <message>
        <source>You are free during this</source>
        <translation>Sie sind währenddessen frei</translation>
    </message>
    <message>
        <source>You are invited</source>
        <translation>Sie sind eingeladen</translation>
    </message>
    <message>
        <source>You are invited to {summary}</source>
        <translation>Sie sind zu {summary} eingeladen</translation>
    </message>
    <message>
        <source>You are not subscribed to this calendar.</source>
        <translation>Sie haben diesen Kalender nicht abonniert.</translation>
    </message>
    <message>
        <source>You are not subscribed to {uri}.</source>
        <translation>Sie haben {uri} nicht abonniert.</translation>
    </message>
    <message>
        <source>You are offline. A calendar can be left once you are connected.</source>
        <translation>Sie sind offline. Ein Kalender lässt sich abbestellen, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. A calendar can be made once you are connected.</source>
        <translation>Sie sind offline. Ein Kalender lässt sich anlegen, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. Calendars are shown once you are connected.</source>
        <translation>Sie sind offline. Kalender werden gezeigt, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. Calendars can be added once you are connected.</source>
        <translation>Sie sind offline. Kalender lassen sich hinzufügen, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. Files can be attached once you are connected.</source>
        <translation>Sie sind offline. Dateien lassen sich anhängen, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. The file can be imported once you are connected.</source>
        <translation>Sie sind offline. Die Datei lässt sich importieren, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You are offline. This can be done once you are connected.</source>
        <translation>Sie sind offline. Das geht, sobald Sie verbunden sind.</translation>
    </message>
    <message>
        <source>You can ask again later.</source>
        <translation>Sie können später erneut fragen.</translation>
    </message>
    <message>
        <source>You can change this event</source>
        <translation>Sie können diesen Termin ändern</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>Sie haben abgesagt</translation>
    </message>
    <message>
        <source>You have no access to this calendar. Ask its owner.</source>
        <translation>Sie haben keinen Zugang zu diesem Kalender. Fragen Sie den Eigentümer.</translation>
    </message>
    <message>
        <source>You have no calendar at {service} yet. “Show” asks it, and it learns your address by that.</source>
        <translation>Sie haben noch keinen Kalender bei {service}. „Anzeigen“ fragt dort nach; dabei wird Ihre Adresse dort bekannt.</translation>
    </message>
    <message>
        <source>You have not answered</source>
        <translation>Sie haben nicht geantwortet</translation>
    </message>
    <message>
        <source>You may not make calendars at {service}. Choose another place.</source>
        <translation>Sie dürfen bei {service} keine Kalender anlegen. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>You may not write to this calendar. Ask its owner.</source>
        <translation>Sie dürfen nicht in diesen Kalender schreiben. Fragen Sie den Eigentümer.</translation>
    </message>
    <message>
        <source>You may only read this calendar.</source>
        <translation>Sie dürfen diesen Kalender nur lesen.</translation>
    </message>
    <message>
        <source>You may only read this event.</source>
        <translation>Sie dürfen diesen Termin nur lesen.</translation>
    </message>
    <message>
        <source>You need to be let in by the owner</source>
        <translation>Der Eigentümer muss Sie zulassen</translation>
    </message>
    <message>
        <source>You said maybe</source>
        <translation>Sie haben „Vielleicht“ gesagt</translation>
    </message>
    <message>
        <source>You say who can see it under “Share…”.</source>
        <translation>Wer ihn sehen kann, sagen Sie unter „Teilen…“.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer whoever invites you directly.</source>
        <translation>Ihre Antwort auf „{title}“ wurde nicht angenommen: {why}. Antworten Sie direkt dem, der Sie einlädt.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer {name} directly.</source>
        <translation>Ihre Antwort auf „{title}“ wurde nicht angenommen: {why}. Antworten Sie {name} direkt.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}.</source>
        <translation>Ihre Antwort auf „{title}“ wurde nicht angenommen: {why}.</translation>
    </message>
    <message>
        <source>Your certificate and key</source>
        <translation>Ihr Zertifikat und dessen Schlüssel</translation>
    </message>
    <message>
        <source>Your change is not sent yet.</source>
        <translation>Ihre Änderung ist noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Your preferences stay in {path}.</source>
        <translation>Ihre Einstellungen bleiben in {path}.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>a PEM file</source>
        <translation>eine PEM-Datei</translation>
    </message>
    <message>
        <source>a PEM file with your own certificate and key, for --proof certificate</source>
        <translation>eine PEM-Datei mit Ihrem eigenen Zertifikat und dessen Schlüssel, für --proof certificate</translation>
    </message>
    <message>
        <source>a date or time; default: today</source>
        <translation>ein Datum oder eine Zeit; Vorgabe: heute</translation>
    </message>
    <message>
        <source>a number of seconds from 0.05 to 3600</source>
        <translation>eine Zahl von Sekunden von 0.05 bis 3600</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>ein Port ist eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>a time, or a date: up to the end of that day; default: 30 days later</source>
        <translation>eine Zeit oder ein Datum: bis zum Ende dieses Tages; Vorgabe: 30 Tage später</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>mehrdeutige Option: %(option)s könnte %(matches)s sein</translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file</source>
        <translation>eine .ics-, .xml- oder .json-Datei</translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file instead of the store</source>
        <translation>eine .ics-, .xml- oder .json-Datei statt des Speichers</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>ein Termin</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more account</source>
        <comment>and {count} more accounts</comment>
        <translation>
            <numerusform>und {count} weiteres Konto</numerusform>
            <numerusform>und {count} weitere Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {count} other</source>
        <comment>and {count} others</comment>
        <translation>
            <numerusform>und {count} weitere Person</numerusform>
            <numerusform>und {count} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>ann@example.org</source>
        <translation>ann@example.org</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>dort lauscht ein anderes Programm</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>Argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>arrives {time}</source>
        <translation>Ankunft {time}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>um {time}</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>away for longer</source>
        <translation>länger abwesend</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation>Fahrrad</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>von {person}</translation>
    </message>
    <message>
        <source>c42desktop cannot run</source>
        <translation>c42desktop kann nicht laufen</translation>
    </message>
    <message>
        <source>c42desktop ended unexpectedly {day} at {time}.</source>
        <translation>c42desktop wurde {day} um {time} unerwartet beendet.</translation>
    </message>
    <message>
        <source>c42desktop runs already (process {pid}), but does not answer. Wait, or end that process.</source>
        <translation>c42desktop läuft schon (Prozess {pid}), antwortet aber nicht. Warten Sie oder beenden Sie diesen Prozess.</translation>
    </message>
    <message>
        <source>c42desktop {version} is installed, but {own} still runs. Quit it, and start it again.</source>
        <translation>c42desktop {version} ist installiert, aber {own} läuft noch. Beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>calendars cannot be deleted</source>
        <translation>Kalender lassen sich nicht löschen</translation>
    </message>
    <message>
        <source>can be read again</source>
        <translation>lässt sich wieder lesen</translation>
    </message>
    <message>
        <source>car</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation>von selbst gewählt</translation>
    </message>
    <message>
        <source>connect to this server instead of asking DNS</source>
        <translation>mit diesem Server verbinden, statt DNS zu fragen</translation>
    </message>
    <message>
        <source>connect without TLS, to a server on this computer only</source>
        <translation>ohne TLS verbinden, nur mit einem Server auf diesem Computer</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>default: the one that DNS names, else 5222</source>
        <translation>Vorgabe: der, den DNS nennt, sonst 5222</translation>
    </message>
    <message>
        <source>default: “-”, standard output</source>
        <translation>Vorgabe: „-“, die Standardausgabe</translation>
    </message>
    <message>
        <source>departs {time}</source>
        <translation>Abfahrt {time}</translation>
    </message>
    <message>
        <source>departs {time} from {place}</source>
        <translation>Abfahrt {time} ab {place}</translation>
    </message>
    <message>
        <source>direct TLS</source>
        <translation>direktes TLS</translation>
    </message>
    <message>
        <source>do not ask, also where changes that were not sent are lost</source>
        <translation>nicht fragen, auch wenn Änderungen verloren gehen, die nicht gesendet sind</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>fällig {time}</translation>
    </message>
    <message>
        <source>erase every trace of it here: password, calendars, what waits to be sent, logs and older copies</source>
        <translation>hier jede Spur davon löschen: Passwort, Kalender, was noch zu senden ist, Protokolle und ältere Kopien</translation>
    </message>
    <message>
        <source>events cannot be taken back</source>
        <translation>Termine lassen sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>mindestens ein Argument erwartet</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>ein Argument erwartet</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>von selbst gefunden</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>from {day} on: {detail}</source>
        <translation>ab {day}: {detail}</translation>
    </message>
    <message>
        <source>had no title</source>
        <translation>hatte keinen Titel</translation>
    </message>
    <message>
        <source>has to be answered</source>
        <translation>muss beantwortet werden</translation>
    </message>
    <message>
        <source>home</source>
        <translation>zu Hause</translation>
    </message>
    <message>
        <source>how to connect: {ways}; default: automatic, which tries them in this order</source>
        <translation>wie verbunden wird: {ways}; Vorgabe: automatic, das sie in dieser Reihenfolge versucht</translation>
    </message>
    <message>
        <source>http://[USER@]HOST:PORT, socks5://[USER@]HOST:PORT or none; default: the system’s</source>
        <translation>http://[BENUTZER@]HOST:PORT, socks5://[BENUTZER@]HOST:PORT oder none; Vorgabe: die des Systems</translation>
    </message>
    <message>
        <source>if it has one</source>
        <translation>falls er eines hat</translation>
    </message>
    <message>
        <source>if it wants one</source>
        <translation>falls er einen verlangt</translation>
    </message>
    <message>
        <source>in the terminal, even where there is a screen</source>
        <translation>im Terminal, auch wo es einen Bildschirm gibt</translation>
    </message>
    <message>
        <source>in your calendar now</source>
        <translation>jetzt in Ihrem Kalender</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>ungültige Wahl: %(value)r (möglich: %(choices)s)</translation>
    </message>
    <message>
        <source>it begins with “{begin}”</source>
        <translation>es beginnt mit „{begin}“</translation>
    </message>
    <message>
        <source>it does not list subscriptions, so those of other programs stay unknown</source>
        <translation>er listet keine Abonnements auf, also bleiben die anderer Programme unbekannt</translation>
    </message>
    <message>
        <source>it expired on {date}</source>
        <translation>es ist am {date} abgelaufen</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>es ist abgelaufen</translation>
    </message>
    <message>
        <source>it is being made anew</source>
        <translation>er wird neu gemacht</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it is for another name</source>
        <translation>es gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>it is for {names}</source>
        <translation>es gilt für {names}</translation>
    </message>
    <message>
        <source>it is not in the calendar any more</source>
        <translation>er ist nicht mehr im Kalender</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>it is not valid before {date}, by the clock of this computer</source>
        <translation>es gilt nicht vor {date}, nach der Uhr dieses Computers</translation>
    </message>
    <message>
        <source>it is not valid yet, by the clock of this computer</source>
        <translation>es gilt noch nicht, nach der Uhr dieses Computers</translation>
    </message>
    <message>
        <source>it is self-signed, so nobody else vouches for it</source>
        <translation>es ist selbst signiert, also bürgt niemand sonst dafür</translation>
    </message>
    <message>
        <source>it keeps no events: a change is seen only while one is online</source>
        <translation>er behält keine Termine: Eine Änderung sieht nur, wer gerade online ist</translation>
    </message>
    <message>
        <source>it said nothing.</source>
        <translation>er sagte nichts.</translation>
    </message>
    <message>
        <source>it was issued by {issuer}, whom this computer does not know</source>
        <translation>es wurde von {issuer} ausgestellt, den dieser Computer nicht kennt</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>es wurde widerrufen</translation>
    </message>
    <message>
        <source>its address or title, as “calendars” prints them</source>
        <translation>seine Adresse oder sein Titel, wie „calendars“ sie ausgibt</translation>
    </message>
    <message>
        <source>its key or its signature is too weak to be safe</source>
        <translation>sein Schlüssel oder seine Signatur ist zu schwach, um sicher zu sein</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>keep its calendars as they are, to look at</source>
        <translation>seine Kalender zum Ansehen behalten, wie sie sind</translation>
    </message>
    <message>
        <source>keep settings, calendars and logs there</source>
        <translation>Einstellungen, Kalender und Protokolle dort aufbewahren</translation>
    </message>
    <message>
        <source>keep the change without signing in first</source>
        <translation>die Änderung behalten, ohne sich zuerst anzumelden</translation>
    </message>
    <message>
        <source>keeps you busy now</source>
        <translation>belegt jetzt Ihre Zeit</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzten</translation>
    </message>
    <message>
        <source>leave {place} at {time}, {shifted}</source>
        <translation>um {time} ab {place} aufbrechen, {shifted}</translation>
    </message>
    <message>
        <source>leave {times}</source>
        <translation>Aufbruch {times}</translation>
    </message>
    <message>
        <source>leave {time}</source>
        <translation>Aufbruch {time}</translation>
    </message>
    <message>
        <source>leave {time}, {shifted}</source>
        <translation>Aufbruch {time}, {shifted}</translation>
    </message>
    <message>
        <source>leaves you free now</source>
        <translation>lässt Ihnen jetzt die Zeit frei</translation>
    </message>
    <message>
        <source>log more</source>
        <translation>mehr protokollieren</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>must be a list of addresses such as [&quot;https://meet.example.org/&quot;].</source>
        <translation>muss eine Liste von Adressen sein, etwa [&quot;https://meet.example.org/&quot;].</translation>
    </message>
    <message>
        <source>must be a list of days and times such as [&quot;1d 18:00&quot;, &quot;0d 09:00&quot;].</source>
        <translation>muss eine Liste von Tagen und Zeiten sein, etwa [&quot;1d 18:00&quot;, &quot;0d 09:00&quot;].</translation>
    </message>
    <message>
        <source>must be a list of durations such as [&quot;10m&quot;, &quot;1h&quot;, &quot;1d&quot;].</source>
        <translation>muss eine Liste von Dauern sein, etwa [&quot;10m&quot;, &quot;1h&quot;, &quot;1d&quot;].</translation>
    </message>
    <message>
        <source>must be a whole number from {least} to {most}.</source>
        <translation>muss eine ganze Zahl von {least} bis {most} sein.</translation>
    </message>
    <message>
        <source>must be one of {options}.</source>
        <translation>muss eines von {options} sein.</translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation>muss true oder false sein.</translation>
    </message>
    <message>
        <source>must be two times such as &quot;22:00-07:00&quot;.</source>
        <translation>muss zwei Zeiten enthalten, etwa &quot;22:00-07:00&quot;.</translation>
    </message>
    <message>
        <source>new description</source>
        <translation>neue Beschreibung</translation>
    </message>
    <message>
        <source>new link</source>
        <translation>neuer Link</translation>
    </message>
    <message>
        <source>new organiser</source>
        <translation>neue Organisation</translation>
    </message>
    <message>
        <source>new route: {legs}</source>
        <translation>neue Route: {legs}</translation>
    </message>
    <message>
        <source>new way to take part</source>
        <translation>neuer Weg zur Teilnahme</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>keine Beschreibung</translation>
    </message>
    <message>
        <source>no destination, was {before}</source>
        <translation>kein Ziel, bisher {before}</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>kein Link</translation>
    </message>
    <message>
        <source>no longer a suggestion</source>
        <translation>kein Vorschlag mehr</translation>
    </message>
    <message>
        <source>no longer an invitation</source>
        <translation>keine Einladung mehr</translation>
    </message>
    <message>
        <source>no longer cancelled</source>
        <translation>nicht mehr abgesagt</translation>
    </message>
    <message>
        <source>no longer due</source>
        <translation>nicht mehr fällig</translation>
    </message>
    <message>
        <source>no longer repeats</source>
        <translation>wiederholt sich nicht mehr</translation>
    </message>
    <message>
        <source>no message reaches {jid}</source>
        <translation>keine Nachricht erreicht {jid}</translation>
    </message>
    <message>
        <source>no organiser</source>
        <translation>keine Organisation</translation>
    </message>
    <message>
        <source>no place, was {before}</source>
        <translation>kein Ort, bisher {before}</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>keine Route</translation>
    </message>
    <message>
        <source>no time, was {before}</source>
        <translation>keine Zeit, bisher {before}</translation>
    </message>
    <message>
        <source>no way to get there was found</source>
        <translation>es wurde kein Weg dorthin gefunden</translation>
    </message>
    <message>
        <source>no way to take part from elsewhere</source>
        <translation>kein Weg, von anderswo teilzunehmen</translation>
    </message>
    <message>
        <source>nobody waits for your answer</source>
        <translation>niemand wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>nobody whom this computer knows issued it</source>
        <translation>niemand, den dieser Computer kennt, hat es ausgestellt</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>nicht zusammen mit Argument %s erlaubt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>now a route</source>
        <translation>jetzt eine Route</translation>
    </message>
    <message>
        <source>now a suggestion</source>
        <translation>jetzt ein Vorschlag</translation>
    </message>
    <message>
        <source>now a time block</source>
        <translation>jetzt ein Zeitblock</translation>
    </message>
    <message>
        <source>now a to-do</source>
        <translation>jetzt eine Aufgabe</translation>
    </message>
    <message>
        <source>now a trip</source>
        <translation>jetzt eine Fahrt</translation>
    </message>
    <message>
        <source>now an event</source>
        <translation>jetzt ein Termin</translation>
    </message>
    <message>
        <source>now cancelled</source>
        <translation>jetzt abgesagt</translation>
    </message>
    <message>
        <source>now confirmed</source>
        <translation>jetzt bestätigt</translation>
    </message>
    <message>
        <source>now tentative</source>
        <translation>jetzt unter Vorbehalt</translation>
    </message>
    <message>
        <source>now {time}</source>
        <translation>jetzt {time}</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>one cannot publish events</source>
        <translation>man kann keine Termine veröffentlichen</translation>
    </message>
    <message>
        <source>one cannot subscribe, so changes are not told</source>
        <translation>man kann nicht abonnieren, also werden Änderungen nicht gemeldet</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>eines der Argumente %s ist nötig</translation>
    </message>
    <message>
        <source>one of those that vouch for it has expired</source>
        <translation>eines derer, die dafür bürgen, ist abgelaufen</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>only who published it may change it</source>
        <translation>nur wer es veröffentlicht hat, darf es ändern</translation>
    </message>
    <message>
        <source>only {name} may change it, who published it</source>
        <translation>nur {name} darf es ändern, von dort wurde es veröffentlicht</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>other answers</source>
        <translation>andere Antworten</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>andere Kategorien</translation>
    </message>
    <message>
        <source>other dates</source>
        <translation>andere Daten</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>andere Dateien</translation>
    </message>
    <message>
        <source>other invitation</source>
        <translation>andere Einladung</translation>
    </message>
    <message>
        <source>other reminders</source>
        <translation>andere Erinnerungen</translation>
    </message>
    <message>
        <source>other time zone</source>
        <translation>andere Zeitzone</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>Positionsargumente</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>JSON ausgeben</translation>
    </message>
    <message>
        <source>proxy.example.org:8080</source>
        <translation>proxy.example.org:8080</translation>
    </message>
    <message>
        <source>publish its events in this calendar on a server</source>
        <translation>seine Termine in diesem Kalender auf einem Server veröffentlichen</translation>
    </message>
    <message>
        <source>read the password from standard input</source>
        <translation>das Passwort von der Standardeingabe lesen</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>send the password itself, inside TLS, if the server knows no better way</source>
        <translation>das Passwort selbst innerhalb von TLS senden, wenn der Server keinen besseren Weg kennt</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>diese Hilfe zeigen und beenden</translation>
    </message>
    <message>
        <source>sign in with what the server offers now, though it offered something better before</source>
        <translation>sich mit dem anmelden, was der Server jetzt bietet, obwohl er früher Besseres bot</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>start without the window, as at the beginning of a session</source>
        <translation>ohne Fenster starten, wie zu Beginn einer Sitzung</translation>
    </message>
    <message>
        <source>the account&apos;s XMPP address: name@example.org</source>
        <translation>die XMPP-Adresse des Kontos: name@example.org</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>folgende Argumente fehlen: %s</translation>
    </message>
    <message>
        <source>the item&apos;s id, as “agenda --json” prints it</source>
        <translation>die Kennung des Eintrags, wie „agenda --json“ sie ausgibt</translation>
    </message>
    <message>
        <source>the item&apos;s id; default: the event&apos;s UID</source>
        <translation>die Kennung des Eintrags; Vorgabe: die UID des Termins</translation>
    </message>
    <message>
        <source>the name of a file is missing</source>
        <translation>der Name einer Datei fehlt</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>am nächsten Tag</translation>
    </message>
    <message>
        <source>then it ended: {why}</source>
        <translation>dann endete er: {why}</translation>
    </message>
    <message>
        <source>there are none in it</source>
        <translation>es sind keine darin</translation>
    </message>
    <message>
        <source>there is no standard output</source>
        <translation>es gibt keine Standardausgabe</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>eine solche Datei gibt es nicht</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>this calendar takes no answers</source>
        <translation>dieser Kalender nimmt keine Antworten an</translation>
    </message>
    <message>
        <source>this calendar takes no such answer</source>
        <translation>dieser Kalender nimmt keine solche Antwort an</translation>
    </message>
    <message>
        <source>this event only, by its UID or its item&apos;s id</source>
        <translation>nur dieser Termin, nach seiner UID oder der Kennung seines Eintrags</translation>
    </message>
    <message>
        <source>this is no name of a file</source>
        <translation>das ist kein Name einer Datei</translation>
    </message>
    <message>
        <source>those of this computer</source>
        <translation>die dieses Computers</translation>
    </message>
    <message>
        <source>time between two changes, from 0.05 to 3600; default: {seconds}</source>
        <translation>Zeit zwischen zwei Änderungen, von 0.05 bis 3600; Vorgabe: {seconds}</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>to {place}</source>
        <translation>nach {place}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>train or bus</source>
        <translation>Zug oder Bus</translation>
    </message>
    <message>
        <source>trust the authorities in this PEM file only</source>
        <translation>nur den Zertifizierungsstellen in dieser PEM-Datei vertrauen</translation>
    </message>
    <message>
        <source>trust the server’s key with this SHA-256 fingerprint and no other; empty: forget it</source>
        <translation>dem Schlüssel des Servers mit diesem SHA-256-Fingerabdruck vertrauen und keinem anderen; leer: ihn vergessen</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>trusted by its key, as you decided</source>
        <translation>durch seinen Schlüssel vertraut, wie Sie entschieden haben</translation>
    </message>
    <message>
        <source>trusted by your CA file</source>
        <translation>durch Ihre CA-Datei vertraut</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>unbekannte Argumente: %s</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>Aufruf: </translation>
    </message>
    <message>
        <source>vera@example.org</source>
        <translation>vera@example.org</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>zu Fuß</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>was due {time}</source>
        <translation>war fällig {time}</translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation>bisher {before}</translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>bisher {time}</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>what is in a calendar cannot be read</source>
        <translation>was in einem Kalender steht, lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>what to call the calendar that is made of it</source>
        <translation>wie der Kalender heißen soll, der daraus gemacht wird</translation>
    </message>
    <message>
        <source>what to log: {levels}; default: info for the window, warning for commands</source>
        <translation>was protokolliert wird: {levels}; Vorgabe: info für das Fenster, warning für Befehle</translation>
    </message>
    <message>
        <source>what to sign in with: {proofs}; default: password. A token is given as the password</source>
        <translation>womit man sich anmeldet: {proofs}; Vorgabe: password. Ein Token wird als Passwort angegeben</translation>
    </message>
    <message>
        <source>when to leave is not known</source>
        <translation>wann Sie aufbrechen müssen, ist nicht bekannt</translation>
    </message>
    <message>
        <source>where, for WebSocket (wss://…) and BOSH (https://…); default: what the domain says</source>
        <translation>wo, für WebSocket (wss://…) und BOSH (https://…); Vorgabe: was die Domain sagt</translation>
    </message>
    <message>
        <source>which account, where there are several</source>
        <translation>welches Konto, wo es mehrere gibt</translation>
    </message>
    <message>
        <source>without encryption</source>
        <translation>ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>xmpp:SERVICE?;node=NODE, in quotes: a shell ends a command at “;”</source>
        <translation>xmpp:DIENST?;node=NODE, in Anführungszeichen: Eine Shell beendet einen Befehl bei „;“</translation>
    </message>
    <message>
        <source>xmpp:SERVICE?;node=NODE, or a calendar file</source>
        <translation>xmpp:DIENST?;node=NODE, oder eine Kalenderdatei</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>you accepted</source>
        <translation>Sie haben zugesagt</translation>
    </message>
    <message>
        <source>you are invited</source>
        <translation>Sie sind eingeladen</translation>
    </message>
    <message>
        <source>you are not invited to it any more</source>
        <translation>Sie sind nicht mehr dazu eingeladen</translation>
    </message>
    <message>
        <source>you can change it now</source>
        <translation>Sie können ihn jetzt ändern</translation>
    </message>
    <message>
        <source>you can only read it now</source>
        <translation>Sie können ihn jetzt nur lesen</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>Sie haben abgesagt</translation>
    </message>
    <message>
        <source>you may not change this event</source>
        <translation>Sie dürfen diesen Termin nicht ändern</translation>
    </message>
    <message>
        <source>you may not delete events in this calendar</source>
        <translation>Sie dürfen in diesem Kalender keine Termine löschen</translation>
    </message>
    <message>
        <source>you may only read this calendar</source>
        <translation>Sie dürfen diesen Kalender nur lesen</translation>
    </message>
    <message>
        <source>you said maybe</source>
        <translation>Sie haben „Vielleicht“ gesagt</translation>
    </message>
    <message>
        <source>{accounts}: offline since {time} – showing what was known then</source>
        <translation>{accounts}: offline seit {time} – gezeigt wird der Stand von damals</translation>
    </message>
    <message>
        <source>{address} asks to see it</source>
        <translation>{address} bittet um Zugang</translation>
    </message>
    <message>
        <source>{answer}, your answer</source>
        <translation>{answer}, Ihre Antwort</translation>
    </message>
    <message>
        <source>{calendar}: the import fails</source>
        <translation>{calendar}: Der Import schlägt fehl</translation>
    </message>
    <message>
        <source>{calendar}: the import fails since {time}</source>
        <translation>{calendar}: Der Import schlägt seit {time} fehl</translation>
    </message>
    <message>
        <source>{calendar}: the import works again</source>
        <translation>{calendar}: Der Import geht wieder</translation>
    </message>
    <message>
        <source>{chosen} is used. Offered are {offered}.</source>
        <translation>{chosen} wird benutzt. Angeboten werden {offered}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} calendar of {jid} is here. What is on the server stays there.</source>
        <comment>{count} calendars of {jid} are here. What is on the server stays there.</comment>
        <translation>
            <numerusform>{count} Kalender von {jid} ist hier. Was auf dem Server ist, bleibt dort.</numerusform>
            <numerusform>{count} Kalender von {jid} sind hier. Was auf dem Server ist, bleibt dort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change</source>
        <comment>{count} changes</comment>
        <translation>
            <numerusform>{count} Änderung</numerusform>
            <numerusform>{count} Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change in {calendar}</source>
        <comment>{count} changes in {calendar}</comment>
        <translation>
            <numerusform>{count} Änderung in {calendar}</numerusform>
            <numerusform>{count} Änderungen in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change of yours is not sent yet and will be lost.</source>
        <comment>{count} changes of yours are not sent yet and will be lost.</comment>
        <translation>
            <numerusform>{count} Änderung von Ihnen ist noch nicht gesendet und geht verloren.</numerusform>
            <numerusform>{count} Änderungen von Ihnen sind noch nicht gesendet und gehen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change waits to be sent.</source>
        <comment>{count} changes wait to be sent.</comment>
        <translation>
            <numerusform>{count} Änderung wartet auf den Versand.</numerusform>
            <numerusform>{count} Änderungen warten auf den Versand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} could not be read and was left out</source>
        <comment>{count} could not be read and were left out</comment>
        <translation>
            <numerusform>{count} ließ sich nicht lesen und wurde ausgelassen</numerusform>
            <numerusform>{count} ließen sich nicht lesen und wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} could not be read: {name} – {why}</source>
        <comment>{count} could not be read, such as {name} – {why}</comment>
        <translation>
            <numerusform>{count} ließ sich nicht lesen: {name} – {why}</numerusform>
            <numerusform>{count} ließen sich nicht lesen, etwa {name} – {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} day</source>
        <comment>{count} days</comment>
        <translation>
            <numerusform>{count} Tag</numerusform>
            <numerusform>{count} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation>{count} anderswo</translation>
    </message>
    <message numerus="yes">
        <source>{count} event</source>
        <comment>{count} events</comment>
        <translation>
            <numerusform>{count} Termin</numerusform>
            <numerusform>{count} Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event added in {calendar}</source>
        <comment>{count} events added in {calendar}</comment>
        <translation>
            <numerusform>{count} Termin in {calendar} hinzugefügt</numerusform>
            <numerusform>{count} Termine in {calendar} hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event cancelled in {calendar}</source>
        <comment>{count} events cancelled in {calendar}</comment>
        <translation>
            <numerusform>{count} Termin in {calendar} abgesagt</numerusform>
            <numerusform>{count} Termine in {calendar} abgesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event changed in {calendar}</source>
        <comment>{count} events changed in {calendar}</comment>
        <translation>
            <numerusform>{count} Termin in {calendar} geändert</numerusform>
            <numerusform>{count} Termine in {calendar} geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event moved in {calendar}</source>
        <comment>{count} events moved in {calendar}</comment>
        <translation>
            <numerusform>{count} Termin in {calendar} verschoben</numerusform>
            <numerusform>{count} Termine in {calendar} verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event removed from {calendar}</source>
        <comment>{count} events removed from {calendar}</comment>
        <translation>
            <numerusform>{count} Termin aus {calendar} entfernt</numerusform>
            <numerusform>{count} Termine aus {calendar} entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message numerus="yes">
        <source>{count} hour</source>
        <comment>{count} hours</comment>
        <translation>
            <numerusform>{count} Stunde</numerusform>
            <numerusform>{count} Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} in {calendar}</source>
        <translation>{count} in {calendar}</translation>
    </message>
    <message numerus="yes">
        <source>{count} invited person is told.</source>
        <comment>{count} invited people are told.</comment>
        <translation>
            <numerusform>{count} eingeladene Person erfährt davon.</numerusform>
            <numerusform>{count} eingeladene Personen erfahren davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} km</source>
        <translation>{count} km</translation>
    </message>
    <message numerus="yes">
        <source>{count} left</source>
        <comment>{count} left</comment>
        <translation>
            <numerusform>noch {count}</numerusform>
            <numerusform>noch {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} m</source>
        <translation>{count} m</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message numerus="yes">
        <source>{count} minute</source>
        <comment>{count} minutes</comment>
        <translation>
            <numerusform>{count} Minute</numerusform>
            <numerusform>{count} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more</source>
        <comment>{count} more</comment>
        <translation>
            <numerusform>{count} weitere</numerusform>
            <numerusform>{count} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} new change</source>
        <comment>{count} new changes</comment>
        <translation>
            <numerusform>{count} neue Änderung</numerusform>
            <numerusform>{count} neue Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other</source>
        <comment>{count} others</comment>
        <translation>
            <numerusform>{count} weitere Person</numerusform>
            <numerusform>{count} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other person loses it.</source>
        <comment>{count} other people lose it.</comment>
        <translation>
            <numerusform>{count} weitere Person verliert ihn.</numerusform>
            <numerusform>{count} weitere Personen verlieren ihn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} person</source>
        <comment>{count} people</comment>
        <translation>
            <numerusform>{count} Person</numerusform>
            <numerusform>{count} Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} problem: {names}</source>
        <comment>{count} problems: {names}</comment>
        <translation>
            <numerusform>{count} Problem: {names}</numerusform>
            <numerusform>{count} Probleme: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder</source>
        <comment>{count} reminders</comment>
        <translation>
            <numerusform>{count} Erinnerung</numerusform>
            <numerusform>{count} Erinnerungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder missed</source>
        <comment>{count} reminders missed</comment>
        <translation>
            <numerusform>{count} Erinnerung verpasst</numerusform>
            <numerusform>{count} Erinnerungen verpasst</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} reminders</source>
        <translation>{count} Erinnerungen</translation>
    </message>
    <message numerus="yes">
        <source>{count} repeating event could not be worked out: {names}.</source>
        <comment>{count} repeating events could not be worked out: {names}.</comment>
        <translation>
            <numerusform>{count} wiederholter Termin ließ sich nicht ausrechnen: {names}.</numerusform>
            <numerusform>{count} wiederholte Termine ließen sich nicht ausrechnen: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} subscriber</source>
        <comment>{count} subscribers</comment>
        <translation>
            <numerusform>{count} Abonnent</numerusform>
            <numerusform>{count} Abonnenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unread</source>
        <comment>{count} unread</comment>
        <translation>
            <numerusform>{count} ungelesen</numerusform>
            <numerusform>{count} ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} warning: {names}</source>
        <comment>{count} warnings: {names}</comment>
        <translation>
            <numerusform>{count} Warnung: {names}</numerusform>
            <numerusform>{count} Warnungen: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} was not taken: {name} – {why}</source>
        <comment>{count} were not, such as {name} – {why}</comment>
        <translation>
            <numerusform>{count} wurde nicht angenommen: {name} – {why}</numerusform>
            <numerusform>{count} wurden nicht angenommen, etwa {name} – {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} {year}</source>
        <translation>{date} {year}</translation>
    </message>
    <message>
        <source>{days} all day</source>
        <translation>{days} ganztägig</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days}, ganztägig</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} um {time}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{day}, has events</source>
        <translation>{day}, hat Termine</translation>
    </message>
    <message>
        <source>{day}: from</source>
        <translation>{day}: von</translation>
    </message>
    <message>
        <source>{day}: until</source>
        <translation>{day}: bis</translation>
    </message>
    <message>
        <source>{domain} asked for an unsafe way to sign in. The password was not sent.</source>
        <translation>{domain} verlangte eine unsichere Anmeldung. Das Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>{domain} asks to connect to another address. Enter it in the server settings: {address}</source>
        <translation>{domain} bittet um Verbindung mit einer anderen Adresse. Geben Sie sie in den Servereinstellungen ein: {address}</translation>
    </message>
    <message>
        <source>{domain} asks to connect to another host. Enter that host in the server settings.</source>
        <translation>{domain} bittet um Verbindung mit einem anderen Host. Geben Sie ihn in den Servereinstellungen ein.</translation>
    </message>
    <message>
        <source>{domain} asks to go on without encryption. Nothing was sent there.</source>
        <translation>{domain} bittet, ohne Verschlüsselung weiterzumachen. Dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{domain} cannot check passwords right now.</source>
        <translation>{domain} kann gerade keine Passwörter prüfen.</translation>
    </message>
    <message>
        <source>{domain} closed the connection.</source>
        <translation>{domain} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>{domain} did not answer in time.</source>
        <translation>{domain} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{domain} does not accept your certificate. Check the certificate file, or ask its administrator.</source>
        <translation>{domain} nimmt Ihr Zertifikat nicht an. Prüfen Sie die Zertifikatsdatei, oder fragen Sie die Verwaltung.</translation>
    </message>
    <message>
        <source>{domain} does not let anyone sign in right now.</source>
        <translation>{domain} lässt gerade niemanden anmelden.</translation>
    </message>
    <message>
        <source>{domain} does not offer an encrypted connection. Nothing was sent.</source>
        <translation>{domain} bietet keine verschlüsselte Verbindung. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{domain} does not say where it offers {way}. Enter the URL in the server settings.</source>
        <translation>{domain} sagt nicht, wo es {way} anbietet. Geben Sie die URL in den Servereinstellungen ein.</translation>
    </message>
    <message>
        <source>{domain} does not take what this account signs in with ({mechanism}), only {offered}.</source>
        <translation>{domain} nimmt nicht, womit sich dieses Konto anmeldet ({mechanism}), nur {offered}.</translation>
    </message>
    <message>
        <source>{domain} ended the session because of its rules of use.</source>
        <translation>{domain} hat die Sitzung wegen seiner Nutzungsregeln beendet.</translation>
    </message>
    <message>
        <source>{domain} ended the session: {jid} may not sign in.</source>
        <translation>{domain} hat die Sitzung beendet: {jid} darf sich nicht anmelden.</translation>
    </message>
    <message>
        <source>{domain} has no calendar service. Ask its administrator, or add one by its address.</source>
        <translation>{domain} hat keinen Kalenderdienst. Fragen Sie die Verwaltung, oder fügen Sie einen mit seiner Adresse hinzu.</translation>
    </message>
    <message>
        <source>{domain} is being shut down or restarted.</source>
        <translation>{domain} wird heruntergefahren oder neu gestartet.</translation>
    </message>
    <message>
        <source>{domain} is reached at {places}.</source>
        <translation>{domain} ist erreichbar unter {places}.</translation>
    </message>
    <message>
        <source>{domain} knows only encryption that is no longer safe. Your password was not sent.</source>
        <translation>{domain} kennt nur Verschlüsselung, die nicht mehr sicher ist. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>{domain} names no address for it.</source>
        <translation>{domain} nennt dafür keine Adresse.</translation>
    </message>
    <message>
        <source>{domain} names no service for calendars.</source>
        <translation>{domain} nennt keinen Dienst für Kalender.</translation>
    </message>
    <message>
        <source>{domain} now offers only a weaker way to sign in than before. Somebody may be in between. If its administrator changed this, accept it in the account&apos;s settings.</source>
        <translation>{domain} bietet nur noch eine schwächere Anmeldung als früher. Vielleicht ist jemand dazwischen. Hat die Verwaltung das geändert, nehmen Sie es in den Einstellungen des Kontos an.</translation>
    </message>
    <message>
        <source>{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.</source>
        <translation>{domain} bietet keine sichere Anmeldung (nur {offered}). Bitten Sie die Verwaltung um SCRAM.</translation>
    </message>
    <message>
        <source>{domain} opens no session right now.</source>
        <translation>{domain} eröffnet gerade keine Sitzung.</translation>
    </message>
    <message>
        <source>{domain} sent more at once than this program can take.</source>
        <translation>{domain} hat mehr auf einmal gesendet, als dieses Programm aufnehmen kann.</translation>
    </message>
    <message>
        <source>{domain} sent something that no XMPP server may send.</source>
        <translation>{domain} hat etwas gesendet, das kein XMPP-Server senden darf.</translation>
    </message>
    <message>
        <source>{domain} stopped answering.</source>
        <translation>{domain} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>{domain} takes no files.</source>
        <translation>{domain} nimmt keine Dateien an.</translation>
    </message>
    <message>
        <source>{domain} wants a certificate of yours. Ask its administrator for one.</source>
        <translation>{domain} verlangt ein Zertifikat von Ihnen. Bitten Sie die Verwaltung darum.</translation>
    </message>
    <message>
        <source>{domain} wants another way to sign in than this program knows.</source>
        <translation>{domain} verlangt eine andere Anmeldung, als dieses Programm kennt.</translation>
    </message>
    <message>
        <source>{domain} wants the password itself (PLAIN), and the account does not allow that. Ask its administrator for SCRAM, or allow it in the account&apos;s settings.</source>
        <translation>{domain} verlangt das Passwort selbst (PLAIN), und das Konto erlaubt das nicht. Bitten Sie die Verwaltung um SCRAM, oder erlauben Sie es in den Einstellungen des Kontos.</translation>
    </message>
    <message>
        <source>{every} on day {day}</source>
        <translation>{every} am {day}.</translation>
    </message>
    <message>
        <source>{every} on the last day</source>
        <translation>{every} am letzten Tag</translation>
    </message>
    <message>
        <source>{every} on the {place} {day}</source>
        <translation>{every} am {place} {day}</translation>
    </message>
    <message>
        <source>{field} no longer {before}</source>
        <translation>{field} nicht mehr {before}</translation>
    </message>
    <message>
        <source>{field} · {when}</source>
        <translation>{field} · {when}</translation>
    </message>
    <message>
        <source>{field}, {who}: {value}</source>
        <translation>{field}, {who}: {value}</translation>
    </message>
    <message>
        <source>{file} cannot be found: there is no such home folder.</source>
        <translation>{file} ist nicht zu finden: Diesen persönlichen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{file} is larger than {size} MB. That is more than a calendar takes.</source>
        <translation>{file} ist größer als {size} MB. Das ist mehr, als ein Kalender braucht.</translation>
    </message>
    <message>
        <source>{file} is not a file.</source>
        <translation>{file} ist keine Datei.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{folder} is not a folder. Name another one with --profile.</source>
        <translation>{folder} ist kein Ordner. Nennen Sie einen anderen mit --profile.</translation>
    </message>
    <message>
        <source>{headline}.</source>
        <translation>{headline}.</translation>
    </message>
    <message>
        <source>{host} did not take “{name}” (HTTP status {status}). Try again later.</source>
        <translation>{host} hat „{name}“ nicht angenommen (HTTP-Status {status}). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} port {port} ({kind})</source>
        <translation>{host} Port {port} ({kind})</translation>
    </message>
    <message>
        <source>{issuer} has revoked it</source>
        <translation>{issuer} hat es widerrufen</translation>
    </message>
    <message>
        <source>{jid} disappears from this program, and its password from your keyring. Nothing changes on the server.</source>
        <translation>{jid} verschwindet aus diesem Programm, und das Passwort aus Ihrem Schlüsselbund. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>{jid} is connected.</source>
        <translation>{jid} ist verbunden.</translation>
    </message>
    <message>
        <source>{jid} is not connected.</source>
        <translation>{jid} ist nicht verbunden.</translation>
    </message>
    <message>
        <source>{jid} is signed in at the next start.</source>
        <translation>{jid} wird beim nächsten Start angemeldet.</translation>
    </message>
    <message>
        <source>{jid} is signed out, because the backup says how to reach its server: {how}</source>
        <translation>{jid} ist abgemeldet, weil die Sicherung sagt, wie der Server zu erreichen ist: {how}</translation>
    </message>
    <message>
        <source>{jid} is signed out.</source>
        <translation>{jid} ist abgemeldet.</translation>
    </message>
    <message>
        <source>{jid} is signing in.</source>
        <translation>{jid} wird angemeldet.</translation>
    </message>
    <message>
        <source>{jid} signed in from another copy of this program.</source>
        <translation>{jid} hat sich in einer anderen Kopie dieses Programms angemeldet.</translation>
    </message>
    <message>
        <source>{jid} signed in, over {via}.</source>
        <translation>{jid} ist angemeldet, über {via}.</translation>
    </message>
    <message>
        <source>{jid} · signed out</source>
        <translation>{jid} · abgemeldet</translation>
    </message>
    <message>
        <source>{jid}: {reason}</source>
        <translation>{jid}: {reason}</translation>
    </message>
    <message>
        <source>{line} to {place}</source>
        <translation>{line} nach {place}</translation>
    </message>
    <message>
        <source>{lost} Sign in once to have it sent, or remove {jid} all the same with --yes.</source>
        <translation>{lost} Melden Sie sich einmal an, damit es gesendet wird, oder entfernen Sie {jid} trotzdem mit --yes.</translation>
    </message>
    <message>
        <source>{month} {day}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} other</source>
        <comment>{names} and {count} others</comment>
        <translation>
            <numerusform>{names} und {count} weitere Person</numerusform>
            <numerusform>{names} und {count} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message numerus="yes">
        <source>{names}, issued by {issuer}, {how}; it expires in {count} day.</source>
        <comment>{names}, issued by {issuer}, {how}; it expires in {count} days.</comment>
        <translation>
            <numerusform>{names}, ausgestellt von {issuer}, {how}; es läuft in {count} Tag ab.</numerusform>
            <numerusform>{names}, ausgestellt von {issuer}, {how}; es läuft in {count} Tagen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (Sie)</translation>
    </message>
    <message>
        <source>{name} asks to see “{calendar}”.</source>
        <translation>{name} möchte „{calendar}“ sehen.</translation>
    </message>
    <message>
        <source>{name} invites you</source>
        <translation>{name} lädt Sie ein</translation>
    </message>
    <message>
        <source>{name} is not a calendar: {why}.</source>
        <translation>{name} ist kein Kalender: {why}.</translation>
    </message>
    <message>
        <source>{name} is so large that nobody could restore it: {size} MB.</source>
        <translation>{name} ist so groß, dass niemand es wiederherstellen könnte: {size} MB.</translation>
    </message>
    <message>
        <source>{name} keeps passwords and gives them back.</source>
        <translation>{name} behält Passwörter und gibt sie zurück.</translation>
    </message>
    <message>
        <source>{name} shows notifications, and clicks on them work.</source>
        <translation>{name} zeigt Benachrichtigungen, und Klicks darauf gehen.</translation>
    </message>
    <message>
        <source>{name} shows notifications, but they cannot be clicked.</source>
        <translation>{name} zeigt Benachrichtigungen, aber man kann sie nicht anklicken.</translation>
    </message>
    <message>
        <source>{name}: This file cannot be read.</source>
        <translation>{name}: Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{now}, was until {before}</source>
        <translation>{now}, bisher bis {before}</translation>
    </message>
    <message>
        <source>{now}, was {before}</source>
        <translation>{now}, bisher {before}</translation>
    </message>
    <message>
        <source>{origin} to {destination}</source>
        <translation>{origin} nach {destination}</translation>
    </message>
    <message>
        <source>{part} done</source>
        <translation>{part} erledigt</translation>
    </message>
    <message>
        <source>{path} cannot be erased: {why}. Erase it yourself, or do this again.</source>
        <translation>{path} kann nicht gelöscht werden: {why}. Löschen Sie es selbst oder wiederholen Sie dies.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} has no unexpected errors.</source>
        <translation>{path} enthält keine unerwarteten Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>{path} has {count} account.</source>
        <comment>{path} has {count} accounts.</comment>
        <translation>
            <numerusform>{path} hat {count} Konto.</numerusform>
            <numerusform>{path} hat {count} Konten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} has {count} unexpected error.</source>
        <comment>{path} has {count} unexpected errors.</comment>
        <translation>
            <numerusform>{path} enthält {count} unerwarteten Fehler.</numerusform>
            <numerusform>{path} enthält {count} unerwartete Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} is sound ({size}, format {version}).</source>
        <translation>{path} ist in Ordnung ({size}, Format {version}).</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of c42desktop.</source>
        <translation>{path} wurde von einer neueren Version von c42desktop geschrieben.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of c42desktop. Install that version again.</source>
        <translation>{path} wurde von einer neueren Version von c42desktop geschrieben. Installieren Sie diese Version wieder.</translation>
    </message>
    <message>
        <source>{path} was written by an older version of c42desktop. Start the program once.</source>
        <translation>{path} wurde von einer älteren Version von c42desktop geschrieben. Starten Sie das Programm einmal.</translation>
    </message>
    <message>
        <source>{path}: colour of {jid} must be one of {values}.</source>
        <translation>{path}: colour von {jid} muss eines von {values} sein.</translation>
    </message>
    <message>
        <source>{path}: each [[account]] needs a jid.</source>
        <translation>{path}: Jedes [[account]] braucht eine jid.</translation>
    </message>
    <message>
        <source>{path}: format must be a whole number from 1 on.</source>
        <translation>{path}: format muss eine ganze Zahl ab 1 sein.</translation>
    </message>
    <message>
        <source>{path}: pin of {jid} must be 32 hexadecimal pairs with colons between them.</source>
        <translation>{path}: pin von {jid} muss aus 32 hexadezimalen Paaren mit Doppelpunkten dazwischen bestehen.</translation>
    </message>
    <message>
        <source>{path}: the port of {jid} must be a number from 1 to 65535.</source>
        <translation>{path}: Der Port von {jid} muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <source>{path}: {name} in [{section}] {fault}</source>
        <translation>{path}: {name} in [{section}] {fault}</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be a text in quotes.</source>
        <translation>{path}: {name} von {jid} muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be one of {values}.</source>
        <translation>{path}: {name} von {jid} muss eines von {values} sein.</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be true or false.</source>
        <translation>{path}: {name} von {jid} muss true oder false sein.</translation>
    </message>
    <message>
        <source>{people} accepted</source>
        <translation>{people}: zugesagt</translation>
    </message>
    <message>
        <source>{people} accepted {summary}</source>
        <translation>{people}: {summary} zugesagt</translation>
    </message>
    <message>
        <source>{people} answered: {summary}</source>
        <translation>{people} haben geantwortet: {summary}</translation>
    </message>
    <message>
        <source>{people} declined</source>
        <translation>{people}: abgesagt</translation>
    </message>
    <message>
        <source>{people} declined {summary}</source>
        <translation>{people}: {summary} abgesagt</translation>
    </message>
    <message>
        <source>{people} instead of {before}</source>
        <translation>{people} statt {before}</translation>
    </message>
    <message>
        <source>{people} may come</source>
        <translation>{people}: vielleicht</translation>
    </message>
    <message>
        <source>{people} may come to {summary}</source>
        <translation>{people}: vielleicht bei {summary}</translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <translation>{percent} % erledigt</translation>
    </message>
    <message>
        <source>{percent} % of {size}</source>
        <translation>{percent} % von {size}</translation>
    </message>
    <message>
        <source>{person} added this {ago}</source>
        <translation>{person} hat dies {ago} hinzugefügt</translation>
    </message>
    <message>
        <source>{person} cancelled this {ago}</source>
        <translation>{person} hat dies {ago} abgesagt</translation>
    </message>
    <message>
        <source>{person} changed this {ago}</source>
        <translation>{person} hat dies {ago} geändert</translation>
    </message>
    <message>
        <source>{person} invites you</source>
        <translation>{person} lädt Sie ein</translation>
    </message>
    <message>
        <source>{person} invites you to {summary}</source>
        <translation>{person} lädt Sie zu {summary} ein</translation>
    </message>
    <message>
        <source>{person} removed this {ago}</source>
        <translation>{person} hat dies {ago} entfernt</translation>
    </message>
    <message>
        <source>{person} shares “{calendar}” with you</source>
        <translation>{person} teilt „{calendar}“ mit Ihnen</translation>
    </message>
    <message>
        <source>{place} answers and speaks XMPP ({tls}).</source>
        <translation>{place} antwortet und spricht XMPP ({tls}).</translation>
    </message>
    <message>
        <source>{place} answers, but its certificate is not trusted.</source>
        <translation>{place} antwortet, aber dem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>{place} answers, but no encrypted connection comes about.</source>
        <translation>{place} antwortet, aber es kommt keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>{place} answers, but not as an XMPP server.</source>
        <translation>{place} antwortet, aber nicht als XMPP-Server.</translation>
    </message>
    <message>
        <source>{place} offers no encryption.</source>
        <translation>{place} bietet keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>{reason} If the people who run the server confirm the SHA-256 fingerprint of its key, trust it with: {pin}</source>
        <translation>{reason} Wenn die Betreiber des Servers den SHA-256-Fingerabdruck des Schlüssels bestätigen, vertrauen Sie ihm mit: {pin}</translation>
    </message>
    <message>
        <source>{reason} Its SHA-256 fingerprint is {fingerprint}</source>
        <translation>{reason} Der SHA-256-Fingerabdruck ist {fingerprint}</translation>
    </message>
    <message>
        <source>{reason} Next try in {seconds} s.</source>
        <translation>{reason} Nächster Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>{reason} To accept it: c42desktop account edit, with --accept-weaker</source>
        <translation>{reason} Um es anzunehmen: c42desktop account edit mit --accept-weaker</translation>
    </message>
    <message>
        <source>{ride} delayed</source>
        <translation>{ride} verspätet</translation>
    </message>
    <message>
        <source>{ride} departs earlier</source>
        <translation>{ride} fährt früher ab</translation>
    </message>
    <message>
        <source>{ride} departs {time}</source>
        <translation>{ride} fährt {time} ab</translation>
    </message>
    <message>
        <source>{ride} departs {time} earlier</source>
        <translation>{ride} fährt {time} früher ab</translation>
    </message>
    <message>
        <source>{ride} departs {time} from {place}</source>
        <translation>{ride} fährt {time} ab {place}</translation>
    </message>
    <message>
        <source>{ride} departs {time} later</source>
        <translation>{ride} fährt {time} später ab</translation>
    </message>
    <message>
        <source>{ride} is on time again</source>
        <translation>{ride} ist wieder pünktlich</translation>
    </message>
    <message>
        <source>{ride} is on time again: {time}</source>
        <translation>{ride} ist wieder pünktlich: {time}</translation>
    </message>
    <message>
        <source>{ride} is on time again: {time} from {place}</source>
        <translation>{ride} ist wieder pünktlich: {time} ab {place}</translation>
    </message>
    <message>
        <source>{ride} now departs {time}</source>
        <translation>{ride} fährt jetzt {time} ab</translation>
    </message>
    <message>
        <source>{ride} now departs {time} from {place}</source>
        <translation>{ride} fährt jetzt {time} ab {place}</translation>
    </message>
    <message>
        <source>{server} answers within {milliseconds} ms.</source>
        <translation>{server} antwortet innerhalb von {milliseconds} ms.</translation>
    </message>
    <message>
        <source>{server} cannot be reached. Check the network.</source>
        <translation>{server} ist nicht erreichbar. Prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>{server} could not set up an encrypted connection.</source>
        <translation>{server} konnte keine verschlüsselte Verbindung aufbauen.</translation>
    </message>
    <message>
        <source>{server} did not answer within {seconds} seconds.</source>
        <translation>{server} hat innerhalb von {seconds} Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>{server} does not answer. Check the network, or the server settings.</source>
        <translation>{server} antwortet nicht. Prüfen Sie das Netzwerk oder die Servereinstellungen.</translation>
    </message>
    <message>
        <source>{server} is there, but nothing answers at port {port}.</source>
        <translation>{server} ist da, aber an Port {port} antwortet nichts.</translation>
    </message>
    <message>
        <source>{server} says that it has no XMPP service. Check the address.</source>
        <translation>{server} sagt, dass es keinen XMPP-Dienst hat. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>{service} (as {account})</source>
        <translation>{service} (als {account})</translation>
    </message>
    <message>
        <source>{service} allows you no more calendars.</source>
        <translation>{service} erlaubt Ihnen keine weiteren Kalender.</translation>
    </message>
    <message>
        <source>{service} cannot be reached right now.</source>
        <translation>{service} ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>{service} does not answer.</source>
        <translation>{service} antwortet nicht.</translation>
    </message>
    <message>
        <source>{service} does not offer this. Choose something else.</source>
        <translation>{service} bietet das nicht. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>{service} does not take “{name}”: {why}.</source>
        <translation>{service} nimmt „{name}“ nicht an: {why}.</translation>
    </message>
    <message>
        <source>{service} has a problem right now. It is asked again later.</source>
        <translation>{service} hat gerade ein Problem. Später wird erneut gefragt.</translation>
    </message>
    <message>
        <source>{service} has all that calendars need.</source>
        <translation>{service} hat alles, was Kalender brauchen.</translation>
    </message>
    <message>
        <source>{service} is no calendar service, or cannot do this.</source>
        <translation>{service} ist kein Kalenderdienst oder kann dies nicht.</translation>
    </message>
    <message>
        <source>{service} is no calendar service.</source>
        <translation>{service} ist kein Kalenderdienst.</translation>
    </message>
    <message>
        <source>{service} is there, with limits: {lacking}.</source>
        <translation>{service} ist da, mit Einschränkungen: {lacking}.</translation>
    </message>
    <message>
        <source>{service} names no safe place for the file.</source>
        <translation>{service} nennt keinen sicheren Ort für die Datei.</translation>
    </message>
    <message>
        <source>{service} refused: {why}.</source>
        <translation>{service} hat abgelehnt: {why}.</translation>
    </message>
    <message>
        <source>{service} takes more files from {time} on. Try again then.</source>
        <translation>{service} nimmt ab {time} wieder Dateien an. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{service} wants to be paid for this calendar: {why}.</source>
        <translation>{service} verlangt Bezahlung für diesen Kalender: {why}.</translation>
    </message>
    <message>
        <source>{service} was not found. Check its address.</source>
        <translation>{service} wurde nicht gefunden. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>{size} are free in {path}.</source>
        <translation>{size} sind frei in {path}.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{state} · {waits}</source>
        <translation>{state} · {waits}</translation>
    </message>
    <message>
        <source>{summary} added</source>
        <translation>{summary} hinzugefügt</translation>
    </message>
    <message>
        <source>{summary} added as a time block</source>
        <translation>{summary} als Zeitblock hinzugefügt</translation>
    </message>
    <message>
        <source>{summary} added as a to-do</source>
        <translation>{summary} als Aufgabe hinzugefügt</translation>
    </message>
    <message>
        <source>{summary} arrives {time} earlier</source>
        <translation>{summary} kommt {time} früher an</translation>
    </message>
    <message>
        <source>{summary} arrives {time} later</source>
        <translation>{summary} kommt {time} später an</translation>
    </message>
    <message>
        <source>{summary} at {time}</source>
        <translation>{summary} um {time}</translation>
    </message>
    <message>
        <source>{summary} cancelled</source>
        <translation>{summary} abgesagt</translation>
    </message>
    <message>
        <source>{summary} changed</source>
        <translation>{summary} geändert</translation>
    </message>
    <message>
        <source>{summary} in {time}</source>
        <translation>{summary} in {time}</translation>
    </message>
    <message>
        <source>{summary} is done</source>
        <translation>{summary} ist erledigt</translation>
    </message>
    <message>
        <source>{summary} is due at {time}</source>
        <translation>{summary} ist um {time} fällig</translation>
    </message>
    <message>
        <source>{summary} is due in {time}</source>
        <translation>{summary} ist in {time} fällig</translation>
    </message>
    <message>
        <source>{summary} is due now</source>
        <translation>{summary} ist jetzt fällig</translation>
    </message>
    <message>
        <source>{summary} is due {time}</source>
        <translation>{summary} ist fällig {time}</translation>
    </message>
    <message>
        <source>{summary} is no longer due</source>
        <translation>{summary} ist nicht mehr fällig</translation>
    </message>
    <message>
        <source>{summary} is on again</source>
        <translation>{summary} findet doch statt</translation>
    </message>
    <message>
        <source>{summary} is overdue</source>
        <translation>{summary} ist überfällig</translation>
    </message>
    <message>
        <source>{summary} moved</source>
        <translation>{summary} verschoben</translation>
    </message>
    <message>
        <source>{summary} now</source>
        <translation>{summary} jetzt</translation>
    </message>
    <message>
        <source>{summary} on {day}</source>
        <translation>{summary} am {day}</translation>
    </message>
    <message>
        <source>{summary} removed</source>
        <translation>{summary} entfernt</translation>
    </message>
    <message>
        <source>{summary} renamed</source>
        <translation>{summary} umbenannt</translation>
    </message>
    <message>
        <source>{summary} started {time}</source>
        <translation>{summary} begonnen {time}</translation>
    </message>
    <message>
        <source>{summary} started {time} ago</source>
        <translation>{summary} vor {time} begonnen</translation>
    </message>
    <message>
        <source>{summary} suggested</source>
        <translation>{summary} vorgeschlagen</translation>
    </message>
    <message>
        <source>{summary} {day}</source>
        <translation>{summary} {day}</translation>
    </message>
    <message>
        <source>{summary}: leave {time} earlier</source>
        <translation>{summary}: {time} früher aufbrechen</translation>
    </message>
    <message>
        <source>{summary}: leave {time} later</source>
        <translation>{summary}: {time} später aufbrechen</translation>
    </message>
    <message>
        <source>{summary}: leave {time}, was {before}</source>
        <translation>{summary}: Aufbruch {time}, bisher {before}</translation>
    </message>
    <message>
        <source>{summary}: new route</source>
        <translation>{summary}: neue Route</translation>
    </message>
    <message>
        <source>{summary}: you are invited</source>
        <translation>{summary}: Sie sind eingeladen</translation>
    </message>
    <message numerus="yes">
        <source>{summary}: {count} change</source>
        <comment>{summary}: {count} changes</comment>
        <translation>
            <numerusform>{summary}: {count} Änderung</numerusform>
            <numerusform>{summary}: {count} Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{summary}: {person} invites you</source>
        <translation>{summary}: {person} lädt Sie ein</translation>
    </message>
    <message>
        <source>{timed}; all-day events: {all_day}</source>
        <translation>{timed}; ganztägig: {all_day}</translation>
    </message>
    <message>
        <source>{time} AM</source>
        <translation>{time} AM</translation>
    </message>
    <message>
        <source>{time} PM</source>
        <translation>{time} PM</translation>
    </message>
    <message>
        <source>{time} after the start</source>
        <translation>{time} nach Beginn</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>{time} and all later ones</source>
        <translation>{time} und alle späteren</translation>
    </message>
    <message>
        <source>{time} before</source>
        <translation>{time} vorher</translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation>{time} früher</translation>
    </message>
    <message>
        <source>{time} from {place}, was {before}</source>
        <translation>{time} ab {place}, bisher {before}</translation>
    </message>
    <message>
        <source>{time} in {place}</source>
        <translation>{time} in {place}</translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation>{time} später</translation>
    </message>
    <message>
        <source>{time} to change</source>
        <translation>{time} zum Umsteigen</translation>
    </message>
    <message>
        <source>{time} to spare</source>
        <translation>{time} Zeit</translation>
    </message>
    <message>
        <source>{title} and more until {time}</source>
        <translation>{title} und mehr bis {time}</translation>
    </message>
    <message>
        <source>{title} until {time}</source>
        <translation>{title} bis {time}</translation>
    </message>
    <message>
        <source>{title} – imported before</source>
        <translation>{title} – früher importiert</translation>
    </message>
    <message>
        <source>{url} cannot be used: a URL for WebSocket begins with wss://, one for BOSH with https://.</source>
        <translation>{url} lässt sich nicht benutzen: Eine URL für WebSocket beginnt mit wss://, eine für BOSH mit https://.</translation>
    </message>
    <message>
        <source>{url} is no proxy. Enter it as http://host:port or socks5://host:port, or none.</source>
        <translation>{url} ist kein Proxy. Geben Sie ihn als http://host:port oder socks5://host:port ein, oder none.</translation>
    </message>
    <message>
        <source>{variable} is not used on Windows: its keyring is always there.</source>
        <translation>{variable} wird unter Windows nicht benutzt: Sein Schlüsselbund ist immer da.</translation>
    </message>
    <message>
        <source>{weekday} {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday}, {day}. {month}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday}, {day}. {month} {year}</translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}</source>
        <translation>{weekday}, {day}. {month}</translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}, {year}</source>
        <translation>{weekday}, {day}. {month} {year}</translation>
    </message>
    <message>
        <source>{why} The password is asked for at each start.</source>
        <translation>{why} Bei jedem Start wird nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>“-”: standard input</source>
        <translation>„-“: Standardeingabe</translation>
    </message>
    <message>
        <source>“-”: standard output</source>
        <translation>„-“: Standardausgabe</translation>
    </message>
    <message>
        <source>“{calendar}” has moved to another address</source>
        <translation>„{calendar}“ ist an eine andere Adresse umgezogen</translation>
    </message>
    <message>
        <source>“{calendar}” is no longer shared with you</source>
        <translation>„{calendar}“ wird nicht mehr mit Ihnen geteilt</translation>
    </message>
    <message>
        <source>“{calendar}” was added to your calendars</source>
        <translation>„{calendar}“ wurde zu Ihren Kalendern hinzugefügt</translation>
    </message>
    <message>
        <source>“{calendar}” was emptied</source>
        <translation>„{calendar}“ wurde geleert</translation>
    </message>
    <message>
        <source>“{calendar}” was removed</source>
        <translation>„{calendar}“ wurde entfernt</translation>
    </message>
    <message>
        <source>“{command}” (process {pid}) is using this profile. Quit it first, or use --profile.</source>
        <translation>„{command}“ (Prozess {pid}) benutzt dieses Profil. Beenden Sie es zuerst, oder nehmen Sie --profile.</translation>
    </message>
    <message>
        <source>“{jid}” is not an XMPP address.</source>
        <translation>„{jid}“ ist keine XMPP-Adresse.</translation>
    </message>
    <message>
        <source>“{line}” is not the beginning of an address such as https://meet.example.org/.</source>
        <translation>„{line}“ ist nicht der Anfang einer Adresse wie https://meet.example.org/.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{name}” is no file that can be attached.</source>
        <translation>„{name}“ ist keine Datei, die sich anhängen lässt.</translation>
    </message>
    <message>
        <source>“{name}” is too large for {service}.</source>
        <translation>„{name}“ ist zu groß für {service}.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {service} takes files of up to {size}.</source>
        <translation>„{name}“ ist zu groß: {service} nimmt Dateien bis {size}.</translation>
    </message>
    <message>
        <source>“{name}” was changed while it was sent. Try again.</source>
        <translation>„{name}“ wurde beim Senden geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the certificate of {host} is not trusted.</source>
        <translation>„{name}“ wurde nicht gesendet: Dem Zertifikat von {host} wird nicht vertraut.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the connection to {host} broke. Try again.</source>
        <translation>„{name}“ wurde nicht gesendet: Die Verbindung zu {host} ist abgebrochen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the proxy {proxy} does not lead to {host}.</source>
        <translation>„{name}“ wurde nicht gesendet: Der Proxy {proxy} führt nicht zu {host}.</translation>
    </message>
    <message>
        <source>“{text}” cannot be opened: c42desktop opens xmpp: links to calendars, and calendar files.</source>
        <translation>„{text}“ kann nicht geöffnet werden: c42desktop öffnet xmpp:-Links zu Kalendern und Kalenderdateien.</translation>
    </message>
    <message>
        <source>“{text}” is a link to a chat, not to a calendar. A chat program opens it.</source>
        <translation>„{text}“ ist ein Link zu einem Chat, nicht zu einem Kalender. Ein Chatprogramm öffnet ihn.</translation>
    </message>
    <message>
        <source>“{text}” is an address on the web, where c42desktop fetches nothing. Save the file first.</source>
        <translation>„{text}“ ist eine Adresse im Web, wo c42desktop nichts holt. Speichern Sie die Datei zuerst.</translation>
    </message>
    <message>
        <source>“{text}” is no address of a file.</source>
        <translation>„{text}“ ist keine Adresse einer Datei.</translation>
    </message>
    <message>
        <source>“{text}” is no address. It looks like vera@example.org</source>
        <translation>„{text}“ ist keine Adresse. Sie sieht aus wie vera@example.org</translation>
    </message>
    <message>
        <source>“{text}” is no date or time. Write it as 2026-11-22 or 2026-11-22T14:00.</source>
        <translation>„{text}“ ist kein Datum und keine Zeit. Schreiben Sie es als 2026-11-22 oder 2026-11-22T14:00.</translation>
    </message>
    <message>
        <source>“{text}” is not a calendar address. It looks like xmpp:pubsub.example.org?;node=team</source>
        <translation>„{text}“ ist keine Kalenderadresse. Sie sieht aus wie xmpp:pubsub.example.org?;node=team</translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address.</source>
        <translation>„{text}“ ist keine XMPP-Adresse.</translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address: it has no name before the @.</source>
        <translation>„{text}“ ist keine XMPP-Adresse: Vor dem @ steht kein Name.</translation>
    </message>
    <message>
        <source>“{text}” is on another computer. Copy the file to this one first.</source>
        <translation>„{text}“ ist auf einem anderen Computer. Kopieren Sie die Datei zuerst auf diesen.</translation>
    </message>
    <message>
        <source>“{text}” is too long for the address of a calendar.</source>
        <translation>„{text}“ ist zu lang für die Adresse eines Kalenders.</translation>
    </message>
    <message>
        <source>“{text}” names no calendar. Such a link looks like xmpp:pubsub.example.org?;node=team</source>
        <translation>„{text}“ nennt keinen Kalender. Ein solcher Link sieht so aus: xmpp:pubsub.example.org?;node=team</translation>
    </message>
    <message>
        <source>“{title}” asks for no answer any more.</source>
        <translation>„{title}“ erwartet keine Antwort mehr.</translation>
    </message>
    <message>
        <source>“{title}” is not in your calendar any more.</source>
        <translation>„{title}“ ist nicht mehr in Ihrem Kalender.</translation>
    </message>
    <message>
        <source>“{title}” was changed while you changed it</source>
        <translation>„{title}“ wurde geändert, während Sie es änderten</translation>
    </message>
    <message>
        <source>“{title}” was changed while you deleted it</source>
        <translation>„{title}“ wurde geändert, während Sie es löschten</translation>
    </message>
    <message>
        <source>“{title}” was deleted while you changed it</source>
        <translation>„{title}“ wurde gelöscht, während Sie es änderten</translation>
    </message>
    <message>
        <source>“{title}” was not added: {why}.</source>
        <translation>„{title}“ wurde nicht hinzugefügt: {why}.</translation>
    </message>
    <message>
        <source>“{title}” was not changed: {why}.</source>
        <translation>„{title}“ wurde nicht geändert: {why}.</translation>
    </message>
    <message>
        <source>“{title}” was not deleted: {why}.</source>
        <translation>„{title}“ wurde nicht gelöscht: {why}.</translation>
    </message>
    <message>
        <source>“{title}”: nobody asks you for an answer.</source>
        <translation>„{title}“: Niemand bittet Sie um eine Antwort.</translation>
    </message>
    <message>
        <source>“{title}”: this calendar takes no such answer.</source>
        <translation>„{title}“: Dieser Kalender nimmt keine solche Antwort an.</translation>
    </message>
</context>
</TS>
