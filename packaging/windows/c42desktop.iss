; The installer for Windows: for one person, without an administrator. Needs dist\c42desktop and Inno Setup 6.
;
;     iscc /DVersion=0.1.0 packaging\windows\c42desktop.iss
;
; With /DSign it is signed, uninstaller included, by the sign tool that Inno Setup knows by the name "c42desktop":
;     iscc /DVersion=0.1.0 /DSign "/Sc42desktop=signtool.exe sign /fd sha256 /tr SERVER /td sha256 $f" ...

#ifndef Version
  #error Say which version this is: iscc /DVersion=0.1.0 packaging\windows\c42desktop.iss
#endif

[Setup]
; Stays the same for ever: by it an installation is found again, to be updated or removed.
AppId={{B5B0A4D2-5E0B-4C0F-9C2E-6D0A1E7C42DE}
AppName=c42desktop
AppVersion={#Version}
VersionInfoVersion={#Version}
AppPublisher=The c42desktop authors
LicenseFile=..\..\LICENSE
PrivilegesRequired=lowest
DefaultDirName={autopf}\c42desktop
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=c42desktop-{#Version}-windows-x86_64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
UninstallDisplayIcon={app}\c42desktop.exe
ChangesAssociations=yes
; A running program is asked to end before its files are replaced, as it is by Windows before a restart.
CloseApplications=yes
RestartApplications=no
#ifdef Sign
SignTool=c42desktop
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.Autostart=Start when I sign in, without a window
nl.Autostart=Starten wanneer ik me aanmeld, zonder venster
de.Autostart=Beim Anmelden starten, ohne Fenster
en.Link=XMPP link
nl.Link=XMPP-link
de.Link=XMPP-Link
en.CalendarFile=Calendar file
nl.CalendarFile=Agendabestand
de.CalendarFile=Kalenderdatei
en.About=Calendars that tell you when they change
nl.About=Agenda’s die vertellen wat er verandert
de.About=Kalender, die sagen, was sich ändert

[Tasks]
Name: "autostart"; Description: "{cm:Autostart}"; Flags: unchecked

[InstallDelete]
; What an older version brought along and this one does not.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licenses"

[Files]
Source: "..\..\dist\c42desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\c42desktop"; Filename: "{app}\c42desktop.exe"

[Registry]
; The same entry as the program's own switch, which then shows it as on. Goes with the program, whoever made it.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "c42desktop"; ValueData: """{app}\c42desktop.exe"" --hidden"; Tasks: autostart
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "c42desktop"; Flags: dontcreatekey uninsdeletevalue

; Offered under "Open with" for links and files, and in the settings; nobody's choice is changed.
Root: HKCU; Subkey: "Software\Classes\c42desktop.link"; ValueType: string; ValueData: "{cm:Link}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\c42desktop.link"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\c42desktop.link\DefaultIcon"; ValueType: string; ValueData: "{app}\c42desktop.exe,0"
Root: HKCU; Subkey: "Software\Classes\c42desktop.link\shell\open\command"; ValueType: string; ValueData: """{app}\c42desktop.exe"" open ""%1"""
Root: HKCU; Subkey: "Software\Classes\c42desktop.file"; ValueType: string; ValueData: "{cm:CalendarFile}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\c42desktop.file\DefaultIcon"; ValueType: string; ValueData: "{app}\c42desktop.exe,0"
Root: HKCU; Subkey: "Software\Classes\c42desktop.file\shell\open\command"; ValueType: string; ValueData: """{app}\c42desktop.exe"" open ""%1"""
Root: HKCU; Subkey: "Software\Classes\.ics\OpenWithProgids"; ValueType: string; ValueName: "c42desktop.file"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\c42desktop"; Flags: uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\c42desktop\Capabilities"; ValueType: string; ValueName: "ApplicationName"; ValueData: "c42desktop"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\c42desktop\Capabilities"; ValueType: string; ValueName: "ApplicationDescription"; ValueData: "{cm:About}"
Root: HKCU; Subkey: "Software\c42desktop\Capabilities\UrlAssociations"; ValueType: string; ValueName: "xmpp"; ValueData: "c42desktop.link"
Root: HKCU; Subkey: "Software\c42desktop\Capabilities\FileAssociations"; ValueType: string; ValueName: ".ics"; ValueData: "c42desktop.file"
Root: HKCU; Subkey: "Software\RegisteredApplications"; ValueType: string; ValueName: "c42desktop"; ValueData: "Software\c42desktop\Capabilities"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\c42desktop.exe"; Description: "{cm:LaunchProgram,c42desktop}"; Flags: nowait postinstall skipifsilent

; Settings, calendars and passwords stay when the program is removed: "c42desktop account remove --purge" erases those of an
; account.
