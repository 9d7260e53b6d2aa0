"""What Ann's calendars say in Dutch, for the pictures in that language; everything that is not here stays English."""

from __future__ import annotations

from c42desktop.i18n import gettext, spoken

DUTCH = {
    "8 min later": "8 min later",
    "All hands": "Hele team",
    "Breakfast with the board": "Ontbijt met het bestuur",
    "bram@club.example: offline since 13:12 – showing what was known then": (
        "bram@club.example: offline sinds 13:12 – je ziet wat toen bekend was"
    ),
    "Bring the two candidate flows. We decide which one goes into the freeze.\n\nhttps://example.org/flows": (
        "Neem de twee ontwerpen mee. We besluiten welk van de twee in de release gaat.\n\nhttps://example.org/flows"
    ),
    "Budget 2027": "Begroting 2027",
    "Bus home": "Bus naar huis",
    "Buy a lamp": "Lamp kopen",
    "Call the dentist": "Tandarts bellen",
    "Call with Vera": "Bellen met Vera",
    "Call with Vera in 10 minutes – 14:00 – 14:45 · Video call": (
        "Bellen met Vera over 10 minuten – 14:00 – 14:45 · Videogesprek"
    ),
    "Changed": "Gewijzigd",
    "Deep work": "Diep werk",
    "Dentist": "Tandarts",
    "Dentist, reminder by post": "Tandarts, herinnering per post",
    "Design day": "Ontwerpdag",
    "Design review": "Review ontwerp",
    "Dinner with Sam": "Eten met Sam",
    "Drinks": "Borrel",
    "Drive to the airport": "Rit naar het vliegveld",
    "Easter Monday": "Tweede paasdag",
    "Facilities": "Gebouwbeheer",
    "Focus week": "Focusweek",
    "Good Friday": "Goede Vrijdag",
    "Hall": "Hal",
    "Home": "Thuis",
    "In a meeting until 15:00": "In vergadering tot 15:00",
    "King’s Day": "Koningsdag",
    "Lunch Thu 12:30 1h @Canteen #product with bram@example.org": (
        "Lunch do 12:30 1 uur @Kantine #product met bram@example.org"
    ),
    "Lunch with the people from Utrecht who visit us for the first time": (
        "Lunch met de mensen uit Utrecht die voor het eerst op bezoek komen"
    ),
    "Meeting rooms": "Vergaderkamers",
    "Mon 30 Nov 10:00 – 11:00": "ma 30 nov. 10:00 – 11:00",
    "Moved from 14:00": "Verzet van 14:00",
    "New": "Nieuw",
    "New Year’s Day": "Nieuwjaarsdag",
    "Offline since 13:12 – showing what was known then": ("Offline sinds 13:12 – je ziet wat toen bekend was"),
    "Offline · next try in 40 s": "Offline · volgende poging over 40 s",
    "Office, Croeselaan 18": "Kantoor, Croeselaan 18",
    "On call": "Piketdienst",
    "Pay the rent": "Huur betalen",
    "Planning": "Planning",
    "Product team": "Productteam",
    "Public holidays": "Feestdagen",
    "Read the book Vera lent": "Boek van Vera lezen",
    "Release": "Release",
    "Release freeze": "Releasestop",
    "Release review": "Releaseoverleg",
    "Releases and reviews": "Releases en reviews",
    "Renew the passport": "Paspoort verlengen",
    "Retrospective": "Retrospectief",
    "Review of the year": "Review van het jaar",
    "Room 12": "Kamer 12",
    "Room 3": "Kamer 3",
    "Room 4": "Kamer 4",
    "Room 4, Lloydstraat 138, Rotterdam": "Kamer 4, Lloydstraat 138, Rotterdam",
    "Round the lake": "Rondje plas",
    "Send the report": "Verslag versturen",
    "Stand-up": "Stand-up",
    "Team plan": "Teamplan",
    "The Netherlands, 2026 and 2027": "Nederland, 2026 en 2027",
    "The certificate of example.org was not issued by an authority this computer trusts.": (
        "Het certificaat van example.org is niet uitgegeven door een instantie die deze computer vertrouwt."
    ),
    "The server refused this password for ann@example.org.": (
        "De server weigerde dit wachtwoord voor ann@example.org."
    ),
    "Thursday 13:00 – 14:00": "Donderdag 13:00 – 14:00",
    "To Vera and the board.": "Aan Vera en het bestuur.",
    "Today 15:00 – 16:00": "Vandaag 15:00 – 16:00",
    "Tomorrow 09:30 – 09:45": "Morgen 09:30 – 09:45",
    "Train to Utrecht": "Trein naar Utrecht",
    "Travel": "Reizen",
    "Video call": "Videogesprek",
    "Water the plants": "Planten water geven",
    "Wednesday": "Woensdag",
    "What the product team does this quarter, and who is away.": (
        "Wat het productteam dit kwartaal doet, en wie er weg is."
    ),
    "Who has which room, Rotterdam and Utrecht": "Wie welke kamer heeft, Rotterdam en Utrecht",
    "We try what people understand at first sight.": "We proberen wat mensen meteen begrijpen.",
    "Could you bring last year's figures?": "Neem je de cijfers van vorig jaar mee?",
    "Workshop on calendars": "Workshop over agenda’s",
}


def said(text: str) -> str:
    """A text of the data, or of the program, in the language of the pictures."""
    return DUTCH[text] if spoken() == "nl" and text in DUTCH else gettext(text) if text else ""
