<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  via {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (cancelled)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (until {day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to must be later than --from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>45 min, 16:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5222</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new calendar on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reminder can be snoozed for a year at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it only if the people who run the server say that they changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the weaker way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the weaker way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted – not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessible by wheelchair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Activity, {count} unread</source>
        <comment>Activity, {count} unread</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account: c42desktop account add JID, or start the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, list, change or remove accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of your own meeting services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the start, still remind for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All-day events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow sending the password itself, if the server knows no better way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An XMPP address has no spaces and no special characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An XMPP address looks like ann@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event that repeats cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event with people cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event with reminders cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event without a time cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event without a time zone cannot be written in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item of this kind holds one event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another c42desktop is using this profile. Quit it first, or use --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the calendar store {path} locked. What is missed is read afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for SCRAM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to renew it in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BOSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BOSH needs an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bram is changing things now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar files (*.ics *.ical *.vcs *.xml *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars can be read. Ask its administrator about the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars that tell you when they change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars that tell you when they change. Without a command: the tray application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an account: only what is given changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {jid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes arrive late. The network or the server is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything that is needed, and say what to do: files, desktop, and for each account the way to its server, certificate, signing in, calendar services and clock. No secret is printed. Exit code 1: something does not work. With --json: a list of objects with check, account (empty for this computer), outcome (pass, warning, failure or skipped), text, advice and milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port; the server may be too old for TLS 1.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host, port and URL; or a sign-in page of this network answers instead: open a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check network, firewall and proxy. Where only web pages pass, WebSocket or BOSH may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account&apos;s settings, and the lines above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the account and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the account, the network and its DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the account&apos;s settings, or the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with your certificate and its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click “Add calendar…” to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window minimises it. On GNOME, the extension AppIndicator brings a tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the people who run the server give you. Whoever has this key can read everything of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the proxy in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign in: the account {jid} is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign in: the password for {jid} was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign in: the password of {jid} has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign in: {domain} broke it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign in: {domain} does not take your certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined – not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what is not needed: a full disk keeps changes from being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct (TCP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not sign in unless its administrator tells you this fingerprint: {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a subscription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time such as 18:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time such as 22:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an address that begins with {scheme}://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of a calendar elsewhere, or ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password again in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter times such as 22:00 and 07:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your XMPP address, like ann@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: C42DESKTOP_PROFILE names a folder as --profile does. C42DESKTOP_PASSWORD_FILE names a file with the password in its first line, which only you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events with a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second week on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} weeks on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} weeks on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {count} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who reads this calendar gets these events, and may be told of each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was checked works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exported {count} event to {file}</source>
        <comment>Exported {count} events to {file}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting {done} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of its key (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the certificate (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For events that bring no reminders of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget an account and its calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the file {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the system set its clock by the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide server settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back during do not disturb and full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How such an address begins, one in a line. Usual: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a calendar file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Imported {count} event into {title}</source>
        <comment>Imported {count} events into {title}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {done} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a meeting until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install or unlock a keyring such as GNOME Keyring or KWallet. Until then the password is asked for at each start, or read from the file that {variable} names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes as the file is: what is not in the file any more disappears from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for {names}, was issued by {issuer}, and is valid from {begins} to {ends}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept on this computer only, and can be looked at but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {time} here ({zone}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events disappear from this agenda. The calendar itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events disappear from this computer. The file that they came from stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner removed this calendar. The events known from it disappear from this agenda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep refusing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them to look at, as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept from {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave at {time}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave in {time}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave now: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out what follows the slash; the resource has its place in the server settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the password out of the address of the proxy: it is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {time}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves {time} before you are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links of the common services get a Join button without this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the accounts, with what is not as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the subscribed calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the lines above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for calendars…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe – not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved from {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file with it in {variable}, or use --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file with your certificate and its key with --certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Next {days} day</source>
        <comment>Next {days} days</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account at hand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address was found for {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendar service was found. Enter its address above, or paste a calendar below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars are kept here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars yet. Add one with: c42desktop subscribe URI, or c42desktop import FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification service answers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server was found for {server}. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way to get there was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody said where on the map this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accessible by wheelchair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: it is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: neither the server nor its web pages tell the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: no place with encryption answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: only the window sees the tray. Use Help › Diagnose there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: signing in did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: the server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: there is no password for {jid} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: there is no screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every calendar was fetched in time. The others are fetched at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: the account is set to another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: there is no place to connect to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing planned in the next {days} day.</source>
        <comment>Nothing planned in the next {days} days.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. What changes in your calendars is listed here for 90 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are paused until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are paused until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications wait: do not disturb is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications wait: something fills the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {time} – showing what was known then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · next try in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online over {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only contacts of the owner of this calendar may see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {number} lines are listed: ask for fewer days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window to see what changed, or use another notification service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or paste the address of a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others can read the password file {name}. Run: chmod 600 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly accessible by wheelchair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for {jid}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the file with your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal calendar of {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a line for each change, as it is pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a calendar file as one item of a calendar on a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published {item}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing {done} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading calendars…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: {done} events so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: {done} of {total} events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder missed: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove its calendars from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed by its owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {jid} and its calendars from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {jid} from this computer. Its calendars stay, as they were last known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted {item}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “c42desktop account add {jid}”, name a file with it in {variable}, or use --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save without signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an event to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several calendars are called that. Name one by its address: {uris}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my contacts that I am busy during events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the events of a calendar file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them the title as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is on: the next 30 days, or another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {place} on a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to an account that is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in less safely?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the XMPP address your organisation gave you. The password goes into your system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, fetch the calendars, and keep the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out of an account; it stays here, with its calendars as last known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {jid} over TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Signed in as {jid}: {count} calendar.</source>
        <comment>Signed in as {jid}: {count} calendars.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out – as last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out, and left out here: {accounts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out: {accounts}. Sign in again with: c42desktop account enable {jid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some time within these hours; you are free until it is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers in place of {domain}: a sign-in page of this network, or a wrong address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input cannot be read as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a notification service. Until then changes are told by the tray, or in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the window in a desktop session. The commands work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the window: it sets the file aside and reads everything anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting a private XMPP server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the demo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} events were sent to {title}, and stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribe to a calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed to {title}. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Subscribed to {title}: {count} event.</source>
        <comment>Subscribed to {title}: {count} events.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested by the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an item of a calendar back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the server&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is already over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BOSH service of {domain} cannot reach the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BOSH service of {domain} does not understand this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BOSH service of {domain} found that this program asked too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BOSH service of {domain} has a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BOSH service of {domain} sends this program to where it may not go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file {file} holds no certificate that can be read. It must be a PEM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DNS names {places}, but no address of {lost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is not a calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account itself names the server: {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a calendar looks like xmpp:calendars.example.org?;node=team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a proxy is its name and port: proxy.example.org:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar holds no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar holds notes or busy times, but no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store was damaged and has been set aside as {name}. Everything is being read from the server again; what changed meanwhile is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store was damaged, and a new one has taken its place. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store {path} cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store {path} is damaged. Start the program once: it reads everything anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store {path} is write-protected. Change that; what is missed is read then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar store {path} was damaged several times. The disk may be failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar text is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock agrees with that of {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is {seconds} s {words} that of {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {domain} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged calendar store {path} cannot be set aside: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is over, and nothing of it is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is running. Quit it from its tray icon, or with Ctrl-C here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo needs Prosody, a small XMPP server, and it is not installed. Get it with “sudo apt install prosody” (Debian, Ubuntu), “sudo dnf install prosody” (Fedora) or “brew install prosody” (macOS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo server did not start: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has a tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of this event cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be used to sign in. It must be a PEM file with your certificate and its key, and the password must be the one of that key, if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The free space of {path} is not known: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {server} is not the one you trusted: somebody may be in between, or it has a new one. Ask its administrator before you trust another. Your password was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not give back what it was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked or does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network may be slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organiser asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner has not shared this calendar with your group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of this calendar ended your access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of this calendar has not let you in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password comes from the file that {variable} names; the keyring is not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file {name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password for {jid} has a character in it that passwords on XMPP cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is not kept: {why} Give it again with {variable} or --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password itself is sent, inside TLS (PLAIN): the server offers only {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the proxy cannot be kept: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {folder} cannot be found: there is no such home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is about to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy {proxy} lets nothing through to {domain}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy {proxy} refused the user or the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not prove that it is {domain}: somebody may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know {domain}. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s key is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved to {path}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {why}. Mend the file or move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has notifications of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of this event cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token for {jid} has a character in it that no token can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token for {jid} was refused or has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trusted key must be a SHA-256: 64 digits from 0 to 9 and A to F.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable TZ names a zone that this computer does not know: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way is being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way leads through {proxies}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server of {domain} does not get through to its XMPP server right now (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no calendars here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several accounts ({names}). Choose one with --account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a control character in this, and XMPP cannot carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Add one with: c42desktop account add JID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account {jid} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no calendar {text} here. “c42desktop calendars” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event {text} in {calendar}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item {item} in this calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password for the proxy {proxy} in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password for {jid} in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no proxy on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here, so the demo runs in this terminal. Ctrl-C ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here, so there is no window and no tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here. Use a command instead: c42desktop watch, c42desktop agenda, c42desktop --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for the calendar store {path}. Make some; what is missed is read then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such calendar at {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such event, or no such calendar, at {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Use --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {path} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it that could be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in {folder} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They see “in a meeting until 15:00”. Usual: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON is too large to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML has a DTD or entities, which are not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML is too large to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar has moved to {uri}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar has moved. Read more at {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar is by invitation only. Ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar was deleted by its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not say in which time zone it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a password in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be checked ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray. Closing the window minimises it; Ctrl+Q quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop opens no such addresses: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be read, so it cannot be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event does not say in which time zone its time is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no start time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is too large to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event names no meeting to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds more than {limit} events. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a calendar: it begins with &lt;{element}&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no events that repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds more than {limit} events. Only the first {limit} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds {count} events, of which only the first {limit} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation does not say who is invited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a collection of calendars. Add those that you want: {calendars}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mistake of this program. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a post, not an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not XML, or not in a known character encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not calendar text: BEGIN:VCALENDAR is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not calendar text: it does not begin with BEGIN:VCALENDAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not well-formed XML: see line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is somebody who is invited to an event, not an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own calendar. It can be hidden, not left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is too damaged to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of event has no place in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network wants you to sign in first, at a web page, as in hotels. Open a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot write this kind of event: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program does not know this kind of event: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reminder is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service offers no calendars you can see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to leave was {time} ago: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown in UTC. Set the time zone in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To-do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To-do, done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token (X-OAUTH2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train or bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the new key only if the people who run the server tell you this fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this server?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted authorities (CA file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it stays so, ask whoever runs what does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a demo server on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it: a private server, three calendars, and a colleague who keeps changing them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsubscribed from {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until 5 minutes before it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until 5 minutes before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until I resume them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until that is mended, the usual value counts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: none. What happens meanwhile is told in one notification afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: on, where the desktop tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: {defaults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: {time}. Older ones come together in one notification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the owner to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the owner to let you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Watching {count} calendar.</source>
        <comment>Watching {count} calendars.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Web pages of {domain} come through, but its XMPP server does not answer: this network may let nothing else through, and {domain} offers no way over the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was given as the password is not one line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you may write to it, its server does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} change</source>
        <comment>While notifications were paused: {count} changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While notifications were paused: {count} reminder missed</source>
        <comment>While notifications were paused: {count} reminders missed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} change</source>
        <comment>While you were away: {count} changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were away: {count} reminder missed</source>
        <comment>While you were away: {count} reminders missed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it no account is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a calendar, or one event of it, as an .ics file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for how long or until when: 45 min, 2 h, 16:30, tomorrow 9:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are free during this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are invited to {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not subscribed to this calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not subscribed to {uri}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline. A calendar can be left once you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline. Calendars can be added once you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline. The file can be imported once you are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no access to this calendar. Ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write to this calendar. Ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said maybe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer whoever invites you directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}, so answer {name} directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer to “{title}” was not taken: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PEM file with your own certificate and key, for --proof certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date or time; default: today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of seconds from 0.05 to 3600</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time, or a date: up to the end of that day; default: 30 days later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an .ics, .xml or .json file instead of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and {count} other</source>
        <comment>and {count} others</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ann@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrives {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away for longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendars cannot be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>car</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect to this server instead of asking DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect without TLS, to a server on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: the one that DNS names, else 5222</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: “-”, standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>departs {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>departs {time} from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events cannot be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fourth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day} on: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had no title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has to be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how to connect: {ways}; default: automatic, which tries them in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://[USER@]HOST:PORT, socks5://[USER@]HOST:PORT or none; default: the system’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it wants one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the terminal, even where there is a screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in your calendar now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins with “{begin}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not list subscriptions, so those of other programs stay unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it expired on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the calendar any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid before {date}, by the clock of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid yet, by the clock of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is self-signed, so nobody else vouches for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps no events: a change is seen only while one is online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it said nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was issued by {issuer}, whom this computer does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its address or title, as “calendars” prints them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key or its signature is too weak to be safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep its calendars as they are, to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep settings, calendars and logs there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the change without signing in first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps you busy now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave {place} at {time}, {shifted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave {time}, {shifted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves you free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of addresses such as [&quot;https://meet.example.org/&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of days and times such as [&quot;1d 18:00&quot;, &quot;0d 09:00&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of durations such as [&quot;10m&quot;, &quot;1h&quot;, &quot;1d&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be two times such as &quot;22:00-07:00&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new organiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new route: {legs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new way to take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no destination, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer an invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message reaches {jid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no organiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no way to get there was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no way to take part from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waits for your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody whom this computer knows issued it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now a time block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now a to-do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now a trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cannot publish events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cannot subscribe, so changes are not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of those that vouch for it has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy.example.org:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish its events in this calendar on a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the password from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the password itself, inside TLS, if the server knows no better way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in with what the server offers now, though it offered something better before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s XMPP address: name@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the item&apos;s id, as “agenda --json” prints it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the item&apos;s id; default: the event&apos;s UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then it ended: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are none in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this calendar takes no answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this calendar takes no such answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this event only, by its UID or its item&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time between two changes, from 0.05 to 3600; default: {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train or bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trust the authorities in this PEM file only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trust the server’s key with this SHA-256 fingerprint and no other; empty: forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted by its key, as you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted by your CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is in a calendar cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to call the calendar that is made of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to sign in with: {proofs}; default: password. A token is given as the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when to leave is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where, for WebSocket (wss://…) and BOSH (https://…); default: what the domain says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which account, where there are several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xmpp:SERVICE?;node=NODE, in quotes: a shell ends a command at “;”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are not invited to it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you can change it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you can only read it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not change this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you said maybe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accounts}: offline since {time} – showing what was known then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer}, your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: the import fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: the import fails since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: the import works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chosen} is used. Offered are {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} change</source>
        <comment>{count} changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} change in {calendar}</source>
        <comment>{count} changes in {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} could not be read and was left out</source>
        <comment>{count} could not be read and were left out</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} day</source>
        <comment>{count} days</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} event</source>
        <comment>{count} events</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event added in {calendar}</source>
        <comment>{count} events added in {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event cancelled in {calendar}</source>
        <comment>{count} events cancelled in {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event changed in {calendar}</source>
        <comment>{count} events changed in {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event moved in {calendar}</source>
        <comment>{count} events moved in {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} event removed from {calendar}</source>
        <comment>{count} events removed from {calendar}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} hour</source>
        <comment>{count} hours</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} in {calendar}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} left</source>
        <comment>{count} left</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} minute</source>
        <comment>{count} minutes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more</source>
        <comment>{count} more</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} new change</source>
        <comment>{count} new changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} other</source>
        <comment>{count} others</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} person</source>
        <comment>{count} people</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} problem: {names}</source>
        <comment>{count} problems: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder</source>
        <comment>{count} reminders</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} reminder missed</source>
        <comment>{count} reminders missed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} repeating event could not be worked out: {names}.</source>
        <comment>{count} repeating events could not be worked out: {names}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unread</source>
        <comment>{count} unread</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} warning: {names}</source>
        <comment>{count} warnings: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} was not taken: {name} – {why}</source>
        <comment>{count} were not, such as {name} – {why}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{date} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} asked for an unsafe way to sign in. The password was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} asks to connect to another address. Enter it in the server settings: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} asks to connect to another host. Enter that host in the server settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} asks to go on without encryption. Nothing was sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} cannot check passwords right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not accept your certificate. Check the certificate file, or ask its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not let anyone sign in right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not offer an encrypted connection. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not say where it offers {way}. Enter the URL in the server settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} does not take what this account signs in with ({mechanism}), only {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} ended the session because of its rules of use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} ended the session: {jid} may not sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} has no calendar service. Ask its administrator, or add one by its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} is being shut down or restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} is reached at {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} knows only encryption that is no longer safe. Your password was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} names no address for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} names no service for calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} now offers only a weaker way to sign in than before. Somebody may be in between. If its administrator changed this, accept it in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} opens no session right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} sent more at once than this program can take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} sent something that no XMPP server may send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} wants a certificate of yours. Ask its administrator for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} wants another way to sign in than this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{domain} wants the password itself (PLAIN), and the account does not allow that. Ask its administrator for SCRAM, or allow it in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} on day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} on the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} on the {place} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} no longer {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be found: there is no such home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than {size} MB. That is more than a calendar takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a folder. Name another one with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} port {port} ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{issuer} has revoked it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} disappears from this program, and its password from your keyring. Nothing changes on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} is signed in at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} signed in from another copy of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} signed in, over {via}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jid} · signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} other</source>
        <comment>{names} and {count} others</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names}, issued by {issuer}, {how}; it expires in {count} day.</source>
        <comment>{names}, issued by {issuer}, {how}; it expires in {count} days.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} invites you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a calendar: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} keeps passwords and gives them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} shows notifications, and clicks on them work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} shows notifications, but they cannot be clicked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: This file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now}, was until {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now}, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin} to {destination}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{path} has {count} account.</source>
        <comment>{path} has {count} accounts.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is sound ({size}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer version of c42desktop. Install that version again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by an older version of c42desktop. Start the program once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: colour of {jid} must be one of {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: each [[account]] needs a jid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: pin of {jid} must be 32 hexadecimal pairs with colons between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the port of {jid} must be a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {name} in [{section}] {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be a text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be one of {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {name} of {jid} must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} accepted {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} answered: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} declined {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} instead of {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} may come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} may come to {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} added this {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} cancelled this {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} changed this {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} invites you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} invites you to {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} removed this {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} shares “{calendar}” with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answers and speaks XMPP ({tls}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answers, but its certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answers, but no encrypted connection comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answers, but not as an XMPP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} offers no encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} If the people who run the server confirm the SHA-256 fingerprint of its key, trust it with: {pin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Its SHA-256 fingerprint is {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Next try in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} To accept it: c42desktop account edit, with --accept-weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} departs earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} departs {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} departs {time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} departs {time} from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} departs {time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} is on time again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} is on time again: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} is on time again: {time} from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} now departs {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ride} now departs {time} from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} answers within {milliseconds} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} cannot be reached. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} could not set up an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} did not answer within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} does not answer. Check the network, or the server settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} is there, but nothing answers at port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} says that it has no XMPP service. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} allows you no more calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} cannot be reached right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} has a problem right now. It is asked again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} has all that calendars need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} is no calendar service, or cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} is no calendar service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} is there, with limits: {lacking}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} refused: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} wants to be paid for this calendar: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} was not found. Check its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are free in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} added as a time block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} added as a to-do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} arrives {time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} arrives {time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is due at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is due in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is due {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is no longer due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} is overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} started {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} started {time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}: leave {time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}: leave {time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}: leave {time}, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}: new route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{summary}: you are invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{summary}: {count} change</source>
        <comment>{summary}: {count} changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{summary}: {person} invites you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{timed}; all-day events: {all_day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} AM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} PM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} after the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} and all later ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} from {place}, was {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} and more until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – imported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} cannot be used: a URL for WebSocket begins with wss://, one for BOSH with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is no proxy. Enter it as http://host:port or socks5://host:port, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{variable} is not used on Windows: its keyring is always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday}, {month} {day}, {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The password is asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{calendar}” has moved to another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{calendar}” is no longer shared with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{calendar}” was added to your calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{calendar}” was emptied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{calendar}” was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{command}” (process {pid}) is using this profile. Quit it first, or use --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{jid}” is not an XMPP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{line}” is not the beginning of an address such as https://meet.example.org/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date or time. Write it as 2026-11-22 or 2026-11-22T14:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a calendar address. It looks like xmpp:pubsub.example.org?;node=team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an XMPP address: it has no name before the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” asks for no answer any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is not in your calendar any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”: nobody asks you for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”: this calendar takes no such answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
