<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  via {host}</source>
        <translation>  via {host}</translation>
    </message>
    <message>
        <source> (cancelled)</source>
        <translation> (geannuleerd)</translation>
    </message>
    <message>
        <source> (until {day})</source>
        <translation> (tot {day})</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s: fout: %(message)s
</translation>
    </message>
    <message>
        <source>--to must be later than --from.</source>
        <translation>--to moet later zijn dan --from.</translation>
    </message>
    <message numerus="yes">
        <source>1 account needs you to sign in</source>
        <comment>{count} accounts need you to sign in</comment>
        <translation>
            <numerusform>Bij 1 account moet je je aanmelden</numerusform>
            <numerusform>Bij {count} accounts moet je je aanmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event: {title}</source>
        <translation>1 afspraak: {title}</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 uur</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minuten</translation>
    </message>
    <message>
        <source>45 min, 16:30</source>
        <translation>45 min, 16:30</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minuten</translation>
    </message>
    <message>
        <source>5222</source>
        <translation>5222</translation>
    </message>
    <message>
        <source>A Flatpak cannot switch this. Add c42desktop in the settings of your desktop instead.</source>
        <translation>Een Flatpak kan dit niet aan- of uitzetten. Voeg c42desktop toe in de instellingen van je bureaublad.</translation>
    </message>
    <message>
        <source>A backup is no text. Name a file, or lead standard output into one.</source>
        <translation>Een back-up is geen tekst. Geef een bestand op, of stuur de standaarduitvoer naar een bestand.</translation>
    </message>
    <message>
        <source>A backup that was being restored cannot be put in its place: {why}. The note about it is {path}.</source>
        <translation>Een back-up die werd teruggezet, kan niet op zijn plek worden gezet: {why}. De notitie daarover is {path}.</translation>
    </message>
    <message>
        <source>A calendar keeps at least one owner.</source>
        <translation>Een agenda houdt minstens één eigenaar.</translation>
    </message>
    <message>
        <source>A mistake in c42desktop has ended it. What is known about it is in {path}.</source>
        <translation>Een fout in c42desktop heeft het programma beëindigd. Wat ervan bekend is, staat in {path}.</translation>
    </message>
    <message>
        <source>A new calendar on this computer</source>
        <translation>Een nieuwe agenda op deze computer</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Een pagina omhoog of omlaag</translation>
    </message>
    <message>
        <source>A place without a name</source>
        <translation>Een plaats zonder naam</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Een poort is een getal van 1 tot 65535.</translation>
    </message>
    <message>
        <source>A reminder can be snoozed for a year at most.</source>
        <translation>Een herinnering kan hoogstens een jaar worden uitgesteld.</translation>
    </message>
    <message>
        <source>A task cannot be written in this format.</source>
        <translation>Een taak kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>About c42desktop</source>
        <translation>Over c42desktop</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepteren</translation>
    </message>
    <message>
        <source>Accept it only if the people who run the server say that they changed it.</source>
        <translation>Accepteer dit alleen als de beheerders van de server zeggen dat ze dit hebben gewijzigd.</translation>
    </message>
    <message>
        <source>Accept the weaker way</source>
        <translation>De zwakkere manier accepteren</translation>
    </message>
    <message>
        <source>Accept the weaker way…</source>
        <translation>De zwakkere manier accepteren…</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Geaccepteerd</translation>
    </message>
    <message>
        <source>Accepted – not sent yet</source>
        <translation>Geaccepteerd – nog niet verzonden</translation>
    </message>
    <message>
        <source>Accepted: {title}</source>
        <translation>Geaccepteerd: {title}</translation>
    </message>
    <message>
        <source>Accessible by wheelchair</source>
        <translation>Toegankelijk met rolstoel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activiteit</translation>
    </message>
    <message numerus="yes">
        <source>Activity, {count} unread</source>
        <comment>Activity, {count} unread</comment>
        <translation>
            <numerusform>Activiteit, {count} ongelezen</numerusform>
            <numerusform>Activiteit, {count} ongelezen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Account toevoegen</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Account toevoegen…</translation>
    </message>
    <message>
        <source>Add an account: c42desktop account add JID, or start the window.</source>
        <translation>Voeg een account toe: c42desktop account add JID, of start het venster.</translation>
    </message>
    <message>
        <source>Add calendar</source>
        <translation>Agenda toevoegen</translation>
    </message>
    <message>
        <source>Add calendar…</source>
        <translation>Agenda toevoegen…</translation>
    </message>
    <message>
        <source>Add one that your organisation offers or whose address you have, or open a calendar file.</source>
        <translation>Voeg er een toe die je organisatie aanbiedt of waarvan je het adres hebt, of open een agendabestand.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Iemand toevoegen</translation>
    </message>
    <message>
        <source>Add, list, change or remove accounts.</source>
        <translation>Accounts toevoegen, tonen, wijzigen of verwijderen.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Added {ago}</source>
        <translation>{ago} toegevoegd</translation>
    </message>
    <message>
        <source>Adding {name}…</source>
        <translation>{name} toevoegen…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Address of the connection</source>
        <translation>Adres van de verbinding</translation>
    </message>
    <message>
        <source>Addresses of your own meeting services</source>
        <translation>Adressen van je eigen vergaderdiensten</translation>
    </message>
    <message>
        <source>After the start, still remind for</source>
        <translation>Na het begin nog herinneren gedurende</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation>Alle agenda’s</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Hele dag</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle afspraken</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>All-day events</source>
        <translation>Afspraken die de hele dag duren</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Toestaan</translation>
    </message>
    <message>
        <source>Allow sending the password itself, if the server knows no better way</source>
        <translation>Het wachtwoord zelf mogen verzenden als de server geen betere manier kent</translation>
    </message>
    <message>
        <source>Allow {name}</source>
        <translation>{name} toestaan</translation>
    </message>
    <message>
        <source>An XMPP address has no spaces and no special characters.</source>
        <translation>Een XMPP-adres heeft geen spaties en geen bijzondere tekens.</translation>
    </message>
    <message>
        <source>An XMPP address looks like ann@example.org.</source>
        <translation>Een XMPP-adres ziet eruit als ann@example.org.</translation>
    </message>
    <message>
        <source>An event can have {count} files at most.</source>
        <translation>Een afspraak kan hoogstens {count} bestanden hebben.</translation>
    </message>
    <message>
        <source>An event that repeats cannot be written in this format.</source>
        <translation>Een terugkerende afspraak kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>An event with people cannot be written in this format.</source>
        <translation>Een afspraak met personen kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>An event with reminders cannot be written in this format.</source>
        <translation>Een afspraak met herinneringen kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>An event without a time cannot be written in this format.</source>
        <translation>Een afspraak zonder tijd kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>An event without a time zone cannot be written in this format.</source>
        <translation>Een afspraak zonder tijdzone kan niet in dit formaat worden geschreven.</translation>
    </message>
    <message>
        <source>An item of this kind holds one event.</source>
        <translation>Een item van deze soort bevat één afspraak.</translation>
    </message>
    <message>
        <source>Another c42desktop is using this profile. Quit it first, or use --profile.</source>
        <translation>Een ander c42desktop gebruikt dit profiel. Sluit dat eerst af, of gebruik --profile.</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Een andere dag</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Vanaf de volgende start wordt een andere taal gesproken.</translation>
    </message>
    <message>
        <source>Another month</source>
        <translation>Een andere maand</translation>
    </message>
    <message>
        <source>Another program keeps the calendar store {path} locked. What is missed is read afterwards.</source>
        <translation>Een ander programma houdt de agenda-opslag {path} vergrendeld. Wat gemist wordt, wordt later gelezen.</translation>
    </message>
    <message>
        <source>Another program reads {path}. Close it and do this again: something may still be there.</source>
        <translation>Een ander programma gebruikt {path}. Sluit het af en doe dit opnieuw: er kan nog iets zijn achtergebleven.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Een andere tijd</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Een andere tijd…</translation>
    </message>
    <message>
        <source>Another way…</source>
        <translation>Op een andere manier…</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Anyone can subscribe</source>
        <translation>Iedereen kan zich abonneren</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>apr</translation>
    </message>
    <message>
        <source>April</source>
        <translation>april</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Zoals het nu is</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>As the system: {day}</source>
        <translation>Zoals het systeem: {day}</translation>
    </message>
    <message>
        <source>As usual: {when}</source>
        <translation>Zoals gewoonlijk: {when}</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for SCRAM.</source>
        <translation>Vraag de beheerder van de server om SCRAM.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for TLS.</source>
        <translation>Vraag de beheerder van de server om TLS.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to renew it in time.</source>
        <translation>Vraag de beheerder van de server om het op tijd te vernieuwen.</translation>
    </message>
    <message>
        <source>Ask to be let in</source>
        <translation>Toegang vragen</translation>
    </message>
    <message>
        <source>Asking who has access…</source>
        <translation>Vragen wie toegang heeft…</translation>
    </message>
    <message>
        <source>Asks to see it</source>
        <translation>Vraagt om toegang</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>Op een andere tijd…</translation>
    </message>
    <message>
        <source>At my account, {account}</source>
        <translation>Bij mijn account, {account}</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Bij het begin</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Bestanden bijvoegen</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>Bestand bijvoegen…</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>aug</translation>
    </message>
    <message>
        <source>August</source>
        <translation>augustus</translation>
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
        <translation>BOSH heeft een adres nodig dat met https:// begint.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Backed up to {file}. No password is in it; who can read it can read your calendars.</source>
        <translation>Back-up gemaakt in {file}. Er staat geen wachtwoord in; wie het bestand kan lezen, kan je agenda’s lezen.</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Ervoor: {value}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>Blog</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Bram is changing things now:</source>
        <translation>Bram wijzigt nu het een en ander:</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Calendar files (*.ics *.ical *.vcs *.xml *.json)</source>
        <translation>Agendabestanden (*.ics *.ical *.vcs *.xml *.json)</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Agendabestanden (*.ics)</translation>
    </message>
    <message>
        <source>Calendar service</source>
        <translation>Agendadienst</translation>
    </message>
    <message>
        <source>Calendar settings</source>
        <translation>Agenda-instellingen</translation>
    </message>
    <message>
        <source>Calendar settings…</source>
        <translation>Agenda-instellingen…</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Agenda’s</translation>
    </message>
    <message>
        <source>Calendars can be read. Ask its administrator about the rest.</source>
        <translation>Agenda’s kunnen worden gelezen. Vraag de beheerder naar de rest.</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change</source>
        <translation>Agenda’s die je vertellen wanneer ze veranderen</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change. Free software under the MIT licence.</source>
        <translation>Agenda’s die je vertellen wanneer ze veranderen. Vrije software onder de MIT-licentie.</translation>
    </message>
    <message>
        <source>Calendars that tell you when they change. Without a command: the tray application.</source>
        <translation>Agenda’s die je vertellen wanneer ze veranderen. Zonder opdracht: het programma in het systeemvak.</translation>
    </message>
    <message>
        <source>Can edit</source>
        <translation>Mag bewerken</translation>
    </message>
    <message>
        <source>Can only add</source>
        <translation>Mag alleen toevoegen</translation>
    </message>
    <message>
        <source>Can see</source>
        <translation>Mag bekijken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>{name} annuleren</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Cancelled {ago}</source>
        <translation>{ago} geannuleerd</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Niet bereikbaar</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorieën</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificaat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificaten (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Change an account: only what is given changes.</source>
        <translation>Een account wijzigen: alleen wat wordt opgegeven, verandert.</translation>
    </message>
    <message>
        <source>Change “{title}”</source>
        <translation>“{title}” wijzigen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Changed {ago}</source>
        <translation>{ago} gewijzigd</translation>
    </message>
    <message>
        <source>Changed {jid}.</source>
        <translation>{jid} gewijzigd.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>Changes arrive late. The network or the server is slow.</source>
        <translation>Wijzigingen komen laat aan. Het netwerk of de server is traag.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
    <message>
        <source>Check everything that is needed, and say what to do: files, desktop, and for each account the way to its server, certificate, signing in, calendar services and clock. No secret is printed. Exit code 1: something does not work. With --json: a list of objects with check, account (empty for this computer), outcome (pass, warning, failure or skipped), text, advice and milliseconds.</source>
        <translation>Alles controleren wat nodig is, en zeggen wat te doen: bestanden, bureaublad, en voor elk account de weg naar zijn server, certificaat, aanmelden, agendadiensten en klok. Er wordt geen geheim getoond. Exitcode 1: iets werkt niet. Met --json: een lijst van objecten met check, account (leeg voor deze computer), outcome (pass, warning, failure of skipped), text, advice en milliseconds.</translation>
    </message>
    <message>
        <source>Check host and port; the server may be too old for TLS 1.2.</source>
        <translation>Controleer host en poort; de server is misschien te oud voor TLS 1.2.</translation>
    </message>
    <message>
        <source>Check host, port and URL; or a sign-in page of this network answers instead: open a browser.</source>
        <translation>Controleer host, poort en URL; of een aanmeldpagina van dit netwerk antwoordt in plaats daarvan: open een browser.</translation>
    </message>
    <message>
        <source>Check network, firewall and proxy. Where only web pages pass, WebSocket or BOSH may.</source>
        <translation>Controleer netwerk, firewall en proxy. Waar alleen webpagina’s doorkomen, lukt het misschien met WebSocket of BOSH.</translation>
    </message>
    <message>
        <source>Check the account&apos;s settings, and the lines above.</source>
        <translation>Controleer de instellingen van het account, en de regels hierboven.</translation>
    </message>
    <message>
        <source>Check the address of the account and the network.</source>
        <translation>Controleer het adres van het account en het netwerk.</translation>
    </message>
    <message>
        <source>Check the address of the account, the network and its DNS.</source>
        <translation>Controleer het adres van het account, het netwerk en zijn DNS.</translation>
    </message>
    <message>
        <source>Check the proxy in the account&apos;s settings, or the system&apos;s.</source>
        <translation>Controleer de proxy in de instellingen van het account of van het systeem.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Bezig met controleren…</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Een certificaat kiezen</translation>
    </message>
    <message>
        <source>Choose the file with your certificate and its key.</source>
        <translation>Kies het bestand met je certificaat en de sleutel ervan.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Closing the window minimises it. On GNOME, the extension AppIndicator brings a tray.</source>
        <translation>Het venster sluiten minimaliseert het. Op GNOME zorgt de uitbreiding AppIndicator voor een systeemvak.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Compact rows, each on one line</source>
        <translation>Compacte rijen, elk op één regel</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the people who run the server give you. Whoever has this key can read everything of this account.</source>
        <translation>Vergelijk de vingerafdruk met die van de beheerders van de server. Wie deze sleutel heeft, kan alles van dit account lezen.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Opnieuw verbinden</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>Nu verbinden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adres kopiëren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopiëren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Rapport kopiëren</translation>
    </message>
    <message>
        <source>Correct it in the account&apos;s settings.</source>
        <translation>Verbeter het in de instellingen van het account.</translation>
    </message>
    <message>
        <source>Correct the proxy in the account&apos;s settings.</source>
        <translation>Verbeter de proxy in de instellingen van het account.</translation>
    </message>
    <message>
        <source>Could not sign in: the account {jid} is switched off.</source>
        <translation>Aanmelden is mislukt: het account {jid} is uitgeschakeld.</translation>
    </message>
    <message>
        <source>Could not sign in: the password for {jid} was refused.</source>
        <translation>Aanmelden is mislukt: het wachtwoord van {jid} werd geweigerd.</translation>
    </message>
    <message>
        <source>Could not sign in: the password of {jid} has expired.</source>
        <translation>Aanmelden is mislukt: het wachtwoord van {jid} is verlopen.</translation>
    </message>
    <message>
        <source>Could not sign in: {domain} broke it off.</source>
        <translation>Aanmelden is mislukt: {domain} heeft het afgebroken.</translation>
    </message>
    <message>
        <source>Could not sign in: {domain} does not take your certificate.</source>
        <translation>Aanmelden is mislukt: {domain} accepteert je certificaat niet.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Aanmaken</translation>
    </message>
    <message>
        <source>Crimson</source>
        <translation>Karmijn</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Fietsen</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Dates left out</source>
        <translation>Weggelaten datums</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dec</translation>
    </message>
    <message>
        <source>December</source>
        <translation>december</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
    <message>
        <source>Decide what holds</source>
        <translation>Beslissen wat geldt</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Beslissen…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Declined – not sent yet</source>
        <translation>Afgewezen – nog niet verzonden</translation>
    </message>
    <message>
        <source>Declined: {title}</source>
        <translation>Afgewezen: {title}</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>Gedelegeerd</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Delete calendar…</source>
        <translation>Agenda verwijderen…</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Voor iedereen verwijderen</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Toch verwijderen</translation>
    </message>
    <message>
        <source>Delete what is not needed: a full disk keeps changes from being written.</source>
        <translation>Verwijder wat niet nodig is: een volle schijf verhindert dat wijzigingen worden opgeslagen.</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>“{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>“{title}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Weigeren</translation>
    </message>
    <message>
        <source>Deny {name}</source>
        <translation>{name} weigeren</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Vertrek</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
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
        <translation>Rechtstreeks (TCP)</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Schijf</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Negeren</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Alles negeren</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Genegeerd</translation>
    </message>
    <message>
        <source>Do not sign in unless its administrator tells you this fingerprint: {fingerprint}</source>
        <translation>Meld je niet aan, tenzij de beheerder je deze vingerafdruk geeft: {fingerprint}</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>Herhaalt zich niet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Downloaden</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Rijden</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Laat los om te importeren</translation>
    </message>
    <message>
        <source>Drop to look at it</source>
        <translation>Laat los om het te bekijken</translation>
    </message>
    <message>
        <source>Dropped calendar</source>
        <translation>Losgelaten agenda</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Due {time}</source>
        <translation>Uiterlijk {time}</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Account bewerken</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Account bewerken…</translation>
    </message>
    <message>
        <source>Edit event</source>
        <translation>Afspraak bewerken</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>End a subscription.</source>
        <translation>Een abonnement beëindigen.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Eindigt</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>Eindigt na</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Eindigt op</translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation>Eindigt {time}</translation>
    </message>
    <message>
        <source>Enter a time such as 18:00.</source>
        <translation>Voer een tijd in, zoals 18:00.</translation>
    </message>
    <message>
        <source>Enter a time such as 22:00.</source>
        <translation>Voer een tijd in, zoals 22:00.</translation>
    </message>
    <message>
        <source>Enter an address that begins with {scheme}://</source>
        <translation>Voer een adres in dat begint met {scheme}://</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Wachtwoord invoeren…</translation>
    </message>
    <message>
        <source>Enter the address of a calendar elsewhere, or ask the administrator.</source>
        <translation>Voer het adres van een agenda elders in, of vraag de beheerder.</translation>
    </message>
    <message>
        <source>Enter the password again</source>
        <translation>Voer het wachtwoord opnieuw in</translation>
    </message>
    <message>
        <source>Enter the password again in the account&apos;s settings.</source>
        <translation>Voer het wachtwoord opnieuw in bij de instellingen van het account.</translation>
    </message>
    <message>
        <source>Enter the password of this account.</source>
        <translation>Voer het wachtwoord van dit account in.</translation>
    </message>
    <message>
        <source>Enter the token of this account.</source>
        <translation>Voer het token van dit account in.</translation>
    </message>
    <message>
        <source>Enter times such as 22:00 and 07:00.</source>
        <translation>Voer tijden in, zoals 22:00 en 07:00.</translation>
    </message>
    <message>
        <source>Enter your XMPP address, like ann@example.org.</source>
        <translation>Voer je XMPP-adres in, zoals ann@example.org.</translation>
    </message>
    <message>
        <source>Environment: C42DESKTOP_PROFILE names a folder as --profile does. C42DESKTOP_PASSWORD_FILE names a file with the password in its first line, which only you may read.</source>
        <translation>Omgeving: C42DESKTOP_PROFILE noemt een map, zoals --profile. C42DESKTOP_PASSWORD_FILE noemt een bestand met het wachtwoord op de eerste regel, dat alleen jij mag lezen.</translation>
    </message>
    <message>
        <source>Erase all of it? Type “yes”: </source>
        <translation>Alles wissen? Typ “ja”: </translation>
    </message>
    <message>
        <source>Erased {jid} from this computer.</source>
        <translation>{jid} is van deze computer gewist.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Events can be seen once you subscribe.</source>
        <translation>Afspraken zijn te zien zodra je geabonneerd bent.</translation>
    </message>
    <message>
        <source>Events with a time</source>
        <translation>Afspraken met een tijd</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Elke</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Elke dag</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Elke maand</translation>
    </message>
    <message>
        <source>Every second day</source>
        <translation>Om de dag</translation>
    </message>
    <message>
        <source>Every second month</source>
        <translation>Om de maand</translation>
    </message>
    <message>
        <source>Every second week on {days}</source>
        <translation>Om de week op {days}</translation>
    </message>
    <message>
        <source>Every second year</source>
        <translation>Om het jaar</translation>
    </message>
    <message>
        <source>Every second {day}</source>
        <translation>Om de week op {day}</translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation>Elke week op {days}</translation>
    </message>
    <message>
        <source>Every weekday</source>
        <translation>Elke werkdag</translation>
    </message>
    <message>
        <source>Every {count} days</source>
        <translation>Elke {count} dagen</translation>
    </message>
    <message>
        <source>Every {count} months</source>
        <translation>Elke {count} maanden</translation>
    </message>
    <message>
        <source>Every {count} weeks on {days}</source>
        <translation>Elke {count} weken op {days}</translation>
    </message>
    <message>
        <source>Every {count} weeks on {day}</source>
        <translation>Elke {count} weken op {day}</translation>
    </message>
    <message>
        <source>Every {count} years</source>
        <translation>Elke {count} jaar</translation>
    </message>
    <message>
        <source>Every {day}</source>
        <translation>Elke {day}</translation>
    </message>
    <message>
        <source>Everybody who reads this calendar sees that it is gone.</source>
        <translation>Iedereen die deze agenda leest, ziet dat de afspraak weg is.</translation>
    </message>
    <message>
        <source>Everyone who may see when you are online can see it.</source>
        <translation>Iedereen die mag zien wanneer je online bent, kan haar zien.</translation>
    </message>
    <message>
        <source>Everyone who reads this calendar gets these events, and may be told of each of them.</source>
        <translation>Iedereen die deze agenda leest, krijgt deze afspraken en kan van elk ervan een melding krijgen.</translation>
    </message>
    <message>
        <source>Everyone who sees it loses it.</source>
        <translation>Iedereen die haar ziet, raakt haar kwijt.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything that was checked works.</source>
        <translation>Alles wat gecontroleerd is, werkt.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message numerus="yes">
        <source>Exported {count} event to {file}</source>
        <comment>Exported {count} events to {file}</comment>
        <translation>
            <numerusform>{count} afspraak geëxporteerd naar {file}</numerusform>
            <numerusform>{count} afspraken geëxporteerd naar {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting {done} of {total}…</source>
        <translation>{done} van {total} exporteren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>February</source>
        <translation>februari</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Files are still on their way. Wait for them, or cancel them.</source>
        <translation>Er zijn nog bestanden onderweg. Wacht erop, of annuleer ze.</translation>
    </message>
    <message>
        <source>Files can be attached in calendars on a server; this one is on this computer only.</source>
        <translation>Bestanden kunnen worden bijgevoegd in agenda’s op een server; deze staat alleen op deze computer.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Op naam filteren</translation>
    </message>
    <message numerus="yes">
        <source>Filter, {count} chosen</source>
        <comment>Filter, {count} chosen</comment>
        <translation>
            <numerusform>Filter, {count} gekozen</numerusform>
            <numerusform>Filter, {count} gekozen</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Fingerprint of its key (SHA-256)</source>
        <translation>Vingerafdruk van de sleutel (SHA-256)</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate (SHA-256)</source>
        <translation>Vingerafdruk van het certificaat (SHA-256)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Ingeklapt</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Voor 1 uur</translation>
    </message>
    <message>
        <source>For events that bring no reminders of their own.</source>
        <translation>Voor afspraken die zelf geen herinneringen hebben.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>Forget an account and its calendars.</source>
        <translation>Een account en de agenda’s ervan vergeten.</translation>
    </message>
    <message>
        <source>Found events</source>
        <translation>Gevonden afspraken</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vr</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vrijdag</translation>
    </message>
    <message>
        <source>From the file {name}</source>
        <translation>Uit het bestand {name}</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>Give the event a title.</source>
        <translation>Geef de afspraak een titel.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write it.</source>
        <translation>Geef jezelf het recht om het te lezen en te schrijven.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write it: what goes wrong is not written down now.</source>
        <translation>Geef jezelf lees- en schrijfrechten: wat misgaat, wordt nu niet vastgelegd.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Verder bewerken</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Naar vandaag</translation>
    </message>
    <message>
        <source>Go to today, or to the newest</source>
        <translation>Naar vandaag, of naar het nieuwste</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grijs</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Have the system set its clock by the network.</source>
        <translation>Laat het systeem de klok via het netwerk gelijkzetten.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide server settings</source>
        <translation>Serverinstellingen verbergen</translation>
    </message>
    <message>
        <source>Hide the month</source>
        <translation>De maand verbergen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Het wachtwoord verbergen</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hoge prioriteit</translation>
    </message>
    <message>
        <source>Hold back during do not disturb and full screen</source>
        <translation>Meldingen bewaren tijdens niet storen en schermvullend</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>How such an address begins, one in a line. Usual: none</source>
        <translation>Hoe zo’n adres begint, één per regel. Normaal: geen</translation>
    </message>
    <message>
        <source>How this event repeats cannot be read.</source>
        <translation>Hoe deze afspraak zich herhaalt, kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>If that is right: c42desktop account enable {jid}</source>
        <translation>Klopt dat? Dan: c42desktop account enable {jid}</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Import a calendar file</source>
        <translation>Een agendabestand importeren</translation>
    </message>
    <message>
        <source>Import a calendar file.</source>
        <translation>Een agendabestand importeren.</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Bestand importeren…</translation>
    </message>
    <message numerus="yes">
        <source>Imported {count} event into {title}</source>
        <comment>Imported {count} events into {title}</comment>
        <translation>
            <numerusform>{count} afspraak geïmporteerd in {title}</numerusform>
            <numerusform>{count} afspraken geïmporteerd in {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {done} of {total}…</source>
        <translation>{done} van {total} importeren…</translation>
    </message>
    <message>
        <source>In a meeting until {time}</source>
        <translation>In vergadering tot {time}</translation>
    </message>
    <message>
        <source>In its own way</source>
        <translation>Op een eigen manier</translation>
    </message>
    <message>
        <source>In the list of calendars</source>
        <translation>In de lijst met agenda’s</translation>
    </message>
    <message>
        <source>In the lists</source>
        <translation>In de lijsten</translation>
    </message>
    <message>
        <source>In the month</source>
        <translation>In de maand</translation>
    </message>
    <message>
        <source>Install or unlock a keyring such as GNOME Keyring or KWallet. Until then the password is asked for at each start, or read from the file that {variable} names.</source>
        <translation>Installeer of ontgrendel een sleutelbos zoals GNOME-sleutelbos of KWallet. Tot dan wordt bij elke start om het wachtwoord gevraagd, of wordt het gelezen uit het bestand dat {variable} noemt.</translation>
    </message>
    <message>
        <source>Install that version again.</source>
        <translation>Installeer die versie opnieuw.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Uitnodiging</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Uitnodigingen</translation>
    </message>
    <message>
        <source>It becomes as the file is: what is not in the file any more disappears from it.</source>
        <translation>Ze wordt zoals het bestand is: wat niet meer in het bestand staat, verdwijnt eruit.</translation>
    </message>
    <message numerus="yes">
        <source>It has {count} account.</source>
        <comment>It has {count} accounts.</comment>
        <translation>
            <numerusform>Er staat {count} account in.</numerusform>
            <numerusform>Er staan {count} accounts in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has {count} calendar.</source>
        <comment>It has {count} calendars.</comment>
        <translation>
            <numerusform>Er staat {count} agenda in.</numerusform>
            <numerusform>Er staan {count} agenda’s in.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is due before it begins.</source>
        <translation>De deadline is voor het begin.</translation>
    </message>
    <message>
        <source>It is for {names}, was issued by {issuer}, and is valid from {begins} to {ends}.</source>
        <translation>Het is voor {names}, is uitgegeven door {issuer}, en is geldig van {begins} tot {ends}.</translation>
    </message>
    <message>
        <source>It is kept on this computer only, and can be looked at but not changed.</source>
        <translation>Ze staat alleen op deze computer, en kan bekeken maar niet gewijzigd worden.</translation>
    </message>
    <message>
        <source>It is not in the calendar any more.</source>
        <translation>Het staat niet meer in de agenda.</translation>
    </message>
    <message>
        <source>It is too large for the server.</source>
        <translation>Het is te groot voor de server.</translation>
    </message>
    <message>
        <source>It is {time} here ({zone}).</source>
        <translation>Het is hier {time} ({zone}).</translation>
    </message>
    <message>
        <source>It repeats. What is to change?</source>
        <translation>De afspraak herhaalt zich. Wat moet er veranderen?</translation>
    </message>
    <message>
        <source>Its events disappear from this agenda. The calendar itself stays as it is.</source>
        <translation>De afspraken verdwijnen uit deze agenda. De agenda op de server blijft zoals ze is.</translation>
    </message>
    <message>
        <source>Its events disappear from this computer. The file that they came from stays as it is.</source>
        <translation>De afspraken verdwijnen van deze computer. Het bestand waaruit ze kwamen, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Its owner removed this calendar. The events known from it disappear from this agenda.</source>
        <translation>De eigenaar heeft deze agenda verwijderd. De bekende afspraken ervan verdwijnen.</translation>
    </message>
    <message>
        <source>Its source</source>
        <translation>De bron</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>jan</translation>
    </message>
    <message>
        <source>January</source>
        <translation>januari</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Deelnemen</translation>
    </message>
    <message>
        <source>Join at {place}</source>
        <translation>Deelnemen via {place}</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juli</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juni</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Al het mijne houden</translation>
    </message>
    <message>
        <source>Keep it, as it is now</source>
        <translation>Houden zoals het nu is</translation>
    </message>
    <message>
        <source>Keep refusing</source>
        <translation>Blijven weigeren</translation>
    </message>
    <message>
        <source>Keep them to look at, as they are now</source>
        <translation>Bewaren om te bekijken, zoals ze nu zijn</translation>
    </message>
    <message>
        <source>Kept from {account}</source>
        <translation>Bewaard van {account}</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Sleutelbos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Opzeggen</translation>
    </message>
    <message>
        <source>Leave at {time}: {summary}</source>
        <translation>Vertrek om {time}: {summary}</translation>
    </message>
    <message>
        <source>Leave calendar</source>
        <translation>Agenda opzeggen</translation>
    </message>
    <message>
        <source>Leave calendar…</source>
        <translation>Agenda opzeggen…</translation>
    </message>
    <message>
        <source>Leave in {time}: {summary}</source>
        <translation>Vertrek over {time}: {summary}</translation>
    </message>
    <message>
        <source>Leave now: {summary}</source>
        <translation>Vertrek nu: {summary}</translation>
    </message>
    <message>
        <source>Leave out what follows the slash; the resource has its place in the server settings.</source>
        <translation>Laat weg wat na de schuine streep komt; de resource hoort bij de serverinstellingen.</translation>
    </message>
    <message>
        <source>Leave the password out of the address of the proxy: it is asked for.</source>
        <translation>Laat het wachtwoord weg uit het adres van de proxy: daar wordt om gevraagd.</translation>
    </message>
    <message>
        <source>Leave {time} earlier</source>
        <translation>{time} eerder vertrekken</translation>
    </message>
    <message>
        <source>Leave {time} later</source>
        <translation>{time} later vertrekken</translation>
    </message>
    <message>
        <source>Leave {time}: {summary}</source>
        <translation>Vertrek {time}: {summary}</translation>
    </message>
    <message>
        <source>Leave “{name}”?</source>
        <translation>“{name}” opzeggen?</translation>
    </message>
    <message>
        <source>Leaves {time} before you are there</source>
        <translation>Vertrekt {time} voordat je er bent</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Loslaten</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Links of the common services get a Join button without this.</source>
        <translation>Links van de bekende diensten krijgen ook zonder dit een knop “Deelnemen”.</translation>
    </message>
    <message>
        <source>List the accounts, with what is not as usual.</source>
        <translation>De accounts tonen, met wat afwijkt van het gebruikelijke.</translation>
    </message>
    <message>
        <source>List the subscribed calendars.</source>
        <translation>De geabonneerde agenda’s tonen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Opnieuw kijken</translation>
    </message>
    <message>
        <source>Look at the lines above.</source>
        <translation>Kijk naar de regels hierboven.</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Nieuwe versies zoeken</translation>
    </message>
    <message>
        <source>Looking at its events…</source>
        <translation>De afspraken ervan bekijken…</translation>
    </message>
    <message>
        <source>Looking for calendars…</source>
        <translation>Agenda’s zoeken…</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>Looking for your calendars…</source>
        <translation>Je agenda’s zoeken…</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Lage prioriteit</translation>
    </message>
    <message>
        <source>Lunch Thu 12:30 1h @Canteen</source>
        <translation>Lunch do 12:30 1 uur @Kantine</translation>
    </message>
    <message>
        <source>Made with these parts, each under its own licence:</source>
        <translation>Gemaakt met deze onderdelen, elk onder een eigen licentie:</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mrt</translation>
    </message>
    <message>
        <source>March</source>
        <translation>maart</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alles als gelezen markeren</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelezen markeren</translation>
    </message>
    <message>
        <source>Mark as read or unread, in the activity</source>
        <translation>Als gelezen of ongelezen markeren, in de activiteit</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mei</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Misschien</translation>
    </message>
    <message>
        <source>Maybe – not sent yet</source>
        <translation>Misschien – nog niet verzonden</translation>
    </message>
    <message>
        <source>Maybe: {title}</source>
        <translation>Misschien: {title}</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Mechanismen</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Vergaderingen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>ma</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>maandag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Meer acties</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Meer opties…</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Meer…</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verplaatsen naar</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move up or down</source>
        <translation>Omhoog of omlaag</translation>
    </message>
    <message>
        <source>Moved from {time}</source>
        <translation>Was om {time}</translation>
    </message>
    <message>
        <source>Moved to “{calendar}”.</source>
        <translation>Verplaatst naar “{calendar}”.</translation>
    </message>
    <message>
        <source>My contacts</source>
        <translation>Mijn contacten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name a file with it in {variable}, or use --password-stdin.</source>
        <translation>Noem een bestand met het wachtwoord in {variable}, of gebruik --password-stdin.</translation>
    </message>
    <message>
        <source>Name the file with your certificate and its key with --certificate.</source>
        <translation>Noem het bestand met je certificaat en de sleutel ervan met --certificate.</translation>
    </message>
    <message>
        <source>Never ends</source>
        <translation>Eindigt nooit</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Nieuwe agenda</translation>
    </message>
    <message>
        <source>New calendar…</source>
        <translation>Nieuwe agenda…</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nieuwe afspraak</translation>
    </message>
    <message>
        <source>New event in one line</source>
        <translation>Nieuwe afspraak in één regel</translation>
    </message>
    <message>
        <source>New event…</source>
        <translation>Nieuwe afspraak…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>Next events</source>
        <translation>Volgende afspraken</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Volgende maand</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Geen account</translation>
    </message>
    <message>
        <source>No account at hand?</source>
        <translation>Geen account bij de hand?</translation>
    </message>
    <message>
        <source>No address was found for {places}.</source>
        <translation>Er is geen adres gevonden voor {places}.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>No calendar service was found. Enter its address above, or paste a calendar below.</source>
        <translation>Er is geen agendadienst gevonden. Voer hierboven het adres ervan in, of plak hieronder een agenda.</translation>
    </message>
    <message>
        <source>No calendars are kept here yet.</source>
        <translation>Er worden hier nog geen agenda’s bewaard.</translation>
    </message>
    <message>
        <source>No calendars yet</source>
        <translation>Nog geen agenda’s</translation>
    </message>
    <message>
        <source>No calendars yet. Add one with: c42desktop subscribe URI, or c42desktop import FILE</source>
        <translation>Nog geen agenda’s. Voeg er een toe met: c42desktop subscribe URI, of c42desktop import BESTAND</translation>
    </message>
    <message>
        <source>No event passes these filters.</source>
        <translation>Geen afspraak voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>No event with “{words}” passes these filters.</source>
        <translation>Geen afspraak met “{words}” voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>No event with “{words}”.</source>
        <translation>Geen afspraak met “{words}”.</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Geen afspraken</translation>
    </message>
    <message>
        <source>No notification service answers here.</source>
        <translation>Er antwoordt hier geen meldingendienst.</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Geen meldingen</translation>
    </message>
    <message>
        <source>No password is in a backup. You are asked for those that the keyring here does not have.</source>
        <translation>In een back-up staan geen wachtwoorden. Je wordt gevraagd om de wachtwoorden die hier niet in de sleutelbos staan.</translation>
    </message>
    <message>
        <source>No password is in the backup; who can read it can read your calendars.</source>
        <translation>In de back-up staat geen wachtwoord; wie hem kan lezen, kan je agenda’s lezen.</translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>Er is geen wachtwoord opgegeven.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Geen problemen</translation>
    </message>
    <message>
        <source>No server was found for {server}. Check the address and the network.</source>
        <translation>Er is geen server gevonden voor {server}. Controleer het adres en het netwerk.</translation>
    </message>
    <message>
        <source>No subscribers yet</source>
        <translation>Nog geen abonnees</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Geen tijd</translation>
    </message>
    <message>
        <source>No way to get there was found</source>
        <translation>Er is geen weg daarheen gevonden</translation>
    </message>
    <message>
        <source>No way to get there was found.</source>
        <translation>Er is geen weg daarheen gevonden.</translation>
    </message>
    <message>
        <source>Nobody else has access.</source>
        <translation>Niemand anders heeft toegang.</translation>
    </message>
    <message>
        <source>Nobody else sees it.</source>
        <translation>Niemand anders ziet haar.</translation>
    </message>
    <message>
        <source>Nobody said where on the map this is.</source>
        <translation>Niemand heeft gezegd waar dit op de kaart is.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>None of your calendars takes events from you. Add a calendar of your own first.</source>
        <translation>Geen van je agenda’s neemt afspraken van jou aan. Voeg eerst een eigen agenda toe.</translation>
    </message>
    <message>
        <source>None of your calendars takes new events. Add or create one first.</source>
        <translation>Geen van je agenda’s neemt nieuwe afspraken aan. Voeg er eerst een toe of maak er een.</translation>
    </message>
    <message>
        <source>Not accessible by wheelchair</source>
        <translation>Niet toegankelijk met rolstoel</translation>
    </message>
    <message>
        <source>Not checked: it is signed out.</source>
        <translation>Niet gecontroleerd: het is afgemeld.</translation>
    </message>
    <message>
        <source>Not checked: neither the server nor its web pages tell the time.</source>
        <translation>Niet gecontroleerd: noch de server noch zijn webpagina’s geven de tijd.</translation>
    </message>
    <message>
        <source>Not checked: no place with encryption answers.</source>
        <translation>Niet gecontroleerd: er antwoordt geen plaats met versleuteling.</translation>
    </message>
    <message>
        <source>Not checked: only the window sees the tray. Use Help › Diagnose there.</source>
        <translation>Niet gecontroleerd: alleen het venster ziet het systeemvak. Gebruik daar Hulp › Diagnose.</translation>
    </message>
    <message>
        <source>Not checked: signing in did not work.</source>
        <translation>Niet gecontroleerd: aanmelden lukte niet.</translation>
    </message>
    <message>
        <source>Not checked: the server cannot be reached.</source>
        <translation>Niet gecontroleerd: de server is niet bereikbaar.</translation>
    </message>
    <message>
        <source>Not checked: there is no password for {jid} here.</source>
        <translation>Niet gecontroleerd: er is hier geen wachtwoord voor {jid}.</translation>
    </message>
    <message>
        <source>Not checked: there is no screen.</source>
        <translation>Niet gecontroleerd: er is geen scherm.</translation>
    </message>
    <message>
        <source>Not every calendar was fetched in time. The others are fetched at the next start.</source>
        <translation>Niet elke agenda is op tijd opgehaald. De andere worden bij de volgende start opgehaald.</translation>
    </message>
    <message>
        <source>Not every calendar was fetched in time. The others follow.</source>
        <translation>Niet elke agenda is op tijd opgehaald. De andere volgen.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Nog niet verzonden</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Niet aangemeld</translation>
    </message>
    <message>
        <source>Not tried: the account is set to another way.</source>
        <translation>Niet geprobeerd: het account is op een andere manier ingesteld.</translation>
    </message>
    <message>
        <source>Not tried: there is no place to connect to.</source>
        <translation>Niet geprobeerd: er is geen plaats om mee te verbinden.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Nothing has been logged here yet.</source>
        <translation>Er staat hier nog niets in het logboek.</translation>
    </message>
    <message>
        <source>Nothing is coming up in it.</source>
        <translation>Er staat niets op stapel.</translation>
    </message>
    <message>
        <source>Nothing is lost until you decide.</source>
        <translation>Er gaat niets verloren tot je beslist.</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Niets meer</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Niets gepland</translation>
    </message>
    <message>
        <source>Nothing planned.</source>
        <translation>Niets gepland.</translation>
    </message>
    <message>
        <source>Nothing unread.</source>
        <translation>Niets ongelezen.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Er is niets gewist.</translation>
    </message>
    <message>
        <source>Nothing yet. What changes in your calendars is listed here for 90 days.</source>
        <translation>Nog niets. Wat in je agenda’s verandert, staat hier 90 dagen lang.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation>Meldingen zijn gepauzeerd</translation>
    </message>
    <message>
        <source>Notifications are paused until tomorrow</source>
        <translation>Meldingen zijn gepauzeerd tot morgen</translation>
    </message>
    <message>
        <source>Notifications are paused until {time}</source>
        <translation>Meldingen zijn gepauzeerd tot {time}</translation>
    </message>
    <message>
        <source>Notifications wait: do not disturb is on</source>
        <translation>Meldingen wachten: niet storen staat aan</translation>
    </message>
    <message>
        <source>Notifications wait: something fills the screen</source>
        <translation>Meldingen wachten: iets vult het scherm</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>November</source>
        <translation>november</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>okt</translation>
    </message>
    <message>
        <source>October</source>
        <translation>oktober</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline since {time} – showing what was known then</source>
        <translation>Offline sinds {time} – dit is wat toen bekend was</translation>
    </message>
    <message numerus="yes">
        <source>Offline · next try in {minutes} min</source>
        <comment>Offline · next try in {minutes} min</comment>
        <translation>
            <numerusform>Offline · volgende poging over {minutes} min</numerusform>
            <numerusform>Offline · volgende poging over {minutes} min</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline · next try in {seconds} s</source>
        <translation>Offline · volgende poging over {seconds} s</translation>
    </message>
    <message>
        <source>On again</source>
        <translation>Gaat weer door</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>Op de dag zelf</translation>
    </message>
    <message>
        <source>On the day at 9:00</source>
        <translation>Op de dag zelf om 9:00</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Op deze computer</translation>
    </message>
    <message>
        <source>On this page everything as it was before you chose something</source>
        <translation>Alles op deze pagina zoals het was voordat je iets koos</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Op tijd</translation>
    </message>
    <message>
        <source>Once a day, saying nothing about you or this computer. Nothing is installed.</source>
        <translation>Eén keer per dag, zonder iets over jou of deze computer te zeggen. Er wordt niets geïnstalleerd.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Online over {way}</source>
        <translation>Online via {way}</translation>
    </message>
    <message>
        <source>Only contacts of the owner</source>
        <translation>Alleen contacten van de eigenaar</translation>
    </message>
    <message>
        <source>Only contacts of the owner of this calendar may see it.</source>
        <translation>Alleen contacten van de eigenaar van deze agenda mogen haar zien.</translation>
    </message>
    <message>
        <source>Only people I invite</source>
        <translation>Alleen mensen die ik uitnodig</translation>
    </message>
    <message>
        <source>Only people the owner has invited</source>
        <translation>Alleen mensen die de eigenaar heeft uitgenodigd</translation>
    </message>
    <message>
        <source>Only some contacts of the owner</source>
        <translation>Alleen sommige contacten van de eigenaar</translation>
    </message>
    <message>
        <source>Only these people can see it.</source>
        <translation>Alleen deze mensen kunnen haar zien.</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Alleen deze keer</translation>
    </message>
    <message>
        <source>Only your own profile can start with your session. This is another one.</source>
        <translation>Alleen je eigen profiel kan met je sessie starten. Dit is een ander profiel.</translation>
    </message>
    <message>
        <source>Only {number} lines are listed: ask for fewer days.</source>
        <translation>Er worden maar {number} regels getoond: vraag om minder dagen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open addresses and files in the window, which asks what to do with each.</source>
        <translation>Open adressen en bestanden in het venster, dat vraagt wat ermee moet gebeuren.</translation>
    </message>
    <message>
        <source>Open at {place}</source>
        <translation>Openen via {place}</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Bestand openen…</translation>
    </message>
    <message>
        <source>Open the log’s folder</source>
        <translation>Logboekmap openen</translation>
    </message>
    <message>
        <source>Open the window to see what changed, or use another notification service.</source>
        <translation>Open het venster om te zien wat er veranderd is, of gebruik een andere meldingendienst.</translation>
    </message>
    <message>
        <source>Or paste the address of a calendar</source>
        <translation>Of plak het adres van een agenda</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Oranje</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisator</translation>
    </message>
    <message>
        <source>Others can read the password file {name}. Run: chmod 600 {name}</source>
        <translation>Anderen kunnen het wachtwoordbestand {name} lezen. Voer uit: chmod 600 {name}</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Anders…</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Overlapt</translation>
    </message>
    <message>
        <source>Owned by {owner}</source>
        <translation>Eigenaar: {owner}</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Partly accessible by wheelchair</source>
        <translation>Deels toegankelijk met rolstoel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Password for {jid}: </source>
        <translation>Wachtwoord voor {jid}: </translation>
    </message>
    <message>
        <source>Password of the file with your key</source>
        <translation>Wachtwoord van het bestand met je sleutel</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Voorbij</translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation>Meldingen pauzeren</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People ask me first</source>
        <translation>Mensen vragen het me eerst</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persoonlijk</translation>
    </message>
    <message>
        <source>Personal calendar of {owner}</source>
        <translation>Persoonlijke agenda van {owner}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Roze</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Afspelen</translation>
    </message>
    <message>
        <source>Play: {kind}</source>
        <translation>Afspelen: {kind}</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Voorkeuren</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Voorkeuren…</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Aanwezigheid</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>Print a line for each change, as it is pushed.</source>
        <translation>Een regel tonen voor elke wijziging, zodra ze binnenkomt.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adres van de proxy</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Wachtwoord van de proxy</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Gebruiker van de proxy</translation>
    </message>
    <message>
        <source>Public transport</source>
        <translation>Openbaar vervoer</translation>
    </message>
    <message>
        <source>Publish a calendar file as one item of a calendar on a server.</source>
        <translation>Een agendabestand publiceren als één item van een agenda op een server.</translation>
    </message>
    <message>
        <source>Published {item}.</source>
        <translation>{item} gepubliceerd.</translation>
    </message>
    <message>
        <source>Publishing {done} of {total}…</source>
        <translation>{done} van {total} publiceren…</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Paars</translation>
    </message>
    <message>
        <source>Put it back, as I have it</source>
        <translation>Terugzetten, zoals ik het heb</translation>
    </message>
    <message>
        <source>Put settings and calendars back as they are in a backup. What is here now is kept beside them.</source>
        <translation>Zet instellingen en agenda’s terug zoals ze in een back-up staan. Wat er nu is, wordt ernaast bewaard.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille uren</translation>
    </message>
    <message>
        <source>Quiet hours until {time}</source>
        <translation>Stille uren tot {time}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Reading calendars…</source>
        <translation>Agenda’s lezen…</translation>
    </message>
    <message>
        <source>Reading: {done} events so far</source>
        <translation>Lezen: {done} afspraken tot nu toe</translation>
    </message>
    <message>
        <source>Reading: {done} of {total} events</source>
        <translation>Lezen: {done} van {total} afspraken</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>Released on {date}. This is version {own}.</source>
        <translation>Uitgebracht op {date}. Dit is versie {own}.</translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>Herinner me opnieuw</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Herinnering</translation>
    </message>
    <message>
        <source>Reminder missed: {summary}</source>
        <translation>Herinnering gemist: {summary}</translation>
    </message>
    <message>
        <source>Reminder: {summary}</source>
        <translation>Herinnering: {summary}</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Herinneringen</translation>
    </message>
    <message>
        <source>Reminders of {name}</source>
        <translation>Herinneringen van {name}</translation>
    </message>
    <message>
        <source>Reminders only</source>
        <translation>Alleen herinneringen</translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation>Herinneringen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Account verwijderen</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Account verwijderen…</translation>
    </message>
    <message>
        <source>Remove calendar</source>
        <translation>Agenda verwijderen</translation>
    </message>
    <message>
        <source>Remove calendar…</source>
        <translation>Agenda verwijderen…</translation>
    </message>
    <message>
        <source>Remove its calendars from this computer</source>
        <translation>De agenda’s ervan van deze computer verwijderen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>“{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Removed by its owner</source>
        <translation>Verwijderd door de eigenaar</translation>
    </message>
    <message>
        <source>Removed {ago}</source>
        <translation>{ago} verwijderd</translation>
    </message>
    <message>
        <source>Removed {jid} and its calendars from this computer.</source>
        <translation>{jid} en de agenda’s ervan zijn van deze computer verwijderd.</translation>
    </message>
    <message>
        <source>Removed {jid} from this computer. Its calendars stay, as they were last known.</source>
        <translation>{jid} is van deze computer verwijderd. De agenda’s blijven zoals ze het laatst bekend waren.</translation>
    </message>
    <message>
        <source>Removed {title}.</source>
        <translation>{title} verwijderd.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Rename calendar</source>
        <translation>Naam van agenda wijzigen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Naam wijzigen…</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Herhaalt zich</translation>
    </message>
    <message>
        <source>Repeats every</source>
        <translation>Herhaalt zich elke</translation>
    </message>
    <message>
        <source>Report of the unexpected end</source>
        <translation>Verslag van het onverwachte einde</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Standaardwaarden herstellen</translation>
    </message>
    <message>
        <source>Restored the backup of {date}.</source>
        <translation>De back-up van {date} is teruggezet.</translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation>Meldingen hervatten</translation>
    </message>
    <message>
        <source>Retracted {item}.</source>
        <translation>{item} teruggetrokken.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Heen en weer</translation>
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
        <translation>Routes</translation>
    </message>
    <message>
        <source>Run “c42desktop account add {jid}”, name a file with it in {variable}, or use --password-stdin.</source>
        <translation>Voer “c42desktop account add {jid}” uit, noem een bestand met het wachtwoord in {variable}, of gebruik --password-stdin.</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>za</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>zaterdag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Save without signing in</source>
        <translation>Opslaan zonder aanmelden</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Say when it begins.</source>
        <translation>Zeg wanneer het begint.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Scherm</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Afspraken zoeken</translation>
    </message>
    <message>
        <source>Select a calendar to see what is in it.</source>
        <translation>Kies een agenda om te zien wat erin staat.</translation>
    </message>
    <message>
        <source>Select an event to see its details.</source>
        <translation>Kies een afspraak om de details te zien.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>September</source>
        <translation>september</translation>
    </message>
    <message>
        <source>Server settings…</source>
        <translation>Serverinstellingen…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Several calendars are called that. Name one by its address: {uris}</source>
        <translation>Verschillende agenda’s heten zo. Noem er een bij het adres: {uris}</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Share “{name}”</source>
        <translation>“{name}” delen</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Delen…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Shortcuts…</source>
        <translation>Sneltoetsen…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Tonen als</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Certificaat tonen…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Show in agenda</source>
        <translation>In de agenda tonen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Logboek tonen</translation>
    </message>
    <message>
        <source>Show my contacts that I am busy during events</source>
        <translation>Mijn contacten laten zien dat ik bezet ben tijdens afspraken</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>Op de kaart tonen</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>Tonen of verbergen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Verslag tonen</translation>
    </message>
    <message>
        <source>Show source…</source>
        <translation>Bron tonen…</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>De details tonen</translation>
    </message>
    <message>
        <source>Show the events of a calendar file.</source>
        <translation>De afspraken van een agendabestand tonen.</translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation>Licenties tonen</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>De maand tonen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Het wachtwoord tonen</translation>
    </message>
    <message>
        <source>Show them the title as well</source>
        <translation>Laat ze ook de titel zien</translation>
    </message>
    <message>
        <source>Show this day in the agenda</source>
        <translation>Deze dag in de agenda tonen</translation>
    </message>
    <message>
        <source>Show what is on: the next 30 days, or another time.</source>
        <translation>Tonen wat er is: de komende 30 dagen, of een andere tijd.</translation>
    </message>
    <message>
        <source>Show {place} on a map</source>
        <translation>{place} op een kaart tonen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign in again to an account that is signed out.</source>
        <translation>Weer aanmelden bij een account dat is afgemeld.</translation>
    </message>
    <message>
        <source>Sign in first. Then you are asked what to do with what you opened.</source>
        <translation>Meld je eerst aan. Daarna wordt je gevraagd wat er moet gebeuren met wat je hebt geopend.</translation>
    </message>
    <message>
        <source>Sign in less safely?</source>
        <translation>Minder veilig aanmelden?</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Aanmelden met</translation>
    </message>
    <message>
        <source>Sign in with the XMPP address your organisation gave you. The password goes into your system keyring.</source>
        <translation>Meld je aan met het XMPP-adres dat je van je organisatie hebt gekregen. Het wachtwoord komt in de sleutelbos van je systeem.</translation>
    </message>
    <message>
        <source>Sign in, fetch the calendars, and keep the account.</source>
        <translation>Aanmelden, de agenda’s ophalen en het account bewaren.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Sign out instead</source>
        <translation>In plaats daarvan afmelden</translation>
    </message>
    <message>
        <source>Sign out of an account; it stays here, with its calendars as last known.</source>
        <translation>Afmelden bij een account; het blijft hier, met de agenda’s zoals ze het laatst bekend waren.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Signed in as {jid} over TLS.</source>
        <translation>Aangemeld als {jid} over TLS.</translation>
    </message>
    <message numerus="yes">
        <source>Signed in as {jid}: {count} calendar.</source>
        <comment>Signed in as {jid}: {count} calendars.</comment>
        <translation>
            <numerusform>Aangemeld als {jid}: {count} agenda.</numerusform>
            <numerusform>Aangemeld als {jid}: {count} agenda’s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Afgemeld</translation>
    </message>
    <message>
        <source>Signed out – as last known</source>
        <translation>Afgemeld – zoals laatst bekend</translation>
    </message>
    <message>
        <source>Signed out, and left out here: {accounts}.</source>
        <translation>Afgemeld, en hier weggelaten: {accounts}.</translation>
    </message>
    <message>
        <source>Signed out: {accounts}. Sign in again with: c42desktop account enable {jid}</source>
        <translation>Afgemeld: {accounts}. Meld je weer aan met: c42desktop account enable {jid}</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Aanmelden…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Snooze all</source>
        <translation>Alles later</translation>
    </message>
    <message>
        <source>Snoozed until {time}</source>
        <translation>Uitgesteld tot {time}</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Some dates of this event cannot be read.</source>
        <translation>Sommige datums van deze afspraak kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>Some of my contacts</source>
        <translation>Sommige van mijn contacten</translation>
    </message>
    <message>
        <source>Some time within these hours; you are free until it is planned</source>
        <translation>Ergens binnen deze uren; je bent vrij tot het gepland is</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Somebody else changed this while you did.</source>
        <translation>Iemand anders heeft dit gewijzigd terwijl jij dat deed.</translation>
    </message>
    <message>
        <source>Something else answers in place of {domain}: a sign-in page of this network, or a wrong address.</source>
        <translation>Iets anders antwoordt in plaats van {domain}: een aanmeldpagina van dit netwerk, of een verkeerd adres.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Geluiden</translation>
    </message>
    <message>
        <source>Source of {title}</source>
        <translation>Bron van {title}</translation>
    </message>
    <message>
        <source>Standard input cannot be read as text.</source>
        <translation>De standaardinvoer kan niet als tekst worden gelezen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Start a notification service. Until then changes are told by the tray, or in the window.</source>
        <translation>Start een meldingendienst. Tot dan worden wijzigingen in het systeemvak of in het venster gemeld.</translation>
    </message>
    <message>
        <source>Start and end are both days, or both times.</source>
        <translation>Begin en einde zijn allebei dagen, of allebei tijden.</translation>
    </message>
    <message>
        <source>Start the window in a desktop session. The commands work without one.</source>
        <translation>Start het venster in een bureaubladsessie. De opdrachten werken zonder.</translation>
    </message>
    <message>
        <source>Start the window: it sets the file aside and reads everything anew.</source>
        <translation>Start het venster: het zet het bestand opzij en leest alles opnieuw.</translation>
    </message>
    <message>
        <source>Start when I sign in to this computer</source>
        <translation>Starten wanneer ik me op deze computer aanmeld</translation>
    </message>
    <message>
        <source>Starting a private XMPP server …</source>
        <translation>Een eigen XMPP-server starten …</translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation>De demo starten…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} events were sent to {title}, and stay there.</source>
        <translation>Gestopt: {done} van {total} afspraken zijn naar {title} verzonden, en blijven daar.</translation>
    </message>
    <message>
        <source>Subscribe to a calendar.</source>
        <translation>Op een agenda abonneren.</translation>
    </message>
    <message>
        <source>Subscribed to {title}. {problem}</source>
        <translation>Geabonneerd op {title}. {problem}</translation>
    </message>
    <message numerus="yes">
        <source>Subscribed to {title}: {count} event.</source>
        <comment>Subscribed to {title}: {count} events.</comment>
        <translation>
            <numerusform>Geabonneerd op {title}: {count} afspraak.</numerusform>
            <numerusform>Geabonneerd op {title}: {count} afspraken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Suggested by the system</source>
        <translation>Voorgesteld door het systeem</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>zo</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>zondag</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Take all theirs</source>
        <translation>Al het hunne overnemen</translation>
    </message>
    <message>
        <source>Take an item of a calendar back.</source>
        <translation>Een item van een agenda terugnemen.</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blauwgroen</translation>
    </message>
    <message>
        <source>Tell the server&apos;s administrator.</source>
        <translation>Vertel het de beheerder van de server.</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Onder voorbehoud</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>That time is already over.</source>
        <translation>Die tijd is al voorbij.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} cannot reach the server.</source>
        <translation>De BOSH-dienst van {domain} kan de server niet bereiken.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} does not understand this program.</source>
        <translation>De BOSH-dienst van {domain} begrijpt dit programma niet.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} found that this program asked too often.</source>
        <translation>De BOSH-dienst van {domain} vindt dat dit programma te vaak heeft gevraagd.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} has a fault.</source>
        <translation>De BOSH-dienst van {domain} heeft een fout.</translation>
    </message>
    <message>
        <source>The BOSH service of {domain} sends this program to where it may not go.</source>
        <translation>De BOSH-dienst van {domain} stuurt dit programma naar een plaats waar het niet heen mag.</translation>
    </message>
    <message>
        <source>The CA file {file} holds no certificate that can be read. It must be a PEM file.</source>
        <translation>Het CA-bestand {file} bevat geen leesbaar certificaat. Het moet een PEM-bestand zijn.</translation>
    </message>
    <message>
        <source>The DNS names {places}, but no address of {lost}.</source>
        <translation>De DNS noemt {places}, maar geen adres van {lost}.</translation>
    </message>
    <message>
        <source>The JSON is empty.</source>
        <translation>De JSON is leeg.</translation>
    </message>
    <message>
        <source>The JSON is not a calendar.</source>
        <translation>De JSON is geen agenda.</translation>
    </message>
    <message>
        <source>The account itself names the server: {places}.</source>
        <translation>Het account noemt zelf de server: {places}.</translation>
    </message>
    <message>
        <source>The address of a calendar looks like xmpp:calendars.example.org?;node=team.</source>
        <translation>Het adres van een agenda ziet eruit als xmpp:calendars.example.org?;node=team.</translation>
    </message>
    <message>
        <source>The address of a proxy is its name and port: proxy.example.org:8080</source>
        <translation>Het adres van een proxy is zijn naam en poort: proxy.example.org:8080</translation>
    </message>
    <message>
        <source>The c42desktop that runs does not know this request. Quit it, and start it again.</source>
        <translation>De c42desktop die nu draait, kent dit verzoek niet. Sluit het programma af en start het opnieuw.</translation>
    </message>
    <message>
        <source>The c42desktop that runs finds passwords in the keyring only. Add the account there, or quit it first.</source>
        <translation>De c42desktop die nu draait, vindt wachtwoorden alleen in de sleutelbos. Voeg het account daar toe, of sluit het programma eerst af.</translation>
    </message>
    <message>
        <source>The c42desktop that runs is of another version. Quit it, and start it again.</source>
        <translation>De c42desktop die nu draait, is een andere versie. Sluit het programma af en start het opnieuw.</translation>
    </message>
    <message>
        <source>The c42desktop that this went through has ended.</source>
        <translation>De c42desktop die dit uitvoerde, is gestopt.</translation>
    </message>
    <message numerus="yes">
        <source>The calendar and the {count} event in it are deleted at the server.</source>
        <comment>The calendar and the {count} events in it are deleted at the server.</comment>
        <translation>
            <numerusform>De agenda en de {count} afspraak erin worden op de server verwijderd.</numerusform>
            <numerusform>De agenda en de {count} afspraken erin worden op de server verwijderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>The calendar holds no event.</source>
        <translation>De agenda bevat geen afspraak.</translation>
    </message>
    <message>
        <source>The calendar holds notes or busy times, but no event.</source>
        <translation>De agenda bevat notities of bezette tijden, maar geen afspraak.</translation>
    </message>
    <message>
        <source>The calendar store was damaged and has been set aside as {name}. Everything is being read from the server again; what changed meanwhile is not told.</source>
        <translation>De agenda-opslag was beschadigd en is opzij gezet als {name}. Alles wordt opnieuw van de server gelezen; wat intussen veranderde, wordt niet gemeld.</translation>
    </message>
    <message>
        <source>The calendar store was damaged, and a new one has taken its place. Try again.</source>
        <translation>De agenda-opslag was beschadigd, en er is een nieuwe voor in de plaats gekomen. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The calendar store {path} cannot be used: {why}.</source>
        <translation>De agenda-opslag {path} kan niet worden gebruikt: {why}.</translation>
    </message>
    <message>
        <source>The calendar store {path} is damaged. Start the program once: it reads everything anew.</source>
        <translation>De agenda-opslag {path} is beschadigd. Start het programma één keer: het leest alles opnieuw.</translation>
    </message>
    <message>
        <source>The calendar store {path} is write-protected. Change that; what is missed is read then.</source>
        <translation>De agenda-opslag {path} is tegen schrijven beveiligd. Wijzig dat; wat gemist wordt, wordt dan gelezen.</translation>
    </message>
    <message>
        <source>The calendar store {path} was damaged several times. The disk may be failing.</source>
        <translation>De agenda-opslag {path} was meermaals beschadigd. De schijf is misschien aan het stukgaan.</translation>
    </message>
    <message>
        <source>The calendar text ends in the middle of this event, or does not say where it ends.</source>
        <translation>De agendatekst eindigt midden in deze afspraak, of zegt niet waar ze eindigt.</translation>
    </message>
    <message>
        <source>The calendar text has no end: a part of it is missing.</source>
        <translation>De agendatekst heeft geen einde: een deel ervan ontbreekt.</translation>
    </message>
    <message>
        <source>The calendar text is damaged.</source>
        <translation>De agendatekst is beschadigd.</translation>
    </message>
    <message>
        <source>The calendars are copied to {path} before this version changes them, and that failed: {why}. Nothing was changed. Make room there and start again.</source>
        <translation>De agenda’s worden naar {path} gekopieerd voordat deze versie ze verandert, en dat mislukte: {why}. Er is niets veranderd. Maak daar ruimte en start opnieuw.</translation>
    </message>
    <message>
        <source>The calendars in this backup are damaged. Nothing was changed.</source>
        <translation>De agenda’s in deze back-up zijn beschadigd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>The calendars of {jid} are erased, but its password may still be in the keyring: {why} Do this again once the keyring works, or without --purge to leave it there.</source>
        <translation>De agenda’s van {jid} zijn gewist, maar het wachtwoord kan nog in de sleutelbos staan: {why} Doe dit opnieuw zodra de sleutelbos werkt, of zonder --purge om het daar te laten.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: {why}.</source>
        <translation>Het certificaat van {server} wordt niet vertrouwd: {why}.</translation>
    </message>
    <message>
        <source>The clock agrees with that of {source}.</source>
        <translation>De klok loopt gelijk met die van {source}.</translation>
    </message>
    <message>
        <source>The clock is {seconds} s {words} that of {source}.</source>
        <translation>De klok loopt {seconds} s {words} op die van {source}.</translation>
    </message>
    <message>
        <source>The connection to {domain} was lost.</source>
        <translation>De verbinding met {domain} is verbroken.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>De verbinding is verbroken.</translation>
    </message>
    <message>
        <source>The damaged calendar store {path} cannot be set aside: {why}.</source>
        <translation>De beschadigde agenda-opslag {path} kan niet opzij worden gezet: {why}.</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>De dag ervoor</translation>
    </message>
    <message>
        <source>The day before at 18:00</source>
        <translation>De dag ervoor om 18:00</translation>
    </message>
    <message>
        <source>The demo is over, and nothing of it is left.</source>
        <translation>De demo is voorbij, en er blijft niets van over.</translation>
    </message>
    <message>
        <source>The demo is running. Quit it from its tray icon, or with Ctrl-C here.</source>
        <translation>De demo loopt. Sluit hem af via het pictogram in het systeemvak, of hier met Ctrl-C.</translation>
    </message>
    <message>
        <source>The demo needs Prosody, a small XMPP server, and it is not installed. Get it with “sudo apt install prosody” (Debian, Ubuntu), “sudo dnf install prosody” (Fedora) or “brew install prosody” (macOS).</source>
        <translation>De demo heeft Prosody nodig, een kleine XMPP-server, en die is niet geïnstalleerd. Haal hem met “sudo apt install prosody” (Debian, Ubuntu), “sudo dnf install prosody” (Fedora) of “brew install prosody” (macOS).</translation>
    </message>
    <message>
        <source>The demo server did not start: {why}</source>
        <translation>De demoserver is niet gestart: {why}</translation>
    </message>
    <message>
        <source>The desktop has a tray.</source>
        <translation>Het bureaublad heeft een systeemvak.</translation>
    </message>
    <message>
        <source>The desktop has ended, and c42desktop with it.</source>
        <translation>Het bureaublad is afgesloten, en c42desktop daarmee ook.</translation>
    </message>
    <message>
        <source>The download is at {host}. It opens in your browser; nothing is installed by itself.</source>
        <translation>De download staat op {host}. Die opent in je browser; er wordt niets vanzelf geïnstalleerd.</translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation>Het einde is voor het begin.</translation>
    </message>
    <message>
        <source>The end of this event cannot be read.</source>
        <translation>Het einde van deze afspraak kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The event can be saved once its files are there.</source>
        <translation>De afspraak kan worden opgeslagen zodra de bestanden er zijn.</translation>
    </message>
    <message>
        <source>The file ends in the middle of this event.</source>
        <translation>Het bestand eindigt midden in deze afspraak.</translation>
    </message>
    <message>
        <source>The file {file} cannot be used to sign in. It must be a PEM file with your certificate and its key, and the password must be the one of that key, if it has one.</source>
        <translation>Met het bestand {file} kun je je niet aanmelden. Het moet een PEM-bestand zijn met je certificaat en de sleutel ervan, en het wachtwoord moet dat van die sleutel zijn, als ze er een heeft.</translation>
    </message>
    <message>
        <source>The file {path} is named in the settings, and is not here.</source>
        <translation>Het bestand {path} wordt in de instellingen genoemd, maar is hier niet.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {why}.</source>
        <translation>In de map {folder} kan niet worden geschreven: {why}.</translation>
    </message>
    <message>
        <source>The free space of {path} is not known: {why}.</source>
        <translation>De vrije ruimte van {path} is niet bekend: {why}.</translation>
    </message>
    <message>
        <source>The item is empty.</source>
        <translation>Het item is leeg.</translation>
    </message>
    <message>
        <source>The key of {server} is not the one you trusted: somebody may be in between, or it has a new one. Ask its administrator before you trust another. Your password was not sent.</source>
        <translation>De sleutel van {server} is niet die welke je vertrouwde: iemand zit er misschien tussen, of hij heeft een nieuwe. Vraag de beheerder voordat je een andere vertrouwt. Je wachtwoord is niet verzonden.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>De sleutelbos antwoordt niet.</translation>
    </message>
    <message>
        <source>The keyring does not give back what it was given.</source>
        <translation>De sleutelbos geeft niet terug wat hij gekregen heeft.</translation>
    </message>
    <message>
        <source>The keyring is locked or does not work.</source>
        <translation>De sleutelbos is vergrendeld of werkt niet.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>De laatste dag is voor de eerste.</translation>
    </message>
    <message>
        <source>The list of versions could not be reached. It is tried again later.</source>
        <translation>De lijst van versies was niet bereikbaar. Later wordt het opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>The list of versions is from the future. Is the clock of this computer right?</source>
        <translation>De lijst van versies komt uit de toekomst. Loopt de klok van deze computer goed?</translation>
    </message>
    <message>
        <source>The list of versions is not signed by who makes this program, so it was not used.</source>
        <translation>De lijst van versies is niet ondertekend door de makers van dit programma, en is daarom niet gebruikt.</translation>
    </message>
    <message>
        <source>The list of versions is not where it should be. It is tried again tomorrow.</source>
        <translation>De lijst van versies staat niet waar hij hoort te staan. Morgen wordt het opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>The list of versions is older than the one before, so it was not used.</source>
        <translation>De lijst van versies is ouder dan de vorige, en is daarom niet gebruikt.</translation>
    </message>
    <message>
        <source>The list of versions is out of date. Is the clock of this computer right?</source>
        <translation>De lijst van versies is verlopen. Loopt de klok van deze computer goed?</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>Het logboek staat in {folder}.</translation>
    </message>
    <message>
        <source>The log of this program is {path}</source>
        <translation>Het logboek van dit programma is {path}</translation>
    </message>
    <message>
        <source>The network may be slow.</source>
        <translation>Het netwerk is misschien traag.</translation>
    </message>
    <message>
        <source>The organiser asks</source>
        <translation>De organisator vraagt</translation>
    </message>
    <message>
        <source>The output cannot be written: {why}.</source>
        <translation>De uitvoer kan niet worden geschreven: {why}.</translation>
    </message>
    <message>
        <source>The owner has not let you in yet.</source>
        <translation>De eigenaar heeft je nog niet toegelaten.</translation>
    </message>
    <message>
        <source>The owner has not shared this calendar with your group.</source>
        <translation>De eigenaar heeft deze agenda niet met je groep gedeeld.</translation>
    </message>
    <message>
        <source>The owner of this calendar ended your access.</source>
        <translation>De eigenaar van deze agenda heeft je toegang beëindigd.</translation>
    </message>
    <message>
        <source>The owner of this calendar has not let you in yet.</source>
        <translation>De eigenaar van deze agenda heeft je nog niet toegelaten.</translation>
    </message>
    <message>
        <source>The password comes from the file that {variable} names; the keyring is not asked.</source>
        <translation>Het wachtwoord komt uit het bestand dat {variable} noemt; de sleutelbos wordt niet gevraagd.</translation>
    </message>
    <message>
        <source>The password file {name} cannot be read: {why}.</source>
        <translation>Het wachtwoordbestand {name} kan niet worden gelezen: {why}.</translation>
    </message>
    <message>
        <source>The password for {jid} has a character in it that passwords on XMPP cannot have.</source>
        <translation>In het wachtwoord voor {jid} staat een teken dat wachtwoorden op XMPP niet mogen hebben.</translation>
    </message>
    <message>
        <source>The password is not kept: {why} Give it again with {variable} or --password-stdin.</source>
        <translation>Het wachtwoord wordt niet bewaard: {why} Geef het opnieuw met {variable} of --password-stdin.</translation>
    </message>
    <message>
        <source>The password itself is sent, inside TLS (PLAIN): the server offers only {offered}.</source>
        <translation>Het wachtwoord zelf wordt binnen TLS verzonden (PLAIN): de server biedt alleen {offered}.</translation>
    </message>
    <message>
        <source>The password of the proxy cannot be kept: {why}</source>
        <translation>Het wachtwoord van de proxy kan niet worden bewaard: {why}</translation>
    </message>
    <message>
        <source>The profile {folder} cannot be found: there is no such home folder.</source>
        <translation>Het profiel {folder} is niet te vinden: die persoonlijke map bestaat niet.</translation>
    </message>
    <message>
        <source>The program is about to end</source>
        <translation>Het programma sluit zo af</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer.</source>
        <translation>De proxy {proxy} antwoordt niet.</translation>
    </message>
    <message>
        <source>The proxy {proxy} lets nothing through to {domain}.</source>
        <translation>De proxy {proxy} laat niets door naar {domain}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} refused the user or the password.</source>
        <translation>De proxy {proxy} weigerde de gebruiker of het wachtwoord.</translation>
    </message>
    <message>
        <source>The repetition ends before the event begins.</source>
        <translation>De herhaling eindigt voordat de afspraak begint.</translation>
    </message>
    <message>
        <source>The report is in {path}; nothing was sent. Read it, pass it on if you wish, and delete it.</source>
        <translation>Het verslag staat in {path}; er is niets verstuurd. Lees het, geef het door als je wilt, en verwijder het.</translation>
    </message>
    <message>
        <source>The report {path} can be neither read nor deleted: {why}.</source>
        <translation>Het verslag {path} kan niet worden gelezen en niet worden verwijderd: {why}.</translation>
    </message>
    <message>
        <source>The same as everywhere</source>
        <translation>Zoals overal</translation>
    </message>
    <message>
        <source>The same time everywhere</source>
        <translation>Overal dezelfde tijd</translation>
    </message>
    <message>
        <source>The selected event</source>
        <translation>De gekozen afspraak</translation>
    </message>
    <message>
        <source>The server could not prove that it is {domain}: somebody may be in between.</source>
        <translation>De server kon niet bewijzen dat hij {domain} is: iemand zit er misschien tussen.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>De server antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>The server does not know {domain}. Check the address.</source>
        <translation>De server kent {domain} niet. Controleer het adres.</translation>
    </message>
    <message>
        <source>The server’s key is another one</source>
        <translation>De sleutel van de server is een andere</translation>
    </message>
    <message>
        <source>The settings cannot be saved to {path}: {why}.</source>
        <translation>De instellingen kunnen niet worden opgeslagen in {path}: {why}.</translation>
    </message>
    <message>
        <source>The settings in this backup cannot be used: {why}</source>
        <translation>De instellingen in deze back-up zijn niet bruikbaar: {why}</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {why}. Mend the file or move it away.</source>
        <translation>De instellingen in {path} kunnen niet worden gelezen: {why}. Herstel het bestand of verplaats het.</translation>
    </message>
    <message>
        <source>The system has notifications of its own.</source>
        <translation>Het systeem heeft eigen meldingen.</translation>
    </message>
    <message>
        <source>The time of this event cannot be read.</source>
        <translation>De tijd van deze afspraak kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The time zone of this event is not known: its times are shown as they were written.</source>
        <translation>De tijdzone van deze afspraak is niet bekend: de tijden worden getoond zoals ze geschreven zijn.</translation>
    </message>
    <message>
        <source>The token for {jid} has a character in it that no token can have.</source>
        <translation>In het token voor {jid} staat een teken dat geen token mag hebben.</translation>
    </message>
    <message>
        <source>The token for {jid} was refused or has expired.</source>
        <translation>Het token voor {jid} werd geweigerd of is verlopen.</translation>
    </message>
    <message>
        <source>The trusted key must be a SHA-256: 64 digits from 0 to 9 and A to F.</source>
        <translation>De vertrouwde sleutel moet een SHA-256 zijn: 64 tekens van 0 tot 9 en A tot F.</translation>
    </message>
    <message>
        <source>The variable TZ names a zone that this computer does not know: {name}.</source>
        <translation>De variabele TZ noemt een tijdzone die deze computer niet kent: {name}.</translation>
    </message>
    <message>
        <source>The way is being looked up</source>
        <translation>De weg wordt opgezocht</translation>
    </message>
    <message>
        <source>The way leads through {proxies}.</source>
        <translation>De weg gaat via {proxies}.</translation>
    </message>
    <message>
        <source>The web server of {domain} does not get through to its XMPP server right now (HTTP {status}).</source>
        <translation>De webserver van {domain} bereikt zijn XMPP-server nu niet (HTTP {status}).</translation>
    </message>
    <message>
        <source>The week begins on</source>
        <translation>De week begint op</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Van hen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>There are no calendars here yet.</source>
        <translation>Er zijn hier nog geen agenda’s.</translation>
    </message>
    <message>
        <source>There are no events in it yet.</source>
        <translation>Er staan nog geen afspraken in.</translation>
    </message>
    <message>
        <source>There are several accounts ({names}). Choose one with --account.</source>
        <translation>Er zijn verschillende accounts ({names}). Kies er een met --account.</translation>
    </message>
    <message>
        <source>There is a control character in this, and XMPP cannot carry it.</source>
        <translation>Hier staat een besturingsteken in, en dat kan XMPP niet overbrengen.</translation>
    </message>
    <message>
        <source>There is a screen.</source>
        <translation>Er is een scherm.</translation>
    </message>
    <message>
        <source>There is no account yet. Add one with: c42desktop account add JID</source>
        <translation>Er is nog geen account. Voeg er een toe met: c42desktop account add JID</translation>
    </message>
    <message>
        <source>There is no account {jid} here.</source>
        <translation>Er is hier geen account {jid}.</translation>
    </message>
    <message>
        <source>There is no calendar {text} here. “c42desktop calendars” lists them.</source>
        <translation>Er is hier geen agenda {text}. “c42desktop calendars” toont ze.</translation>
    </message>
    <message>
        <source>There is no event {text} in {calendar}.</source>
        <translation>Er is geen afspraak {text} in {calendar}.</translation>
    </message>
    <message>
        <source>There is no item {item} in this calendar.</source>
        <translation>Er is geen item {item} in deze agenda.</translation>
    </message>
    <message>
        <source>There is no password for the proxy {proxy} in the keyring.</source>
        <translation>Er staat geen wachtwoord voor de proxy {proxy} in de sleutelbos.</translation>
    </message>
    <message>
        <source>There is no password for {jid} in the keyring.</source>
        <translation>Er staat geen wachtwoord voor {jid} in de sleutelbos.</translation>
    </message>
    <message>
        <source>There is no proxy on the way.</source>
        <translation>Er is geen proxy onderweg.</translation>
    </message>
    <message>
        <source>There is no room for what is in the backup: {size} MB are needed in {folder}.</source>
        <translation>Er is geen ruimte voor wat in de back-up staat: in {folder} is {size} MB nodig.</translation>
    </message>
    <message>
        <source>There is no room in {folder} for what is in the backup. Nothing was changed.</source>
        <translation>In {folder} is geen ruimte voor wat in de back-up staat. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>There is no screen here, so the demo runs in this terminal. Ctrl-C ends it.</source>
        <translation>Er is hier geen scherm, dus loopt de demo in deze terminal. Ctrl-C beëindigt hem.</translation>
    </message>
    <message>
        <source>There is no screen here, so there is no window and no tray.</source>
        <translation>Er is hier geen scherm, dus is er geen venster en geen systeemvak.</translation>
    </message>
    <message>
        <source>There is no screen here. Use a command instead: c42desktop watch, c42desktop agenda, c42desktop --help</source>
        <translation>Er is hier geen scherm. Gebruik in plaats daarvan een opdracht: c42desktop watch, c42desktop agenda, c42desktop --help</translation>
    </message>
    <message>
        <source>There is no space left for the calendar store {path}. Make some; what is missed is read then.</source>
        <translation>Er is geen ruimte meer voor de agenda-opslag {path}. Maak ruimte; wat gemist wordt, wordt dan gelezen.</translation>
    </message>
    <message>
        <source>There is no such calendar at {service}.</source>
        <translation>Zo’n agenda is er niet bij {service}.</translation>
    </message>
    <message>
        <source>There is no such event, or no such calendar, at {service}.</source>
        <translation>Zo’n afspraak of zo’n agenda is er niet bij {service}.</translation>
    </message>
    <message>
        <source>There is no terminal to ask at. With --yes, {jid} is erased.</source>
        <translation>Er is geen terminal om het op te vragen. Met --yes wordt {jid} gewist.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Use --password-stdin.</source>
        <translation>Er is geen terminal om het wachtwoord te vragen. Gebruik --password-stdin.</translation>
    </message>
    <message>
        <source>There is no tray</source>
        <translation>Er is geen systeemvak</translation>
    </message>
    <message>
        <source>There is no {path} yet.</source>
        <translation>{path} is er nog niet.</translation>
    </message>
    <message>
        <source>There is nothing in it that could be exported.</source>
        <translation>Er staat niets in dat kan worden geëxporteerd.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} yet.</source>
        <translation>Er staat nog niets in {folder}.</translation>
    </message>
    <message>
        <source>There is nothing to back up in {folder} yet.</source>
        <translation>In {folder} is nog niets om een back-up van te maken.</translation>
    </message>
    <message>
        <source>There was no answer within {seconds} seconds.</source>
        <translation>Er kwam geen antwoord binnen {seconds} seconden.</translation>
    </message>
    <message>
        <source>These are mistakes of this program, which went on. Please report them.</source>
        <translation>Dit zijn fouten in dit programma, dat gewoon doorging. Meld ze alsjeblieft.</translation>
    </message>
    <message>
        <source>These may mention the account, and are erased as well, for all accounts:</source>
        <translation>Deze kunnen het account noemen en worden ook gewist, voor alle accounts:</translation>
    </message>
    <message>
        <source>These were changed by both of you. Everything else is taken over.</source>
        <translation>Deze zijn door jullie allebei gewijzigd. Al het andere wordt overgenomen.</translation>
    </message>
    <message>
        <source>They see “in a meeting until 15:00”. Usual: off</source>
        <translation>Ze zien “in vergadering tot 15:00”. Normaal: uit</translation>
    </message>
    <message>
        <source>This JSON is too large to be read.</source>
        <translation>Deze JSON is te groot om te lezen.</translation>
    </message>
    <message>
        <source>This XML has a DTD or entities, which are not accepted.</source>
        <translation>Deze XML heeft een DTD of entiteiten, en die worden niet aangenomen.</translation>
    </message>
    <message>
        <source>This XML is too large to be read.</source>
        <translation>Deze XML is te groot om te lezen.</translation>
    </message>
    <message>
        <source>This and the following events</source>
        <translation>Deze en de volgende afspraken</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of c42desktop. Install that version first.</source>
        <translation>Deze back-up is gemaakt door een nieuwere versie van c42desktop. Installeer eerst die versie.</translation>
    </message>
    <message>
        <source>This calendar has moved to {uri}</source>
        <translation>Deze agenda is verhuisd naar {uri}</translation>
    </message>
    <message>
        <source>This calendar has moved. Read more at {link}</source>
        <translation>Deze agenda is verhuisd. Lees meer op {link}</translation>
    </message>
    <message>
        <source>This calendar is by invitation only. Ask its owner.</source>
        <translation>Deze agenda is alleen op uitnodiging. Vraag de eigenaar.</translation>
    </message>
    <message>
        <source>This calendar is not there any more.</source>
        <translation>Deze agenda is er niet meer.</translation>
    </message>
    <message>
        <source>This calendar was deleted by its owner.</source>
        <translation>Deze agenda is door de eigenaar verwijderd.</translation>
    </message>
    <message>
        <source>This cannot be undone. To only stop seeing it, hide it.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. Wil je haar alleen niet meer zien, verberg haar dan.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Deze computer</translation>
    </message>
    <message>
        <source>This computer does not say in which time zone it is.</source>
        <translation>Deze computer zegt niet in welke tijdzone hij staat.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a password in.</source>
        <translation>Deze computer heeft geen sleutelbos om een wachtwoord in te bewaren.</translation>
    </message>
    <message>
        <source>This could not be checked ({why}).</source>
        <translation>Dit kon niet worden gecontroleerd ({why}).</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dit bureaublad heeft geen systeemvak.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Closing the window minimises it; Ctrl+Q quits.</source>
        <translation>Dit bureaublad heeft geen systeemvak. Het venster sluiten minimaliseert het; Ctrl+Q sluit af.</translation>
    </message>
    <message>
        <source>This desktop opens no such addresses: {address}</source>
        <translation>Dit bureaublad opent zulke adressen niet: {address}</translation>
    </message>
    <message>
        <source>This event</source>
        <translation>Deze afspraak</translation>
    </message>
    <message>
        <source>This event cannot be read, so it cannot be changed.</source>
        <translation>Deze afspraak kan niet worden gelezen, en dus niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>This event cannot be read, so it cannot be exported.</source>
        <translation>Deze afspraak kan niet worden gelezen, en dus niet worden geëxporteerd.</translation>
    </message>
    <message>
        <source>This event cannot be read.</source>
        <translation>Deze afspraak kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>This event cannot be written.</source>
        <translation>Deze afspraak kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>This event does not say in which time zone its time is.</source>
        <translation>Deze afspraak zegt niet in welke tijdzone de tijd is.</translation>
    </message>
    <message>
        <source>This event has no start time.</source>
        <translation>Deze afspraak heeft geen begintijd.</translation>
    </message>
    <message>
        <source>This event is cancelled.</source>
        <translation>Deze afspraak is geannuleerd.</translation>
    </message>
    <message>
        <source>This event is not in your calendar any more.</source>
        <translation>Deze afspraak staat niet meer in je agenda.</translation>
    </message>
    <message>
        <source>This event is too large to be read whole: a part of it is left out.</source>
        <translation>Deze afspraak is te groot om helemaal te lezen: een deel is weggelaten.</translation>
    </message>
    <message>
        <source>This event is too large to be read.</source>
        <translation>Deze afspraak is te groot om te lezen.</translation>
    </message>
    <message>
        <source>This event names no meeting to join.</source>
        <translation>Deze afspraak noemt geen vergadering om aan deel te nemen.</translation>
    </message>
    <message>
        <source>This failed for a reason that nobody foresaw. It is in the log of c42desktop.</source>
        <translation>Dit is onverwacht mislukt. De reden staat in het logboek van c42desktop.</translation>
    </message>
    <message>
        <source>This file cannot be opened from here.</source>
        <translation>Dit bestand kan van hieruit niet worden geopend.</translation>
    </message>
    <message>
        <source>This file holds more than {limit} events. Split it.</source>
        <translation>Dit bestand bevat meer dan {limit} afspraken. Splits het.</translation>
    </message>
    <message>
        <source>This file is not a calendar: it begins with &lt;{element}&gt;.</source>
        <translation>Dit bestand is geen agenda: het begint met &lt;{element}&gt;.</translation>
    </message>
    <message>
        <source>This format has no events that repeat.</source>
        <translation>Dit formaat kent geen terugkerende afspraken.</translation>
    </message>
    <message>
        <source>This format has no place for files.</source>
        <translation>Dit formaat heeft geen plaats voor bestanden.</translation>
    </message>
    <message>
        <source>This holds more than {limit} events. Only the first {limit} are shown.</source>
        <translation>Dit bevat meer dan {limit} afspraken. Alleen de eerste {limit} worden getoond.</translation>
    </message>
    <message>
        <source>This holds {count} events, of which only the first {limit} are shown.</source>
        <translation>Dit bevat {count} afspraken, waarvan alleen de eerste {limit} worden getoond.</translation>
    </message>
    <message>
        <source>This invitation does not say who is invited.</source>
        <translation>Deze uitnodiging zegt niet wie is uitgenodigd.</translation>
    </message>
    <message>
        <source>This is a collection of calendars. Add those that you want: {calendars}</source>
        <translation>Dit is een verzameling agenda’s. Voeg toe welke je wilt: {calendars}</translation>
    </message>
    <message>
        <source>This is a mistake of this program. Please report it.</source>
        <translation>Dit is een fout van dit programma. Meld hem alsjeblieft.</translation>
    </message>
    <message>
        <source>This is a post, not an event.</source>
        <translation>Dit is een bericht, geen afspraak.</translation>
    </message>
    <message>
        <source>This is no backup of c42desktop, or it is damaged. Nothing was changed.</source>
        <translation>Dit is geen back-up van c42desktop, of de back-up is beschadigd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Dit is geen JSON.</translation>
    </message>
    <message>
        <source>This is not XML, or not in a known character encoding.</source>
        <translation>Dit is geen XML, of niet in een bekende tekencodering.</translation>
    </message>
    <message>
        <source>This is not calendar text: BEGIN:VCALENDAR is missing.</source>
        <translation>Dit is geen agendatekst: BEGIN:VCALENDAR ontbreekt.</translation>
    </message>
    <message>
        <source>This is not calendar text: it does not begin with BEGIN:VCALENDAR.</source>
        <translation>Dit is geen agendatekst: ze begint niet met BEGIN:VCALENDAR.</translation>
    </message>
    <message>
        <source>This is not well-formed XML: see line {line}, column {column}.</source>
        <translation>Dit is geen welgevormde XML: zie regel {line}, kolom {column}.</translation>
    </message>
    <message>
        <source>This is somebody who is invited to an event, not an event.</source>
        <translation>Dit is iemand die voor een afspraak is uitgenodigd, geen afspraak.</translation>
    </message>
    <message>
        <source>This is too large to be handed to the c42desktop that runs already.</source>
        <translation>Dit is te groot om aan de c42desktop te geven die al draait.</translation>
    </message>
    <message>
        <source>This is version {own}. Nobody was asked yet.</source>
        <translation>Dit is versie {own}. Er is nog niet naar een nieuwe gekeken.</translation>
    </message>
    <message>
        <source>This is your own calendar. It can be hidden, not left.</source>
        <translation>Dit is je eigen agenda. Je kunt haar verbergen, niet opzeggen.</translation>
    </message>
    <message>
        <source>This item is too damaged to be changed.</source>
        <translation>Dit item is te beschadigd om te wijzigen.</translation>
    </message>
    <message>
        <source>This kind of event has no place in this format.</source>
        <translation>Voor dit soort afspraak is geen plaats in dit formaat.</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Deze lijst</translation>
    </message>
    <message>
        <source>This network wants you to sign in first, at a web page, as in hotels. Open a browser.</source>
        <translation>Dit netwerk wil dat je je eerst op een webpagina aanmeldt, zoals in hotels. Open een browser.</translation>
    </message>
    <message>
        <source>This program cannot write this kind of event: {kind}.</source>
        <translation>Dit programma kan dit soort afspraak niet schrijven: {kind}.</translation>
    </message>
    <message>
        <source>This program does not know this kind of event: {kind}.</source>
        <translation>Dit programma kent dit soort afspraak niet: {kind}.</translation>
    </message>
    <message>
        <source>This reminder is over.</source>
        <translation>Deze herinnering is voorbij.</translation>
    </message>
    <message>
        <source>This repetition cannot be moved along: choose its days anew as well.</source>
        <translation>Deze herhaling kan niet mee worden verplaatst: kies ook de dagen opnieuw.</translation>
    </message>
    <message>
        <source>This repetition cannot be understood.</source>
        <translation>Deze herhaling is niet te begrijpen.</translation>
    </message>
    <message>
        <source>This report is on this computer only: nothing was sent. It says where the program was and what it had logged, which names servers and calendars’ addresses. Read it before you pass it on.</source>
        <translation>Dit verslag staat alleen op deze computer: er is niets verstuurd. Er staat in waar het programma mee bezig was en wat er in het logboek stond, met namen van servers en adressen van agenda’s. Lees het voordat je het doorgeeft.</translation>
    </message>
    <message>
        <source>This rule stays as it is unless you choose another one.</source>
        <translation>Deze regel blijft zoals hij is, tenzij je een andere kiest.</translation>
    </message>
    <message>
        <source>This series cannot be divided: change one occurrence, or all of them.</source>
        <translation>Deze reeks kan niet worden gedeeld: wijzig één keer, of alle.</translation>
    </message>
    <message>
        <source>This series was moved on the way: change one occurrence, or all of them.</source>
        <translation>Deze reeks is onderweg verplaatst: wijzig één keer, of alle.</translation>
    </message>
    <message>
        <source>This service offers no calendars you can see.</source>
        <translation>Deze dienst biedt geen agenda’s die je kunt zien.</translation>
    </message>
    <message>
        <source>This version cannot read the list of versions. There may be a newer one.</source>
        <translation>Deze versie kan de lijst van versies niet lezen. Misschien is er een nieuwere.</translation>
    </message>
    <message>
        <source>This was stopped in the window.</source>
        <translation>Dit is in het venster afgebroken.</translation>
    </message>
    <message>
        <source>Those in the groups that are set at the server can see it.</source>
        <translation>Mensen in de groepen die op de server zijn ingesteld, kunnen haar zien.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Weggooien wat je hebt gewijzigd?</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>do</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>donderdag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Time block</source>
        <translation>Tijdblok</translation>
    </message>
    <message>
        <source>Time to leave was {time} ago: {summary}</source>
        <translation>Vertrektijd was {time} geleden: {summary}</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>Tijdzone…</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tijden</translation>
    </message>
    <message>
        <source>Times are shown in UTC. Set the time zone in the system&apos;s settings.</source>
        <translation>Tijden worden in UTC getoond. Stel de tijdzone in bij de instellingen van het systeem.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>To {place}</source>
        <translation>Naar {place}</translation>
    </message>
    <message>
        <source>To-do</source>
        <translation>Taak</translation>
    </message>
    <message>
        <source>To-do, done</source>
        <translation>Taak, gedaan</translation>
    </message>
    <message>
        <source>To-dos</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
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
        <translation>Trein of bus</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Systeemvak</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Reis</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Reizen</translation>
    </message>
    <message>
        <source>Trust the new key</source>
        <translation>De nieuwe sleutel vertrouwen</translation>
    </message>
    <message>
        <source>Trust the new key only if the people who run the server tell you this fingerprint.</source>
        <translation>Vertrouw de nieuwe sleutel alleen als de beheerders van de server je deze vingerafdruk geven.</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Deze sleutel vertrouwen</translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation>Deze server vertrouwen?</translation>
    </message>
    <message>
        <source>Trusted authorities (CA file)</source>
        <translation>Vertrouwde autoriteiten (CA-bestand)</translation>
    </message>
    <message>
        <source>Trusted key</source>
        <translation>Vertrouwde sleutel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Try again. If it stays so, ask whoever runs what does not answer.</source>
        <translation>Probeer het opnieuw. Blijft het zo, vraag dan wie beheert wat niet antwoordt.</translation>
    </message>
    <message>
        <source>Try it with a demo server on this computer</source>
        <translation>Probeer het met een demoserver op deze computer</translation>
    </message>
    <message>
        <source>Try it: a private server, three calendars, and a colleague who keeps changing them.</source>
        <translation>Probeer het: een eigen server, drie agenda’s, en een collega die ze steeds wijzigt.</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>di</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>dinsdag</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Uitgeklapt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ongelezen</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Alleen ongelezen</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Onleesbaar</translation>
    </message>
    <message>
        <source>Unsubscribed from {title}.</source>
        <translation>Abonnement op {title} beëindigd.</translation>
    </message>
    <message>
        <source>Until 5 minutes before it is due</source>
        <translation>Tot 5 minuten voor de deadline</translation>
    </message>
    <message>
        <source>Until 5 minutes before the start</source>
        <translation>Tot 5 minuten voor het begin</translation>
    </message>
    <message>
        <source>Until I resume them</source>
        <translation>Tot ik ze hervat</translation>
    </message>
    <message>
        <source>Until it is due</source>
        <translation>Tot de deadline</translation>
    </message>
    <message>
        <source>Until that is mended, the usual value counts instead.</source>
        <translation>Tot dat hersteld is, geldt de gewone waarde.</translation>
    </message>
    <message>
        <source>Until the start</source>
        <translation>Tot het begin</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Tot morgen</translation>
    </message>
    <message>
        <source>Untitled calendar</source>
        <translation>Agenda zonder titel</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Afspraak zonder titel</translation>
    </message>
    <message>
        <source>Usual: none</source>
        <translation>Normaal: geen</translation>
    </message>
    <message>
        <source>Usual: none. What happens meanwhile is told in one notification afterwards.</source>
        <translation>Normaal: geen. Wat intussen gebeurt, wordt daarna in één melding verteld.</translation>
    </message>
    <message>
        <source>Usual: off</source>
        <translation>Normaal: uit</translation>
    </message>
    <message>
        <source>Usual: on, where the desktop tells</source>
        <translation>Normaal: aan, waar het bureaublad het zegt</translation>
    </message>
    <message>
        <source>Usual: {defaults}</source>
        <translation>Normaal: {defaults}</translation>
    </message>
    <message>
        <source>Usual: {time}. Older ones come together in one notification.</source>
        <translation>Normaal: {time}. Oudere komen samen in één melding.</translation>
    </message>
    <message>
        <source>Version {own} is the newest one, as of {when}.</source>
        <translation>Versie {own} is de nieuwste, per {when}.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versie {version}</translation>
    </message>
    <message>
        <source>Version {version} is out</source>
        <translation>Versie {version} is verschenen</translation>
    </message>
    <message>
        <source>Version {version} is out, but not for this system. This is {own}.</source>
        <translation>Versie {version} is uit, maar niet voor dit systeem. Dit is {own}.</translation>
    </message>
    <message>
        <source>Version {version} is out.</source>
        <translation>Versie {version} is verschenen.</translation>
    </message>
    <message>
        <source>Version {version} is out. This is {own}.</source>
        <translation>Versie {version} is verschenen. Dit is {own}.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videogesprek</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Waiting for the owner to approve</source>
        <translation>Wacht op goedkeuring van de eigenaar</translation>
    </message>
    <message>
        <source>Waiting for the owner to let you in.</source>
        <translation>Wachten tot de eigenaar je toelaat.</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Wachten op de server…</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Lopen</translation>
    </message>
    <message numerus="yes">
        <source>Watching {count} calendar.</source>
        <comment>Watching {count} calendars.</comment>
        <translation>
            <numerusform>{count} agenda wordt gevolgd.</numerusform>
            <numerusform>{count} agenda’s worden gevolgd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Web pages of {domain} come through, but its XMPP server does not answer: this network may let nothing else through, and {domain} offers no way over the web.</source>
        <translation>Webpagina’s van {domain} komen door, maar de XMPP-server antwoordt niet: dit netwerk laat misschien niets anders door, en {domain} biedt geen weg via het web.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>woensdag</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Wat ermee kan</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Hoe heet het?</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Wat is er nieuw</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Wat erin staat</translation>
    </message>
    <message>
        <source>What starts with your session cannot be read or changed in {place}: {why}.</source>
        <translation>Wat met je sessie start, kan in {place} niet worden gelezen of veranderd: {why}.</translation>
    </message>
    <message>
        <source>What the calendar’s server sent, for those who look for a mistake.</source>
        <translation>Wat de server van de agenda heeft gestuurd, voor wie een fout zoekt.</translation>
    </message>
    <message>
        <source>What was given as the password is not one line of text.</source>
        <translation>Wat als wachtwoord is gegeven, is niet één regel tekst.</translation>
    </message>
    <message>
        <source>What was here before is kept as {path}</source>
        <translation>Wat hier eerst was, wordt bewaard als {path}</translation>
    </message>
    <message>
        <source>What {name} may do</source>
        <translation>Wat {name} mag</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>When this is due cannot be read.</source>
        <translation>De deadline hiervan kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>When to leave is not known yet.</source>
        <translation>Wanneer je moet vertrekken, is nog niet bekend.</translation>
    </message>
    <message>
        <source>When, where, with whom: “Thu 12:30 1h”, “@Canteen”, “with ann@example.org”, “every week”, “#calendar”.</source>
        <translation>Wanneer, waar, met wie: “do 12:30 1 uur”, “@Kantine”, “met ann@example.org”, “elke week”, “#agenda”.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Whether you may write to it, its server does not say.</source>
        <translation>Of je erin mag schrijven, zegt de server niet.</translation>
    </message>
    <message>
        <source>Which occurrence this event changes cannot be read.</source>
        <translation>Welke keer deze afspraak wijzigt, kan niet worden gelezen.</translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} change</source>
        <comment>While notifications were paused: {count} changes</comment>
        <translation>
            <numerusform>Terwijl meldingen gepauzeerd waren: {count} wijziging</numerusform>
            <numerusform>Terwijl meldingen gepauzeerd waren: {count} wijzigingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} reminder missed</source>
        <comment>While notifications were paused: {count} reminders missed</comment>
        <translation>
            <numerusform>Terwijl meldingen gepauzeerd waren: {count} herinnering gemist</numerusform>
            <numerusform>Terwijl meldingen gepauzeerd waren: {count} herinneringen gemist</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Terwijl je weg was</translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} change</source>
        <comment>While you were away: {count} changes</comment>
        <translation>
            <numerusform>Terwijl je weg was: {count} wijziging</numerusform>
            <numerusform>Terwijl je weg was: {count} wijzigingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} reminder missed</source>
        <comment>While you were away: {count} reminders missed</comment>
        <translation>
            <numerusform>Terwijl je weg was: {count} herinnering gemist</numerusform>
            <numerusform>Terwijl je weg was: {count} herinneringen gemist</numerusform>
        </translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wie haar kan zien</translation>
    </message>
    <message>
        <source>Whoever knows or finds its address can see it.</source>
        <translation>Wie het adres kent of vindt, kan haar zien.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>Verzoek intrekken</translation>
    </message>
    <message>
        <source>Withdraw request…</source>
        <translation>Verzoek intrekken…</translation>
    </message>
    <message>
        <source>Withdraw your request to see “{name}”?</source>
        <translation>Je verzoek om “{name}” te zien intrekken?</translation>
    </message>
    <message>
        <source>Withdrawing your request…</source>
        <translation>Je verzoek wordt ingetrokken…</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>Zonder tijd</translation>
    </message>
    <message>
        <source>Without it no account is known.</source>
        <translation>Zonder dit bestand is geen account bekend.</translation>
    </message>
    <message>
        <source>Without its window, in the tray. Usual: off</source>
        <translation>Zonder venster, in het systeemvak. Gewoonlijk: uit</translation>
    </message>
    <message>
        <source>Write a calendar, or one event of it, as an .ics file.</source>
        <translation>Een agenda, of één afspraak ervan, als .ics-bestand schrijven.</translation>
    </message>
    <message>
        <source>Write for how long or until when: 45 min, 2 h, 16:30, tomorrow 9:00.</source>
        <translation>Schrijf hoe lang of tot wanneer: 45 min, 2 h, 16:30, tomorrow 9:00.</translation>
    </message>
    <message>
        <source>Write settings and calendars into one file, also while the application runs. No password is in it; who can read it can read your calendars.</source>
        <translation>Schrijf instellingen en agenda’s in één bestand, ook terwijl het programma draait. Er staat geen wachtwoord in; wie het kan lezen, kan je agenda’s lezen.</translation>
    </message>
    <message>
        <source>Write the whole address, such as https://example.org/room.</source>
        <translation>Schrijf het hele adres, zoals https://example.org/room.</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jaarlijks</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja of nee</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>You accepted</source>
        <translation>Je hebt geaccepteerd</translation>
    </message>
    <message>
        <source>You allow or deny each person who wants to see it.</source>
        <translation>Jij laat iedereen toe of niet die haar wil zien.</translation>
    </message>
    <message>
        <source>You are free during this</source>
        <translation>Je bent vrij gedurende deze tijd</translation>
    </message>
    <message>
        <source>You are invited</source>
        <translation>Je bent uitgenodigd</translation>
    </message>
    <message>
        <source>You are invited to {summary}</source>
        <translation>Je bent uitgenodigd voor {summary}</translation>
    </message>
    <message>
        <source>You are not subscribed to this calendar.</source>
        <translation>Je bent niet op deze agenda geabonneerd.</translation>
    </message>
    <message>
        <source>You are not subscribed to {uri}.</source>
        <translation>Je bent niet op {uri} geabonneerd.</translation>
    </message>
    <message>
        <source>You are offline. A calendar can be left once you are connected.</source>
        <translation>Je bent offline. Een agenda kan worden opgezegd zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. A calendar can be made once you are connected.</source>
        <translation>Je bent offline. Een agenda kan worden gemaakt zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. Calendars are shown once you are connected.</source>
        <translation>Je bent offline. Agenda’s worden getoond zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. Calendars can be added once you are connected.</source>
        <translation>Je bent offline. Agenda’s kunnen worden toegevoegd zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. Files can be attached once you are connected.</source>
        <translation>Je bent offline. Bestanden kunnen worden bijgevoegd zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. The file can be imported once you are connected.</source>
        <translation>Je bent offline. Het bestand kan worden geïmporteerd zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You are offline. This can be done once you are connected.</source>
        <translation>Je bent offline. Dit kan zodra je verbonden bent.</translation>
    </message>
    <message>
        <source>You can ask again later.</source>
        <translation>Je kunt het later opnieuw vragen.</translation>
    </message>
    <message>
        <source>You can change this event</source>
        <translation>Je kunt deze afspraak wijzigen</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>Je hebt afgewezen</translation>
    </message>
    <message>
        <source>You have no access to this calendar. Ask its owner.</source>
        <translation>Je hebt geen toegang tot deze agenda. Vraag de eigenaar.</translation>
    </message>
    <message>
        <source>You have no calendar at {service} yet. “Show” asks it, and it learns your address by that.</source>
        <translation>Je hebt nog geen agenda bij {service}. “Tonen” vraagt het daar op; je adres wordt daarmee daar bekend.</translation>
    </message>
    <message>
        <source>You have not answered</source>
        <translation>Je hebt niet geantwoord</translation>
    </message>
    <message>
        <source>You may not make calendars at {service}. Choose another place.</source>
        <translation>Je mag bij {service} geen agenda’s maken. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>You may not write to this calendar. Ask its owner.</source>
        <translation>Je mag niet in deze agenda schrijven. Vraag de eigenaar.</translation>
    </message>
    <message>
        <source>You may only read this calendar.</source>
        <translation>Je mag deze agenda alleen lezen.</translation>
    </message>
    <message>
        <source>You may only read this event.</source>
        <translation>Je mag deze afspraak alleen lezen.</translation>
    </message>
    <message>
        <source>You need to be let in by the owner</source>
        <translation>De eigenaar moet je toelaten</translation>
    </message>
    <message>
        <source>You said maybe</source>
        <translation>Je hebt misschien gezegd</translation>
    </message>
    <message>
        <source>You say who can see it under “Share…”.</source>
        <translation>Wie haar kan zien, zeg je onder “Delen…”.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer whoever invites you directly.</source>
        <translation>Je antwoord op “{title}” is niet aangenomen: {why}, dus antwoord rechtstreeks aan wie je uitnodigt.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer {name} directly.</source>
        <translation>Je antwoord op “{title}” is niet aangenomen: {why}, dus antwoord {name} rechtstreeks.</translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}.</source>
        <translation>Je antwoord op “{title}” is niet aangenomen: {why}.</translation>
    </message>
    <message>
        <source>Your certificate and key</source>
        <translation>Je certificaat en de sleutel ervan</translation>
    </message>
    <message>
        <source>Your change is not sent yet.</source>
        <translation>Je wijziging is nog niet verzonden.</translation>
    </message>
    <message>
        <source>Your preferences stay in {path}.</source>
        <translation>Je voorkeuren blijven in {path}.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Van jou</translation>
    </message>
    <message>
        <source>a PEM file</source>
        <translation>een PEM-bestand</translation>
    </message>
    <message>
        <source>a PEM file with your own certificate and key, for --proof certificate</source>
        <translation>een PEM-bestand met je eigen certificaat en de sleutel ervan, voor --proof certificate</translation>
    </message>
    <message>
        <source>a date or time; default: today</source>
        <translation>een datum of tijd; standaard: vandaag</translation>
    </message>
    <message>
        <source>a number of seconds from 0.05 to 3600</source>
        <translation>een aantal seconden van 0.05 tot 3600</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>een poort is een getal van 1 tot 65535</translation>
    </message>
    <message>
        <source>a time, or a date: up to the end of that day; default: 30 days later</source>
        <translation>een tijd, of een datum: tot het einde van die dag; standaard: 30 dagen later</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>voor</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>de hele dag</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>dubbelzinnige optie: %(option)s kan %(matches)s zijn</translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file</source>
        <translation>een .ics-, .xml- of .json-bestand</translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file instead of the store</source>
        <translation>een .ics-, .xml- of .json-bestand in plaats van de opslag</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>een afspraak</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more account</source>
        <comment>and {count} more accounts</comment>
        <translation>
            <numerusform>en nog {count} account</numerusform>
            <numerusform>en nog {count} accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {count} other</source>
        <comment>and {count} others</comment>
        <translation>
            <numerusform>en nog {count}</numerusform>
            <numerusform>en nog {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>ann@example.org</source>
        <translation>ann@example.org</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>een ander programma luistert daar</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>arrives {time}</source>
        <translation>aankomst {time}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>om {time}</translation>
    </message>
    <message>
        <source>away</source>
        <translation>afwezig</translation>
    </message>
    <message>
        <source>away for longer</source>
        <translation>langer afwezig</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>achter</translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation>fiets</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bezet</translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>door {person}</translation>
    </message>
    <message>
        <source>c42desktop cannot run</source>
        <translation>c42desktop kan niet draaien</translation>
    </message>
    <message>
        <source>c42desktop ended unexpectedly {day} at {time}.</source>
        <translation>c42desktop is {day} om {time} onverwacht gestopt.</translation>
    </message>
    <message>
        <source>c42desktop runs already (process {pid}), but does not answer. Wait, or end that process.</source>
        <translation>c42desktop draait al (proces {pid}), maar antwoordt niet. Wacht, of beëindig dat proces.</translation>
    </message>
    <message>
        <source>c42desktop {version} is installed, but {own} still runs. Quit it, and start it again.</source>
        <translation>c42desktop {version} is geïnstalleerd, maar {own} draait nog. Sluit het programma af en start het opnieuw.</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>agenda</translation>
    </message>
    <message>
        <source>calendars cannot be deleted</source>
        <translation>agenda’s kunnen niet worden verwijderd</translation>
    </message>
    <message>
        <source>can be read again</source>
        <translation>kan weer worden gelezen</translation>
    </message>
    <message>
        <source>car</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation>vanzelf gekozen</translation>
    </message>
    <message>
        <source>connect to this server instead of asking DNS</source>
        <translation>verbind met deze server in plaats van DNS te vragen</translation>
    </message>
    <message>
        <source>connect without TLS, to a server on this computer only</source>
        <translation>verbind zonder TLS, alleen met een server op deze computer</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagen</translation>
    </message>
    <message>
        <source>default: the one that DNS names, else 5222</source>
        <translation>standaard: die welke DNS noemt, anders 5222</translation>
    </message>
    <message>
        <source>default: “-”, standard output</source>
        <translation>standaard: “-”, de standaarduitvoer</translation>
    </message>
    <message>
        <source>departs {time}</source>
        <translation>vertrek {time}</translation>
    </message>
    <message>
        <source>departs {time} from {place}</source>
        <translation>vertrek {time} van {place}</translation>
    </message>
    <message>
        <source>direct TLS</source>
        <translation>rechtstreeks TLS</translation>
    </message>
    <message>
        <source>do not ask, also where changes that were not sent are lost</source>
        <translation>niet vragen, ook als veranderingen verloren gaan die niet verstuurd zijn</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>uiterlijk {time}</translation>
    </message>
    <message>
        <source>erase every trace of it here: password, calendars, what waits to be sent, logs and older copies</source>
        <translation>wis hier elk spoor ervan: wachtwoord, agenda’s, wat nog verstuurd moet worden, logboeken en oudere kopieën</translation>
    </message>
    <message>
        <source>events cannot be taken back</source>
        <translation>afspraken kunnen niet worden teruggenomen</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>minstens één argument verwacht</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>één argument verwacht</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>fout</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>vijfde</translation>
    </message>
    <message>
        <source>first</source>
        <translation>eerste</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>vanzelf gevonden</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierde</translation>
    </message>
    <message>
        <source>from {day} on: {detail}</source>
        <translation>vanaf {day}: {detail}</translation>
    </message>
    <message>
        <source>had no title</source>
        <translation>had geen titel</translation>
    </message>
    <message>
        <source>has to be answered</source>
        <translation>moet worden beantwoord</translation>
    </message>
    <message>
        <source>home</source>
        <translation>thuis</translation>
    </message>
    <message>
        <source>how to connect: {ways}; default: automatic, which tries them in this order</source>
        <translation>hoe verbonden wordt: {ways}; standaard: automatic, dat ze in deze volgorde probeert</translation>
    </message>
    <message>
        <source>http://[USER@]HOST:PORT, socks5://[USER@]HOST:PORT or none; default: the system’s</source>
        <translation>http://[GEBRUIKER@]HOST:POORT, socks5://[GEBRUIKER@]HOST:POORT of none; standaard: die van het systeem</translation>
    </message>
    <message>
        <source>if it has one</source>
        <translation>als het er een heeft</translation>
    </message>
    <message>
        <source>if it wants one</source>
        <translation>als hij er een wil</translation>
    </message>
    <message>
        <source>in the terminal, even where there is a screen</source>
        <translation>in de terminal, ook waar een scherm is</translation>
    </message>
    <message>
        <source>in your calendar now</source>
        <translation>nu in je agenda</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>over {time}</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>ongeldige keuze: %(value)r (kies uit %(choices)s)</translation>
    </message>
    <message>
        <source>it begins with “{begin}”</source>
        <translation>het begint met “{begin}”</translation>
    </message>
    <message>
        <source>it does not list subscriptions, so those of other programs stay unknown</source>
        <translation>hij toont geen abonnementen, dus blijven die van andere programma’s onbekend</translation>
    </message>
    <message>
        <source>it expired on {date}</source>
        <translation>het is verlopen op {date}</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>het is verlopen</translation>
    </message>
    <message>
        <source>it is being made anew</source>
        <translation>het wordt opnieuw gemaakt</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>het is leeg</translation>
    </message>
    <message>
        <source>it is for another name</source>
        <translation>het is voor een andere naam</translation>
    </message>
    <message>
        <source>it is for {names}</source>
        <translation>het is voor {names}</translation>
    </message>
    <message>
        <source>it is not in the calendar any more</source>
        <translation>het staat niet meer in de agenda</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>het is geen tekst</translation>
    </message>
    <message>
        <source>it is not valid before {date}, by the clock of this computer</source>
        <translation>het is niet geldig voor {date}, volgens de klok van deze computer</translation>
    </message>
    <message>
        <source>it is not valid yet, by the clock of this computer</source>
        <translation>het is nog niet geldig, volgens de klok van deze computer</translation>
    </message>
    <message>
        <source>it is self-signed, so nobody else vouches for it</source>
        <translation>het is zelfondertekend, dus staat niemand anders ervoor in</translation>
    </message>
    <message>
        <source>it keeps no events: a change is seen only while one is online</source>
        <translation>hij bewaart geen afspraken: een wijziging wordt alleen gezien terwijl je online bent</translation>
    </message>
    <message>
        <source>it said nothing.</source>
        <translation>hij zei niets.</translation>
    </message>
    <message>
        <source>it was issued by {issuer}, whom this computer does not know</source>
        <translation>het is uitgegeven door {issuer}, die deze computer niet kent</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>het is ingetrokken</translation>
    </message>
    <message>
        <source>its address or title, as “calendars” prints them</source>
        <translation>het adres of de titel, zoals “calendars” die toont</translation>
    </message>
    <message>
        <source>its key or its signature is too weak to be safe</source>
        <translation>de sleutel of de handtekening is te zwak om veilig te zijn</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>keep its calendars as they are, to look at</source>
        <translation>bewaar de agenda’s ervan zoals ze zijn, om te bekijken</translation>
    </message>
    <message>
        <source>keep settings, calendars and logs there</source>
        <translation>bewaar daar instellingen, agenda’s en logboeken</translation>
    </message>
    <message>
        <source>keep the change without signing in first</source>
        <translation>bewaar de wijziging zonder eerst aan te melden</translation>
    </message>
    <message>
        <source>keeps you busy now</source>
        <translation>houdt je nu bezet</translation>
    </message>
    <message>
        <source>last</source>
        <translation>laatste</translation>
    </message>
    <message>
        <source>leave {place} at {time}, {shifted}</source>
        <translation>vertrek om {time} uit {place}, {shifted}</translation>
    </message>
    <message>
        <source>leave {times}</source>
        <translation>vertrek {times}</translation>
    </message>
    <message>
        <source>leave {time}</source>
        <translation>vertrek {time}</translation>
    </message>
    <message>
        <source>leave {time}, {shifted}</source>
        <translation>vertrek {time}, {shifted}</translation>
    </message>
    <message>
        <source>leaves you free now</source>
        <translation>laat je nu vrij</translation>
    </message>
    <message>
        <source>log more</source>
        <translation>meer loggen</translation>
    </message>
    <message>
        <source>months</source>
        <translation>maanden</translation>
    </message>
    <message>
        <source>must be a list of addresses such as [&quot;https://meet.example.org/&quot;].</source>
        <translation>moet een lijst van adressen zijn, zoals [&quot;https://meet.example.org/&quot;].</translation>
    </message>
    <message>
        <source>must be a list of days and times such as [&quot;1d 18:00&quot;, &quot;0d 09:00&quot;].</source>
        <translation>moet een lijst van dagen en tijden zijn, zoals [&quot;1d 18:00&quot;, &quot;0d 09:00&quot;].</translation>
    </message>
    <message>
        <source>must be a list of durations such as [&quot;10m&quot;, &quot;1h&quot;, &quot;1d&quot;].</source>
        <translation>moet een lijst van tijdsduren zijn, zoals [&quot;10m&quot;, &quot;1h&quot;, &quot;1d&quot;].</translation>
    </message>
    <message>
        <source>must be a whole number from {least} to {most}.</source>
        <translation>moet een geheel getal zijn van {least} tot {most}.</translation>
    </message>
    <message>
        <source>must be one of {options}.</source>
        <translation>moet een van {options} zijn.</translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation>moet true of false zijn.</translation>
    </message>
    <message>
        <source>must be two times such as &quot;22:00-07:00&quot;.</source>
        <translation>moet twee tijden zijn, zoals &quot;22:00-07:00&quot;.</translation>
    </message>
    <message>
        <source>new description</source>
        <translation>nieuwe beschrijving</translation>
    </message>
    <message>
        <source>new link</source>
        <translation>nieuwe link</translation>
    </message>
    <message>
        <source>new organiser</source>
        <translation>nieuwe organisator</translation>
    </message>
    <message>
        <source>new route: {legs}</source>
        <translation>nieuwe route: {legs}</translation>
    </message>
    <message>
        <source>new way to take part</source>
        <translation>nieuwe manier om deel te nemen</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>geen beschrijving</translation>
    </message>
    <message>
        <source>no destination, was {before}</source>
        <translation>geen bestemming, was {before}</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>geen bestanden</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>geen link</translation>
    </message>
    <message>
        <source>no longer a suggestion</source>
        <translation>geen voorstel meer</translation>
    </message>
    <message>
        <source>no longer an invitation</source>
        <translation>geen uitnodiging meer</translation>
    </message>
    <message>
        <source>no longer cancelled</source>
        <translation>niet meer geannuleerd</translation>
    </message>
    <message>
        <source>no longer due</source>
        <translation>geen deadline meer</translation>
    </message>
    <message>
        <source>no longer repeats</source>
        <translation>herhaalt zich niet meer</translation>
    </message>
    <message>
        <source>no message reaches {jid}</source>
        <translation>geen bericht bereikt {jid}</translation>
    </message>
    <message>
        <source>no organiser</source>
        <translation>geen organisator</translation>
    </message>
    <message>
        <source>no place, was {before}</source>
        <translation>geen plaats, was {before}</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>geen route</translation>
    </message>
    <message>
        <source>no time, was {before}</source>
        <translation>geen tijd, was {before}</translation>
    </message>
    <message>
        <source>no way to get there was found</source>
        <translation>er is geen weg daarheen gevonden</translation>
    </message>
    <message>
        <source>no way to take part from elsewhere</source>
        <translation>geen manier om van elders deel te nemen</translation>
    </message>
    <message>
        <source>nobody waits for your answer</source>
        <translation>niemand wacht op je antwoord</translation>
    </message>
    <message>
        <source>nobody whom this computer knows issued it</source>
        <translation>niemand die deze computer kent, heeft het uitgegeven</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>niet toegestaan met argument %s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>now a route</source>
        <translation>nu een route</translation>
    </message>
    <message>
        <source>now a suggestion</source>
        <translation>nu een voorstel</translation>
    </message>
    <message>
        <source>now a time block</source>
        <translation>nu een tijdblok</translation>
    </message>
    <message>
        <source>now a to-do</source>
        <translation>nu een taak</translation>
    </message>
    <message>
        <source>now a trip</source>
        <translation>nu een reis</translation>
    </message>
    <message>
        <source>now an event</source>
        <translation>nu een afspraak</translation>
    </message>
    <message>
        <source>now cancelled</source>
        <translation>nu geannuleerd</translation>
    </message>
    <message>
        <source>now confirmed</source>
        <translation>nu bevestigd</translation>
    </message>
    <message>
        <source>now tentative</source>
        <translation>nu onder voorbehoud</translation>
    </message>
    <message>
        <source>now {time}</source>
        <translation>nu {time}</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>one cannot publish events</source>
        <translation>men kan geen afspraken publiceren</translation>
    </message>
    <message>
        <source>one cannot subscribe, so changes are not told</source>
        <translation>men kan zich niet abonneren, dus worden wijzigingen niet gemeld</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>een van de argumenten %s is nodig</translation>
    </message>
    <message>
        <source>one of those that vouch for it has expired</source>
        <translation>een van wie ervoor instaan, is verlopen</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>only who published it may change it</source>
        <translation>alleen wie het heeft gepubliceerd, mag het wijzigen</translation>
    </message>
    <message>
        <source>only {name} may change it, who published it</source>
        <translation>alleen {name} mag het wijzigen, die het heeft gepubliceerd</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opties</translation>
    </message>
    <message>
        <source>other answers</source>
        <translation>andere antwoorden</translation>
    </message>
    <message>
        <source>other categories</source>
        <translation>andere categorieën</translation>
    </message>
    <message>
        <source>other dates</source>
        <translation>andere datums</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>andere bestanden</translation>
    </message>
    <message>
        <source>other invitation</source>
        <translation>andere uitnodiging</translation>
    </message>
    <message>
        <source>other reminders</source>
        <translation>andere herinneringen</translation>
    </message>
    <message>
        <source>other time zone</source>
        <translation>andere tijdzone</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>positionele argumenten</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>JSON tonen</translation>
    </message>
    <message>
        <source>proxy.example.org:8080</source>
        <translation>proxy.example.org:8080</translation>
    </message>
    <message>
        <source>publish its events in this calendar on a server</source>
        <translation>publiceer de afspraken in deze agenda op een server</translation>
    </message>
    <message>
        <source>read the password from standard input</source>
        <translation>lees het wachtwoord van de standaardinvoer</translation>
    </message>
    <message>
        <source>second</source>
        <translation>tweede</translation>
    </message>
    <message>
        <source>send the password itself, inside TLS, if the server knows no better way</source>
        <translation>verzend het wachtwoord zelf, binnen TLS, als de server geen betere manier kent</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>toon deze hulp en stop</translation>
    </message>
    <message>
        <source>sign in with what the server offers now, though it offered something better before</source>
        <translation>meld je aan met wat de server nu biedt, hoewel hij eerder iets beters bood</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>afgemeld</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>standaarduitvoer</translation>
    </message>
    <message>
        <source>start without the window, as at the beginning of a session</source>
        <translation>zonder venster starten, zoals aan het begin van een sessie</translation>
    </message>
    <message>
        <source>the account&apos;s XMPP address: name@example.org</source>
        <translation>het XMPP-adres van het account: naam@example.org</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>de volgende argumenten zijn nodig: %s</translation>
    </message>
    <message>
        <source>the item&apos;s id, as “agenda --json” prints it</source>
        <translation>de id van het item, zoals “agenda --json” die toont</translation>
    </message>
    <message>
        <source>the item&apos;s id; default: the event&apos;s UID</source>
        <translation>de id van het item; standaard: de UID van de afspraak</translation>
    </message>
    <message>
        <source>the name of a file is missing</source>
        <translation>de naam van een bestand ontbreekt</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>de volgende dag</translation>
    </message>
    <message>
        <source>then it ended: {why}</source>
        <translation>toen eindigde hij: {why}</translation>
    </message>
    <message>
        <source>there are none in it</source>
        <translation>er zijn er geen in</translation>
    </message>
    <message>
        <source>there is no standard output</source>
        <translation>er is geen standaarduitvoer</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>zo’n bestand is er niet</translation>
    </message>
    <message>
        <source>third</source>
        <translation>derde</translation>
    </message>
    <message>
        <source>this calendar takes no answers</source>
        <translation>deze agenda neemt geen antwoorden aan</translation>
    </message>
    <message>
        <source>this calendar takes no such answer</source>
        <translation>deze agenda neemt zo’n antwoord niet aan</translation>
    </message>
    <message>
        <source>this event only, by its UID or its item&apos;s id</source>
        <translation>alleen deze afspraak, bij UID of bij de id van het item</translation>
    </message>
    <message>
        <source>this is no name of a file</source>
        <translation>dit is geen naam van een bestand</translation>
    </message>
    <message>
        <source>those of this computer</source>
        <translation>die van deze computer</translation>
    </message>
    <message>
        <source>time between two changes, from 0.05 to 3600; default: {seconds}</source>
        <translation>tijd tussen twee wijzigingen, van 0.05 tot 3600; standaard: {seconds}</translation>
    </message>
    <message>
        <source>times</source>
        <translation>keer</translation>
    </message>
    <message>
        <source>to</source>
        <translation>naar</translation>
    </message>
    <message>
        <source>to {place}</source>
        <translation>naar {place}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>train or bus</source>
        <translation>trein of bus</translation>
    </message>
    <message>
        <source>trust the authorities in this PEM file only</source>
        <translation>vertrouw alleen de autoriteiten in dit PEM-bestand</translation>
    </message>
    <message>
        <source>trust the server’s key with this SHA-256 fingerprint and no other; empty: forget it</source>
        <translation>vertrouw de sleutel van de server met deze SHA-256-vingerafdruk en geen andere; leeg: vergeet hem</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrouwd</translation>
    </message>
    <message>
        <source>trusted by its key, as you decided</source>
        <translation>vertrouwd door de sleutel, zoals je hebt besloten</translation>
    </message>
    <message>
        <source>trusted by your CA file</source>
        <translation>vertrouwd door je CA-bestand</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>ongewijzigd</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>onbekende argumenten: %s</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot {day}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>gebruik: </translation>
    </message>
    <message>
        <source>vera@example.org</source>
        <translation>vera@example.org</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>wacht op je antwoord</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>te voet</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>was due {time}</source>
        <translation>deadline was {time}</translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation>was {before}</translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>was {time}</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>weken</translation>
    </message>
    <message>
        <source>what is in a calendar cannot be read</source>
        <translation>wat in een agenda staat, kan niet worden gelezen</translation>
    </message>
    <message>
        <source>what to call the calendar that is made of it</source>
        <translation>hoe de agenda moet heten die ervan wordt gemaakt</translation>
    </message>
    <message>
        <source>what to log: {levels}; default: info for the window, warning for commands</source>
        <translation>wat in het logboek komt: {levels}; standaard: info voor het venster, warning voor opdrachten</translation>
    </message>
    <message>
        <source>what to sign in with: {proofs}; default: password. A token is given as the password</source>
        <translation>waarmee je je aanmeldt: {proofs}; standaard: password. Een token wordt als wachtwoord gegeven</translation>
    </message>
    <message>
        <source>when to leave is not known</source>
        <translation>wanneer je moet vertrekken, is niet bekend</translation>
    </message>
    <message>
        <source>where, for WebSocket (wss://…) and BOSH (https://…); default: what the domain says</source>
        <translation>waar, voor WebSocket (wss://…) en BOSH (https://…); standaard: wat het domein zegt</translation>
    </message>
    <message>
        <source>which account, where there are several</source>
        <translation>welk account, als er meer zijn</translation>
    </message>
    <message>
        <source>without encryption</source>
        <translation>zonder versleuteling</translation>
    </message>
    <message>
        <source>xmpp:SERVICE?;node=NODE, in quotes: a shell ends a command at “;”</source>
        <translation>xmpp:DIENST?;node=NODE, tussen aanhalingstekens: een shell beëindigt een opdracht bij “;”</translation>
    </message>
    <message>
        <source>xmpp:SERVICE?;node=NODE, or a calendar file</source>
        <translation>xmpp:DIENST?;node=NODE, of een agendabestand</translation>
    </message>
    <message>
        <source>years</source>
        <translation>jaren</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>you accepted</source>
        <translation>je hebt geaccepteerd</translation>
    </message>
    <message>
        <source>you are invited</source>
        <translation>je bent uitgenodigd</translation>
    </message>
    <message>
        <source>you are not invited to it any more</source>
        <translation>je bent er niet meer voor uitgenodigd</translation>
    </message>
    <message>
        <source>you can change it now</source>
        <translation>je kunt het nu wijzigen</translation>
    </message>
    <message>
        <source>you can only read it now</source>
        <translation>je kunt het nu alleen lezen</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>je hebt afgewezen</translation>
    </message>
    <message>
        <source>you may not change this event</source>
        <translation>je mag deze afspraak niet wijzigen</translation>
    </message>
    <message>
        <source>you may not delete events in this calendar</source>
        <translation>je mag in deze agenda geen afspraken verwijderen</translation>
    </message>
    <message>
        <source>you may only read this calendar</source>
        <translation>je mag deze agenda alleen lezen</translation>
    </message>
    <message>
        <source>you said maybe</source>
        <translation>je hebt misschien gezegd</translation>
    </message>
    <message>
        <source>{accounts}: offline since {time} – showing what was known then</source>
        <translation>{accounts}: offline sinds {time} – dit is wat toen bekend was</translation>
    </message>
    <message>
        <source>{address} asks to see it</source>
        <translation>{address} vraagt om toegang</translation>
    </message>
    <message>
        <source>{answer}, your answer</source>
        <translation>{answer}, jouw antwoord</translation>
    </message>
    <message>
        <source>{calendar}: the import fails</source>
        <translation>{calendar}: de import mislukt</translation>
    </message>
    <message>
        <source>{calendar}: the import fails since {time}</source>
        <translation>{calendar}: de import mislukt sinds {time}</translation>
    </message>
    <message>
        <source>{calendar}: the import works again</source>
        <translation>{calendar}: de import werkt weer</translation>
    </message>
    <message>
        <source>{chosen} is used. Offered are {offered}.</source>
        <translation>{chosen} wordt gebruikt. Aangeboden worden {offered}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} calendar of {jid} is here. What is on the server stays there.</source>
        <comment>{count} calendars of {jid} are here. What is on the server stays there.</comment>
        <translation>
            <numerusform>{count} agenda van {jid} staat hier. Wat op de server staat, blijft daar.</numerusform>
            <numerusform>{count} agenda’s van {jid} staan hier. Wat op de server staat, blijft daar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change</source>
        <comment>{count} changes</comment>
        <translation>
            <numerusform>{count} wijziging</numerusform>
            <numerusform>{count} wijzigingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change in {calendar}</source>
        <comment>{count} changes in {calendar}</comment>
        <translation>
            <numerusform>{count} wijziging in {calendar}</numerusform>
            <numerusform>{count} wijzigingen in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change of yours is not sent yet and will be lost.</source>
        <comment>{count} changes of yours are not sent yet and will be lost.</comment>
        <translation>
            <numerusform>{count} wijziging van jou is nog niet verstuurd en gaat verloren.</numerusform>
            <numerusform>{count} wijzigingen van jou zijn nog niet verstuurd en gaan verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change waits to be sent.</source>
        <comment>{count} changes wait to be sent.</comment>
        <translation>
            <numerusform>{count} wijziging wacht op verzending.</numerusform>
            <numerusform>{count} wijzigingen wachten op verzending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} could not be read and was left out</source>
        <comment>{count} could not be read and were left out</comment>
        <translation>
            <numerusform>{count} kon niet worden gelezen en is weggelaten</numerusform>
            <numerusform>{count} konden niet worden gelezen en zijn weggelaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} could not be read: {name} – {why}</source>
        <comment>{count} could not be read, such as {name} – {why}</comment>
        <translation>
            <numerusform>{count} kon niet worden gelezen: {name} – {why}</numerusform>
            <numerusform>{count} konden niet worden gelezen, zoals {name} – {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} day</source>
        <comment>{count} days</comment>
        <translation>
            <numerusform>{count} dag</numerusform>
            <numerusform>{count} dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation>{count} elders</translation>
    </message>
    <message numerus="yes">
        <source>{count} event</source>
        <comment>{count} events</comment>
        <translation>
            <numerusform>{count} afspraak</numerusform>
            <numerusform>{count} afspraken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event added in {calendar}</source>
        <comment>{count} events added in {calendar}</comment>
        <translation>
            <numerusform>{count} afspraak toegevoegd in {calendar}</numerusform>
            <numerusform>{count} afspraken toegevoegd in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event cancelled in {calendar}</source>
        <comment>{count} events cancelled in {calendar}</comment>
        <translation>
            <numerusform>{count} afspraak geannuleerd in {calendar}</numerusform>
            <numerusform>{count} afspraken geannuleerd in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event changed in {calendar}</source>
        <comment>{count} events changed in {calendar}</comment>
        <translation>
            <numerusform>{count} afspraak gewijzigd in {calendar}</numerusform>
            <numerusform>{count} afspraken gewijzigd in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event moved in {calendar}</source>
        <comment>{count} events moved in {calendar}</comment>
        <translation>
            <numerusform>{count} afspraak verplaatst in {calendar}</numerusform>
            <numerusform>{count} afspraken verplaatst in {calendar}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event removed from {calendar}</source>
        <comment>{count} events removed from {calendar}</comment>
        <translation>
            <numerusform>{count} afspraak verwijderd uit {calendar}</numerusform>
            <numerusform>{count} afspraken verwijderd uit {calendar}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} u</translation>
    </message>
    <message numerus="yes">
        <source>{count} hour</source>
        <comment>{count} hours</comment>
        <translation>
            <numerusform>{count} uur</numerusform>
            <numerusform>{count} uur</numerusform>
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
            <numerusform>{count} genodigde krijgt bericht.</numerusform>
            <numerusform>{count} genodigden krijgen bericht.</numerusform>
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
            <numerusform>nog {count}</numerusform>
            <numerusform>nog {count}</numerusform>
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
            <numerusform>{count} minuut</numerusform>
            <numerusform>{count} minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more</source>
        <comment>{count} more</comment>
        <translation>
            <numerusform>nog {count}</numerusform>
            <numerusform>nog {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} new change</source>
        <comment>{count} new changes</comment>
        <translation>
            <numerusform>{count} nieuwe wijziging</numerusform>
            <numerusform>{count} nieuwe wijzigingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other</source>
        <comment>{count} others</comment>
        <translation>
            <numerusform>{count} ander</numerusform>
            <numerusform>{count} anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other person loses it.</source>
        <comment>{count} other people lose it.</comment>
        <translation>
            <numerusform>{count} ander raakt haar kwijt.</numerusform>
            <numerusform>{count} anderen raken haar kwijt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} person</source>
        <comment>{count} people</comment>
        <translation>
            <numerusform>{count} persoon</numerusform>
            <numerusform>{count} personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} problem: {names}</source>
        <comment>{count} problems: {names}</comment>
        <translation>
            <numerusform>{count} probleem: {names}</numerusform>
            <numerusform>{count} problemen: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder</source>
        <comment>{count} reminders</comment>
        <translation>
            <numerusform>{count} herinnering</numerusform>
            <numerusform>{count} herinneringen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder missed</source>
        <comment>{count} reminders missed</comment>
        <translation>
            <numerusform>{count} herinnering gemist</numerusform>
            <numerusform>{count} herinneringen gemist</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} reminders</source>
        <translation>{count} herinneringen</translation>
    </message>
    <message numerus="yes">
        <source>{count} repeating event could not be worked out: {names}.</source>
        <comment>{count} repeating events could not be worked out: {names}.</comment>
        <translation>
            <numerusform>{count} terugkerende afspraak kon niet worden uitgewerkt: {names}.</numerusform>
            <numerusform>{count} terugkerende afspraken konden niet worden uitgewerkt: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} subscriber</source>
        <comment>{count} subscribers</comment>
        <translation>
            <numerusform>{count} abonnee</numerusform>
            <numerusform>{count} abonnees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unread</source>
        <comment>{count} unread</comment>
        <translation>
            <numerusform>{count} ongelezen</numerusform>
            <numerusform>{count} ongelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} warning: {names}</source>
        <comment>{count} warnings: {names}</comment>
        <translation>
            <numerusform>{count} waarschuwing: {names}</numerusform>
            <numerusform>{count} waarschuwingen: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} was not taken: {name} – {why}</source>
        <comment>{count} were not, such as {name} – {why}</comment>
        <translation>
            <numerusform>{count} is niet aangenomen: {name} – {why}</numerusform>
            <numerusform>{count} zijn niet aangenomen, zoals {name} – {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} {year}</source>
        <translation>{date} {year}</translation>
    </message>
    <message>
        <source>{days} all day</source>
        <translation>{days} de hele dag</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days}, hele dag</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} om {time}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{day}, has events</source>
        <translation>{day}, heeft afspraken</translation>
    </message>
    <message>
        <source>{day}: from</source>
        <translation>{day}: van</translation>
    </message>
    <message>
        <source>{day}: until</source>
        <translation>{day}: tot</translation>
    </message>
    <message>
        <source>{domain} asked for an unsafe way to sign in. The password was not sent.</source>
        <translation>{domain} vroeg om een onveilige manier van aanmelden. Het wachtwoord is niet verzonden.</translation>
    </message>
    <message>
        <source>{domain} asks to connect to another address. Enter it in the server settings: {address}</source>
        <translation>{domain} vraagt om met een ander adres te verbinden. Voer het in bij de serverinstellingen: {address}</translation>
    </message>
    <message>
        <source>{domain} asks to connect to another host. Enter that host in the server settings.</source>
        <translation>{domain} vraagt om met een andere host te verbinden. Voer die host in bij de serverinstellingen.</translation>
    </message>
    <message>
        <source>{domain} asks to go on without encryption. Nothing was sent there.</source>
        <translation>{domain} vraagt om zonder versleuteling verder te gaan. Daar is niets verzonden.</translation>
    </message>
    <message>
        <source>{domain} cannot check passwords right now.</source>
        <translation>{domain} kan nu geen wachtwoorden controleren.</translation>
    </message>
    <message>
        <source>{domain} closed the connection.</source>
        <translation>{domain} heeft de verbinding gesloten.</translation>
    </message>
    <message>
        <source>{domain} did not answer in time.</source>
        <translation>{domain} antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>{domain} does not accept your certificate. Check the certificate file, or ask its administrator.</source>
        <translation>{domain} accepteert je certificaat niet. Controleer het certificaatbestand, of vraag de beheerder.</translation>
    </message>
    <message>
        <source>{domain} does not let anyone sign in right now.</source>
        <translation>{domain} laat nu niemand aanmelden.</translation>
    </message>
    <message>
        <source>{domain} does not offer an encrypted connection. Nothing was sent.</source>
        <translation>{domain} biedt geen versleutelde verbinding. Er is niets verzonden.</translation>
    </message>
    <message>
        <source>{domain} does not say where it offers {way}. Enter the URL in the server settings.</source>
        <translation>{domain} zegt niet waar het {way} aanbiedt. Voer de URL in bij de serverinstellingen.</translation>
    </message>
    <message>
        <source>{domain} does not take what this account signs in with ({mechanism}), only {offered}.</source>
        <translation>{domain} accepteert niet waarmee dit account zich aanmeldt ({mechanism}), alleen {offered}.</translation>
    </message>
    <message>
        <source>{domain} ended the session because of its rules of use.</source>
        <translation>{domain} beëindigde de sessie vanwege de gebruiksregels.</translation>
    </message>
    <message>
        <source>{domain} ended the session: {jid} may not sign in.</source>
        <translation>{domain} beëindigde de sessie: {jid} mag zich niet aanmelden.</translation>
    </message>
    <message>
        <source>{domain} has no calendar service. Ask its administrator, or add one by its address.</source>
        <translation>{domain} heeft geen agendadienst. Vraag de beheerder, of voeg er een toe bij het adres.</translation>
    </message>
    <message>
        <source>{domain} is being shut down or restarted.</source>
        <translation>{domain} wordt afgesloten of herstart.</translation>
    </message>
    <message>
        <source>{domain} is reached at {places}.</source>
        <translation>{domain} is bereikbaar op {places}.</translation>
    </message>
    <message>
        <source>{domain} knows only encryption that is no longer safe. Your password was not sent.</source>
        <translation>{domain} kent alleen versleuteling die niet meer veilig is. Je wachtwoord is niet verzonden.</translation>
    </message>
    <message>
        <source>{domain} names no address for it.</source>
        <translation>{domain} noemt er geen adres voor.</translation>
    </message>
    <message>
        <source>{domain} names no service for calendars.</source>
        <translation>{domain} noemt geen dienst voor agenda’s.</translation>
    </message>
    <message>
        <source>{domain} now offers only a weaker way to sign in than before. Somebody may be in between. If its administrator changed this, accept it in the account&apos;s settings.</source>
        <translation>{domain} biedt nu alleen een zwakkere manier van aanmelden dan eerder. Iemand zit er misschien tussen. Heeft de beheerder dit gewijzigd, accepteer het dan in de instellingen van het account.</translation>
    </message>
    <message>
        <source>{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.</source>
        <translation>{domain} biedt geen veilige manier van aanmelden (alleen {offered}). Vraag de beheerder om SCRAM.</translation>
    </message>
    <message>
        <source>{domain} opens no session right now.</source>
        <translation>{domain} opent nu geen sessie.</translation>
    </message>
    <message>
        <source>{domain} sent more at once than this program can take.</source>
        <translation>{domain} stuurde meer tegelijk dan dit programma aankan.</translation>
    </message>
    <message>
        <source>{domain} sent something that no XMPP server may send.</source>
        <translation>{domain} stuurde iets wat geen XMPP-server mag sturen.</translation>
    </message>
    <message>
        <source>{domain} stopped answering.</source>
        <translation>{domain} antwoordt niet meer.</translation>
    </message>
    <message>
        <source>{domain} takes no files.</source>
        <translation>{domain} neemt geen bestanden aan.</translation>
    </message>
    <message>
        <source>{domain} wants a certificate of yours. Ask its administrator for one.</source>
        <translation>{domain} wil een certificaat van jou. Vraag de beheerder erom.</translation>
    </message>
    <message>
        <source>{domain} wants another way to sign in than this program knows.</source>
        <translation>{domain} wil een andere manier van aanmelden dan dit programma kent.</translation>
    </message>
    <message>
        <source>{domain} wants the password itself (PLAIN), and the account does not allow that. Ask its administrator for SCRAM, or allow it in the account&apos;s settings.</source>
        <translation>{domain} wil het wachtwoord zelf (PLAIN), en het account staat dat niet toe. Vraag de beheerder om SCRAM, of sta het toe in de instellingen van het account.</translation>
    </message>
    <message>
        <source>{every} on day {day}</source>
        <translation>{every} op dag {day}</translation>
    </message>
    <message>
        <source>{every} on the last day</source>
        <translation>{every} op de laatste dag</translation>
    </message>
    <message>
        <source>{every} on the {place} {day}</source>
        <translation>{every} op de {place} {day}</translation>
    </message>
    <message>
        <source>{field} no longer {before}</source>
        <translation>{field} niet meer {before}</translation>
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
        <translation>{file} is niet te vinden: die persoonlijke map bestaat niet.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} kan niet worden gelezen: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} kan niet worden geschreven: {why}.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} is een map, geen bestand.</translation>
    </message>
    <message>
        <source>{file} is larger than {size} MB. That is more than a calendar takes.</source>
        <translation>{file} is groter dan {size} MB. Dat is meer dan een agenda nodig heeft.</translation>
    </message>
    <message>
        <source>{file} is not a file.</source>
        <translation>{file} is geen bestand.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>{folder} is not a folder. Name another one with --profile.</source>
        <translation>{folder} is geen map. Noem een andere met --profile.</translation>
    </message>
    <message>
        <source>{headline}.</source>
        <translation>{headline}.</translation>
    </message>
    <message>
        <source>{host} did not take “{name}” (HTTP status {status}). Try again later.</source>
        <translation>{host} heeft “{name}” niet aangenomen (HTTP-status {status}). Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>{host} port {port} ({kind})</source>
        <translation>{host} poort {port} ({kind})</translation>
    </message>
    <message>
        <source>{issuer} has revoked it</source>
        <translation>{issuer} heeft het ingetrokken</translation>
    </message>
    <message>
        <source>{jid} disappears from this program, and its password from your keyring. Nothing changes on the server.</source>
        <translation>{jid} verdwijnt uit dit programma, en het wachtwoord uit je sleutelbos. Op de server verandert niets.</translation>
    </message>
    <message>
        <source>{jid} is connected.</source>
        <translation>{jid} is verbonden.</translation>
    </message>
    <message>
        <source>{jid} is not connected.</source>
        <translation>{jid} is niet verbonden.</translation>
    </message>
    <message>
        <source>{jid} is signed in at the next start.</source>
        <translation>{jid} wordt bij de volgende start aangemeld.</translation>
    </message>
    <message>
        <source>{jid} is signed out, because the backup says how to reach its server: {how}</source>
        <translation>{jid} is afgemeld, omdat de back-up zegt hoe de server te bereiken is: {how}</translation>
    </message>
    <message>
        <source>{jid} is signed out.</source>
        <translation>{jid} is afgemeld.</translation>
    </message>
    <message>
        <source>{jid} is signing in.</source>
        <translation>{jid} wordt aangemeld.</translation>
    </message>
    <message>
        <source>{jid} signed in from another copy of this program.</source>
        <translation>{jid} heeft zich aangemeld vanuit een andere kopie van dit programma.</translation>
    </message>
    <message>
        <source>{jid} signed in, over {via}.</source>
        <translation>{jid} is aangemeld, via {via}.</translation>
    </message>
    <message>
        <source>{jid} · signed out</source>
        <translation>{jid} · afgemeld</translation>
    </message>
    <message>
        <source>{jid}: {reason}</source>
        <translation>{jid}: {reason}</translation>
    </message>
    <message>
        <source>{line} to {place}</source>
        <translation>{line} naar {place}</translation>
    </message>
    <message>
        <source>{lost} Sign in once to have it sent, or remove {jid} all the same with --yes.</source>
        <translation>{lost} Meld je één keer aan om het te versturen, of verwijder {jid} toch met --yes.</translation>
    </message>
    <message>
        <source>{month} {day}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} other</source>
        <comment>{names} and {count} others</comment>
        <translation>
            <numerusform>{names} en {count} ander</numerusform>
            <numerusform>{names} en {count} anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} en {last}</translation>
    </message>
    <message numerus="yes">
        <source>{names}, issued by {issuer}, {how}; it expires in {count} day.</source>
        <comment>{names}, issued by {issuer}, {how}; it expires in {count} days.</comment>
        <translation>
            <numerusform>{names}, uitgegeven door {issuer}, {how}; het verloopt over {count} dag.</numerusform>
            <numerusform>{names}, uitgegeven door {issuer}, {how}; het verloopt over {count} dagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (jij)</translation>
    </message>
    <message>
        <source>{name} asks to see “{calendar}”.</source>
        <translation>{name} vraagt om “{calendar}” te zien.</translation>
    </message>
    <message>
        <source>{name} invites you</source>
        <translation>{name} nodigt je uit</translation>
    </message>
    <message>
        <source>{name} is not a calendar: {why}.</source>
        <translation>{name} is geen agenda: {why}.</translation>
    </message>
    <message>
        <source>{name} is so large that nobody could restore it: {size} MB.</source>
        <translation>{name} is zo groot dat niemand het zou kunnen terugzetten: {size} MB.</translation>
    </message>
    <message>
        <source>{name} keeps passwords and gives them back.</source>
        <translation>{name} bewaart wachtwoorden en geeft ze terug.</translation>
    </message>
    <message>
        <source>{name} shows notifications, and clicks on them work.</source>
        <translation>{name} toont meldingen, en erop klikken werkt.</translation>
    </message>
    <message>
        <source>{name} shows notifications, but they cannot be clicked.</source>
        <translation>{name} toont meldingen, maar er kan niet op worden geklikt.</translation>
    </message>
    <message>
        <source>{name}: This file cannot be read.</source>
        <translation>{name}: Dit bestand kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>{now}, was until {before}</source>
        <translation>{now}, was tot {before}</translation>
    </message>
    <message>
        <source>{now}, was {before}</source>
        <translation>{now}, was {before}</translation>
    </message>
    <message>
        <source>{origin} to {destination}</source>
        <translation>{origin} naar {destination}</translation>
    </message>
    <message>
        <source>{part} done</source>
        <translation>{part} gedaan</translation>
    </message>
    <message>
        <source>{path} cannot be erased: {why}. Erase it yourself, or do this again.</source>
        <translation>{path} kan niet worden gewist: {why}. Wis het zelf, of doe dit opnieuw.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} kan niet worden gelezen: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>{path} has no unexpected errors.</source>
        <translation>In {path} staan geen onverwachte fouten.</translation>
    </message>
    <message numerus="yes">
        <source>{path} has {count} account.</source>
        <comment>{path} has {count} accounts.</comment>
        <translation>
            <numerusform>{path} heeft {count} account.</numerusform>
            <numerusform>{path} heeft {count} accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} has {count} unexpected error.</source>
        <comment>{path} has {count} unexpected errors.</comment>
        <translation>
            <numerusform>In {path} staat {count} onverwachte fout.</numerusform>
            <numerusform>In {path} staan {count} onverwachte fouten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} is beschadigd.</translation>
    </message>
    <message>
        <source>{path} is sound ({size}, format {version}).</source>
        <translation>{path} is in orde ({size}, formaat {version}).</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of c42desktop.</source>
        <translation>{path} is geschreven door een nieuwere versie van c42desktop.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of c42desktop. Install that version again.</source>
        <translation>{path} is geschreven door een nieuwere versie van c42desktop. Installeer die versie weer.</translation>
    </message>
    <message>
        <source>{path} was written by an older version of c42desktop. Start the program once.</source>
        <translation>{path} is geschreven door een oudere versie van c42desktop. Start het programma één keer.</translation>
    </message>
    <message>
        <source>{path}: colour of {jid} must be one of {values}.</source>
        <translation>{path}: colour van {jid} moet een van {values} zijn.</translation>
    </message>
    <message>
        <source>{path}: each [[account]] needs a jid.</source>
        <translation>{path}: elk [[account]] heeft een jid nodig.</translation>
    </message>
    <message>
        <source>{path}: format must be a whole number from 1 on.</source>
        <translation>{path}: format moet een heel getal vanaf 1 zijn.</translation>
    </message>
    <message>
        <source>{path}: pin of {jid} must be 32 hexadecimal pairs with colons between them.</source>
        <translation>{path}: pin van {jid} moet uit 32 hexadecimale paren bestaan, met dubbele punten ertussen.</translation>
    </message>
    <message>
        <source>{path}: the port of {jid} must be a number from 1 to 65535.</source>
        <translation>{path}: de poort van {jid} moet een getal zijn van 1 tot 65535.</translation>
    </message>
    <message>
        <source>{path}: {name} in [{section}] {fault}</source>
        <translation>{path}: {name} in [{section}] {fault}</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be a text in quotes.</source>
        <translation>{path}: {name} van {jid} moet een tekst tussen aanhalingstekens zijn.</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be one of {values}.</source>
        <translation>{path}: {name} van {jid} moet een van {values} zijn.</translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be true or false.</source>
        <translation>{path}: {name} van {jid} moet true of false zijn.</translation>
    </message>
    <message>
        <source>{people} accepted</source>
        <translation>{people}: geaccepteerd</translation>
    </message>
    <message>
        <source>{people} accepted {summary}</source>
        <translation>{people}: {summary} geaccepteerd</translation>
    </message>
    <message>
        <source>{people} answered: {summary}</source>
        <translation>{people} antwoordden: {summary}</translation>
    </message>
    <message>
        <source>{people} declined</source>
        <translation>{people}: afgewezen</translation>
    </message>
    <message>
        <source>{people} declined {summary}</source>
        <translation>{people}: {summary} afgewezen</translation>
    </message>
    <message>
        <source>{people} instead of {before}</source>
        <translation>{people} in plaats van {before}</translation>
    </message>
    <message>
        <source>{people} may come</source>
        <translation>{people}: misschien</translation>
    </message>
    <message>
        <source>{people} may come to {summary}</source>
        <translation>{people}: misschien bij {summary}</translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <translation>{percent} % gedaan</translation>
    </message>
    <message>
        <source>{percent} % of {size}</source>
        <translation>{percent} % van {size}</translation>
    </message>
    <message>
        <source>{person} added this {ago}</source>
        <translation>{person} heeft dit {ago} toegevoegd</translation>
    </message>
    <message>
        <source>{person} cancelled this {ago}</source>
        <translation>{person} heeft dit {ago} geannuleerd</translation>
    </message>
    <message>
        <source>{person} changed this {ago}</source>
        <translation>{person} heeft dit {ago} gewijzigd</translation>
    </message>
    <message>
        <source>{person} invites you</source>
        <translation>{person} nodigt je uit</translation>
    </message>
    <message>
        <source>{person} invites you to {summary}</source>
        <translation>{person} nodigt je uit voor {summary}</translation>
    </message>
    <message>
        <source>{person} removed this {ago}</source>
        <translation>{person} heeft dit {ago} verwijderd</translation>
    </message>
    <message>
        <source>{person} shares “{calendar}” with you</source>
        <translation>{person} deelt “{calendar}” met jou</translation>
    </message>
    <message>
        <source>{place} answers and speaks XMPP ({tls}).</source>
        <translation>{place} antwoordt en spreekt XMPP ({tls}).</translation>
    </message>
    <message>
        <source>{place} answers, but its certificate is not trusted.</source>
        <translation>{place} antwoordt, maar het certificaat wordt niet vertrouwd.</translation>
    </message>
    <message>
        <source>{place} answers, but no encrypted connection comes about.</source>
        <translation>{place} antwoordt, maar er komt geen versleutelde verbinding tot stand.</translation>
    </message>
    <message>
        <source>{place} answers, but not as an XMPP server.</source>
        <translation>{place} antwoordt, maar niet als XMPP-server.</translation>
    </message>
    <message>
        <source>{place} offers no encryption.</source>
        <translation>{place} biedt geen versleuteling.</translation>
    </message>
    <message>
        <source>{reason} If the people who run the server confirm the SHA-256 fingerprint of its key, trust it with: {pin}</source>
        <translation>{reason} Als de beheerders van de server de SHA-256-vingerafdruk van de sleutel bevestigen, vertrouw hem dan met: {pin}</translation>
    </message>
    <message>
        <source>{reason} Its SHA-256 fingerprint is {fingerprint}</source>
        <translation>{reason} De SHA-256-vingerafdruk is {fingerprint}</translation>
    </message>
    <message>
        <source>{reason} Next try in {seconds} s.</source>
        <translation>{reason} Volgende poging over {seconds} s.</translation>
    </message>
    <message>
        <source>{reason} To accept it: c42desktop account edit, with --accept-weaker</source>
        <translation>{reason} Om het te accepteren: c42desktop account edit, met --accept-weaker</translation>
    </message>
    <message>
        <source>{ride} delayed</source>
        <translation>{ride} vertraagd</translation>
    </message>
    <message>
        <source>{ride} departs earlier</source>
        <translation>{ride} vertrekt eerder</translation>
    </message>
    <message>
        <source>{ride} departs {time}</source>
        <translation>{ride} vertrekt {time}</translation>
    </message>
    <message>
        <source>{ride} departs {time} earlier</source>
        <translation>{ride} vertrekt {time} eerder</translation>
    </message>
    <message>
        <source>{ride} departs {time} from {place}</source>
        <translation>{ride} vertrekt {time} van {place}</translation>
    </message>
    <message>
        <source>{ride} departs {time} later</source>
        <translation>{ride} vertrekt {time} later</translation>
    </message>
    <message>
        <source>{ride} is on time again</source>
        <translation>{ride} is weer op tijd</translation>
    </message>
    <message>
        <source>{ride} is on time again: {time}</source>
        <translation>{ride} is weer op tijd: {time}</translation>
    </message>
    <message>
        <source>{ride} is on time again: {time} from {place}</source>
        <translation>{ride} is weer op tijd: {time} van {place}</translation>
    </message>
    <message>
        <source>{ride} now departs {time}</source>
        <translation>{ride} vertrekt nu {time}</translation>
    </message>
    <message>
        <source>{ride} now departs {time} from {place}</source>
        <translation>{ride} vertrekt nu {time} van {place}</translation>
    </message>
    <message>
        <source>{server} answers within {milliseconds} ms.</source>
        <translation>{server} antwoordt binnen {milliseconds} ms.</translation>
    </message>
    <message>
        <source>{server} cannot be reached. Check the network.</source>
        <translation>{server} is niet bereikbaar. Controleer het netwerk.</translation>
    </message>
    <message>
        <source>{server} could not set up an encrypted connection.</source>
        <translation>{server} kon geen versleutelde verbinding opzetten.</translation>
    </message>
    <message>
        <source>{server} did not answer within {seconds} seconds.</source>
        <translation>{server} antwoordde niet binnen {seconds} seconden.</translation>
    </message>
    <message>
        <source>{server} does not answer. Check the network, or the server settings.</source>
        <translation>{server} antwoordt niet. Controleer het netwerk of de serverinstellingen.</translation>
    </message>
    <message>
        <source>{server} is there, but nothing answers at port {port}.</source>
        <translation>{server} is er, maar op poort {port} antwoordt niets.</translation>
    </message>
    <message>
        <source>{server} says that it has no XMPP service. Check the address.</source>
        <translation>{server} zegt dat het geen XMPP-dienst heeft. Controleer het adres.</translation>
    </message>
    <message>
        <source>{service} (as {account})</source>
        <translation>{service} (als {account})</translation>
    </message>
    <message>
        <source>{service} allows you no more calendars.</source>
        <translation>{service} staat je niet meer agenda’s toe.</translation>
    </message>
    <message>
        <source>{service} cannot be reached right now.</source>
        <translation>{service} is nu niet bereikbaar.</translation>
    </message>
    <message>
        <source>{service} does not answer.</source>
        <translation>{service} antwoordt niet.</translation>
    </message>
    <message>
        <source>{service} does not offer this. Choose something else.</source>
        <translation>{service} biedt dit niet. Kies iets anders.</translation>
    </message>
    <message>
        <source>{service} does not take “{name}”: {why}.</source>
        <translation>{service} neemt “{name}” niet aan: {why}.</translation>
    </message>
    <message>
        <source>{service} has a problem right now. It is asked again later.</source>
        <translation>{service} heeft nu een probleem. Het wordt later opnieuw gevraagd.</translation>
    </message>
    <message>
        <source>{service} has all that calendars need.</source>
        <translation>{service} heeft alles wat agenda’s nodig hebben.</translation>
    </message>
    <message>
        <source>{service} is no calendar service, or cannot do this.</source>
        <translation>{service} is geen agendadienst, of kan dit niet.</translation>
    </message>
    <message>
        <source>{service} is no calendar service.</source>
        <translation>{service} is geen agendadienst.</translation>
    </message>
    <message>
        <source>{service} is there, with limits: {lacking}.</source>
        <translation>{service} is er, met beperkingen: {lacking}.</translation>
    </message>
    <message>
        <source>{service} names no safe place for the file.</source>
        <translation>{service} noemt geen veilige plaats voor het bestand.</translation>
    </message>
    <message>
        <source>{service} refused: {why}.</source>
        <translation>{service} weigerde: {why}.</translation>
    </message>
    <message>
        <source>{service} takes more files from {time} on. Try again then.</source>
        <translation>{service} neemt vanaf {time} weer bestanden aan. Probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>{service} wants to be paid for this calendar: {why}.</source>
        <translation>{service} wil voor deze agenda betaald worden: {why}.</translation>
    </message>
    <message>
        <source>{service} was not found. Check its address.</source>
        <translation>{service} is niet gevonden. Controleer het adres.</translation>
    </message>
    <message>
        <source>{size} are free in {path}.</source>
        <translation>{size} vrij in {path}.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} tot {end}</translation>
    </message>
    <message>
        <source>{state} · {waits}</source>
        <translation>{state} · {waits}</translation>
    </message>
    <message>
        <source>{summary} added</source>
        <translation>{summary} toegevoegd</translation>
    </message>
    <message>
        <source>{summary} added as a time block</source>
        <translation>{summary} toegevoegd als tijdblok</translation>
    </message>
    <message>
        <source>{summary} added as a to-do</source>
        <translation>{summary} toegevoegd als taak</translation>
    </message>
    <message>
        <source>{summary} arrives {time} earlier</source>
        <translation>{summary} komt {time} eerder aan</translation>
    </message>
    <message>
        <source>{summary} arrives {time} later</source>
        <translation>{summary} komt {time} later aan</translation>
    </message>
    <message>
        <source>{summary} at {time}</source>
        <translation>{summary} om {time}</translation>
    </message>
    <message>
        <source>{summary} cancelled</source>
        <translation>{summary} geannuleerd</translation>
    </message>
    <message>
        <source>{summary} changed</source>
        <translation>{summary} gewijzigd</translation>
    </message>
    <message>
        <source>{summary} in {time}</source>
        <translation>{summary} over {time}</translation>
    </message>
    <message>
        <source>{summary} is done</source>
        <translation>{summary} is gedaan</translation>
    </message>
    <message>
        <source>{summary} is due at {time}</source>
        <translation>{summary}: deadline om {time}</translation>
    </message>
    <message>
        <source>{summary} is due in {time}</source>
        <translation>{summary}: deadline over {time}</translation>
    </message>
    <message>
        <source>{summary} is due now</source>
        <translation>{summary}: deadline nu</translation>
    </message>
    <message>
        <source>{summary} is due {time}</source>
        <translation>{summary}: deadline {time}</translation>
    </message>
    <message>
        <source>{summary} is no longer due</source>
        <translation>{summary} heeft geen deadline meer</translation>
    </message>
    <message>
        <source>{summary} is on again</source>
        <translation>{summary} gaat weer door</translation>
    </message>
    <message>
        <source>{summary} is overdue</source>
        <translation>{summary} is te laat</translation>
    </message>
    <message>
        <source>{summary} moved</source>
        <translation>{summary} verplaatst</translation>
    </message>
    <message>
        <source>{summary} now</source>
        <translation>{summary} nu</translation>
    </message>
    <message>
        <source>{summary} on {day}</source>
        <translation>{summary} op {day}</translation>
    </message>
    <message>
        <source>{summary} removed</source>
        <translation>{summary} verwijderd</translation>
    </message>
    <message>
        <source>{summary} renamed</source>
        <translation>{summary} hernoemd</translation>
    </message>
    <message>
        <source>{summary} started {time}</source>
        <translation>{summary} begonnen {time}</translation>
    </message>
    <message>
        <source>{summary} started {time} ago</source>
        <translation>{summary} {time} geleden begonnen</translation>
    </message>
    <message>
        <source>{summary} suggested</source>
        <translation>{summary} voorgesteld</translation>
    </message>
    <message>
        <source>{summary} {day}</source>
        <translation>{summary} {day}</translation>
    </message>
    <message>
        <source>{summary}: leave {time} earlier</source>
        <translation>{summary}: {time} eerder vertrekken</translation>
    </message>
    <message>
        <source>{summary}: leave {time} later</source>
        <translation>{summary}: {time} later vertrekken</translation>
    </message>
    <message>
        <source>{summary}: leave {time}, was {before}</source>
        <translation>{summary}: vertrek {time}, was {before}</translation>
    </message>
    <message>
        <source>{summary}: new route</source>
        <translation>{summary}: nieuwe route</translation>
    </message>
    <message>
        <source>{summary}: you are invited</source>
        <translation>{summary}: je bent uitgenodigd</translation>
    </message>
    <message numerus="yes">
        <source>{summary}: {count} change</source>
        <comment>{summary}: {count} changes</comment>
        <translation>
            <numerusform>{summary}: {count} wijziging</numerusform>
            <numerusform>{summary}: {count} wijzigingen</numerusform>
        </translation>
    </message>
    <message>
        <source>{summary}: {person} invites you</source>
        <translation>{summary}: {person} nodigt je uit</translation>
    </message>
    <message>
        <source>{timed}; all-day events: {all_day}</source>
        <translation>{timed}; hele dagen: {all_day}</translation>
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
        <translation>{time} na het begin</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} geleden</translation>
    </message>
    <message>
        <source>{time} and all later ones</source>
        <translation>{time} en alle latere</translation>
    </message>
    <message>
        <source>{time} before</source>
        <translation>{time} ervoor</translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation>{time} eerder</translation>
    </message>
    <message>
        <source>{time} from {place}, was {before}</source>
        <translation>{time} van {place}, was {before}</translation>
    </message>
    <message>
        <source>{time} in {place}</source>
        <translation>{time} in {place}</translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation>{time} later</translation>
    </message>
    <message>
        <source>{time} to change</source>
        <translation>{time} om over te stappen</translation>
    </message>
    <message>
        <source>{time} to spare</source>
        <translation>{time} over</translation>
    </message>
    <message>
        <source>{title} and more until {time}</source>
        <translation>{title} en meer tot {time}</translation>
    </message>
    <message>
        <source>{title} until {time}</source>
        <translation>{title} tot {time}</translation>
    </message>
    <message>
        <source>{title} – imported before</source>
        <translation>{title} – eerder geïmporteerd</translation>
    </message>
    <message>
        <source>{url} cannot be used: a URL for WebSocket begins with wss://, one for BOSH with https://.</source>
        <translation>{url} kan niet worden gebruikt: een URL voor WebSocket begint met wss://, een voor BOSH met https://.</translation>
    </message>
    <message>
        <source>{url} is no proxy. Enter it as http://host:port or socks5://host:port, or none.</source>
        <translation>{url} is geen proxy. Voer hem in als http://host:poort of socks5://host:poort, of none.</translation>
    </message>
    <message>
        <source>{variable} is not used on Windows: its keyring is always there.</source>
        <translation>{variable} wordt op Windows niet gebruikt: de sleutelbos is daar altijd.</translation>
    </message>
    <message>
        <source>{weekday} {date}</source>
        <translation>{weekday} {date}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday} {day} {month} {year}</translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}, {year}</source>
        <translation>{weekday} {day} {month} {year}</translation>
    </message>
    <message>
        <source>{why} The password is asked for at each start.</source>
        <translation>{why} Bij elke start wordt om het wachtwoord gevraagd.</translation>
    </message>
    <message>
        <source>“-”: standard input</source>
        <translation>“-”: standaardinvoer</translation>
    </message>
    <message>
        <source>“-”: standard output</source>
        <translation>“-”: standaarduitvoer</translation>
    </message>
    <message>
        <source>“{calendar}” has moved to another address</source>
        <translation>“{calendar}” is naar een ander adres verhuisd</translation>
    </message>
    <message>
        <source>“{calendar}” is no longer shared with you</source>
        <translation>“{calendar}” wordt niet meer met je gedeeld</translation>
    </message>
    <message>
        <source>“{calendar}” was added to your calendars</source>
        <translation>“{calendar}” is aan je agenda’s toegevoegd</translation>
    </message>
    <message>
        <source>“{calendar}” was emptied</source>
        <translation>“{calendar}” is leeggemaakt</translation>
    </message>
    <message>
        <source>“{calendar}” was removed</source>
        <translation>“{calendar}” is verwijderd</translation>
    </message>
    <message>
        <source>“{command}” (process {pid}) is using this profile. Quit it first, or use --profile.</source>
        <translation>“{command}” (proces {pid}) gebruikt dit profiel. Sluit het eerst af, of gebruik --profile.</translation>
    </message>
    <message>
        <source>“{jid}” is not an XMPP address.</source>
        <translation>“{jid}” is geen XMPP-adres.</translation>
    </message>
    <message>
        <source>“{line}” is not the beginning of an address such as https://meet.example.org/.</source>
        <translation>“{line}” is niet het begin van een adres zoals https://meet.example.org/.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>“{name}” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}” is leeg.</translation>
    </message>
    <message>
        <source>“{name}” is no file that can be attached.</source>
        <translation>“{name}” is geen bestand dat kan worden bijgevoegd.</translation>
    </message>
    <message>
        <source>“{name}” is too large for {service}.</source>
        <translation>“{name}” is te groot voor {service}.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {service} takes files of up to {size}.</source>
        <translation>“{name}” is te groot: {service} neemt bestanden tot {size} aan.</translation>
    </message>
    <message>
        <source>“{name}” was changed while it was sent. Try again.</source>
        <translation>“{name}” is gewijzigd tijdens het verzenden. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>“{name}” is verwijderd.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the certificate of {host} is not trusted.</source>
        <translation>“{name}” is niet verzonden: het certificaat van {host} wordt niet vertrouwd.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the connection to {host} broke. Try again.</source>
        <translation>“{name}” is niet verzonden: de verbinding met {host} is verbroken. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” was not sent: the proxy {proxy} does not lead to {host}.</source>
        <translation>“{name}” is niet verzonden: de proxy {proxy} leidt niet naar {host}.</translation>
    </message>
    <message>
        <source>“{text}” cannot be opened: c42desktop opens xmpp: links to calendars, and calendar files.</source>
        <translation>“{text}” kan niet worden geopend: c42desktop opent xmpp:-links naar agenda’s, en agendabestanden.</translation>
    </message>
    <message>
        <source>“{text}” is a link to a chat, not to a calendar. A chat program opens it.</source>
        <translation>“{text}” is een link naar een chat, niet naar een agenda. Open die met een chatprogramma.</translation>
    </message>
    <message>
        <source>“{text}” is an address on the web, where c42desktop fetches nothing. Save the file first.</source>
        <translation>“{text}” is een adres op het web, waar c42desktop niets ophaalt. Sla het bestand eerst op.</translation>
    </message>
    <message>
        <source>“{text}” is no address of a file.</source>
        <translation>“{text}” is geen bestandsadres.</translation>
    </message>
    <message>
        <source>“{text}” is no address. It looks like vera@example.org</source>
        <translation>“{text}” is geen adres. Het ziet eruit als vera@example.org</translation>
    </message>
    <message>
        <source>“{text}” is no date or time. Write it as 2026-11-22 or 2026-11-22T14:00.</source>
        <translation>“{text}” is geen datum of tijd. Schrijf het als 2026-11-22 of 2026-11-22T14:00.</translation>
    </message>
    <message>
        <source>“{text}” is not a calendar address. It looks like xmpp:pubsub.example.org?;node=team</source>
        <translation>“{text}” is geen adres van een agenda. Dat ziet eruit als xmpp:pubsub.example.org?;node=team</translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address.</source>
        <translation>“{text}” is geen XMPP-adres.</translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address: it has no name before the @.</source>
        <translation>“{text}” is geen XMPP-adres: er staat geen naam voor de @.</translation>
    </message>
    <message>
        <source>“{text}” is on another computer. Copy the file to this one first.</source>
        <translation>“{text}” staat op een andere computer. Kopieer het bestand eerst naar deze.</translation>
    </message>
    <message>
        <source>“{text}” is too long for the address of a calendar.</source>
        <translation>“{text}” is te lang voor het adres van een agenda.</translation>
    </message>
    <message>
        <source>“{text}” names no calendar. Such a link looks like xmpp:pubsub.example.org?;node=team</source>
        <translation>“{text}” noemt geen agenda. Zo’n link ziet eruit als xmpp:pubsub.example.org?;node=team</translation>
    </message>
    <message>
        <source>“{title}” asks for no answer any more.</source>
        <translation>“{title}” vraagt geen antwoord meer.</translation>
    </message>
    <message>
        <source>“{title}” is not in your calendar any more.</source>
        <translation>“{title}” staat niet meer in je agenda.</translation>
    </message>
    <message>
        <source>“{title}” was changed while you changed it</source>
        <translation>“{title}” is gewijzigd terwijl jij het wijzigde</translation>
    </message>
    <message>
        <source>“{title}” was changed while you deleted it</source>
        <translation>“{title}” is gewijzigd terwijl jij het verwijderde</translation>
    </message>
    <message>
        <source>“{title}” was deleted while you changed it</source>
        <translation>“{title}” is verwijderd terwijl jij het wijzigde</translation>
    </message>
    <message>
        <source>“{title}” was not added: {why}.</source>
        <translation>“{title}” is niet toegevoegd: {why}.</translation>
    </message>
    <message>
        <source>“{title}” was not changed: {why}.</source>
        <translation>“{title}” is niet gewijzigd: {why}.</translation>
    </message>
    <message>
        <source>“{title}” was not deleted: {why}.</source>
        <translation>“{title}” is niet verwijderd: {why}.</translation>
    </message>
    <message>
        <source>“{title}”: nobody asks you for an answer.</source>
        <translation>“{title}”: niemand vraagt je om een antwoord.</translation>
    </message>
    <message>
        <source>“{title}”: this calendar takes no such answer.</source>
        <translation>“{title}”: deze agenda neemt zo’n antwoord niet aan.</translation>
    </message>
</context>
</TS>
