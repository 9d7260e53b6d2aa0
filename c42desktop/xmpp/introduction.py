"""What we tell those who ask us: who we are and what we understand (XEP-0030, XEP-0092, XEP-0115, XEP-0199). Pure.

Whatever else anybody asks is answered with an error: a request is never left without an answer (RFC 6120 §8.2.3).
"""

from __future__ import annotations

import base64
import hashlib
import xml.etree.ElementTree as ET

from c42desktop import __version__

CAPS_NODE = "https://github.com/calendar42/c42desktop"
PERSONAL_NODES = ("urn:xmpp:calendar-events:0", "urn:xmpp:events:0")  # a person's own agenda, now and before 2025
_CAPS_NS = "http://jabber.org/protocol/caps"
_INFO_NS = "http://jabber.org/protocol/disco#info"
_VERSION_NS = "jabber:iq:version"
_PING_NS = "urn:xmpp:ping"
_STANZAS_NS = "urn:ietf:params:xml:ns:xmpp-stanzas"

_NAME = "c42desktop"
_CATEGORY, _TYPE = "client", "pc"
# "+notify": servers send us the personal agendas of those who share their presence with us (XEP-0163 §4.1).
_FEATURES = tuple(
    sorted([_CAPS_NS, _INFO_NS, _VERSION_NS, _PING_NS, *PERSONAL_NODES, *(f"{node}+notify" for node in PERSONAL_NODES)])
)


def is_own_calendar(node: str) -> bool:
    """Whether a node of an account is one more calendar of its owner, beside the personal agenda (XEP-0471 §4)."""
    return node.startswith(tuple(f"{each}/" for each in PERSONAL_NODES))


def capabilities() -> ET.Element:
    """What presence carries, so that others need to ask only once for all who run this version (XEP-0115)."""
    return ET.Element(f"{{{_CAPS_NS}}}c", hash="sha-1", node=CAPS_NODE, ver=verification())


def verification() -> str:
    """The digest of what we tell about us (XEP-0115 §5.1)."""
    told = "".join(f"{part}<" for part in (f"{_CATEGORY}/{_TYPE}//{_NAME}", *_FEATURES))
    return base64.b64encode(hashlib.sha1(told.encode()).digest()).decode()  # noqa: S324  # as the protocol has it


def answer_to(request: ET.Element) -> ET.Element:
    """The answer to an IQ get or set."""
    answer = ET.Element("{jabber:client}iq", type="result", id=request.get("id", ""))
    if request.get("from"):
        answer.set("to", request.get("from", ""))
    query = next(iter(request), ET.Element("nothing")) if request.get("type") == "get" else ET.Element("nothing")
    node = query.get("node", "")
    match query.tag:
        case tag if tag == f"{{{_INFO_NS}}}query" and node in ("", f"{CAPS_NODE}#{verification()}"):
            answer.append(_information(node))
        case tag if tag == f"{{{_INFO_NS}}}query":
            _refuse(answer, "item-not-found")
        case tag if tag == f"{{{_VERSION_NS}}}query":
            answer.append(_version())
        case tag if tag != f"{{{_PING_NS}}}ping":  # what a ping asks for is an answer with nothing in it
            _refuse(answer, "service-unavailable")
    return answer


def _information(node: str) -> ET.Element:
    query = ET.Element(f"{{{_INFO_NS}}}query", {"node": node} if node else {})
    ET.SubElement(query, f"{{{_INFO_NS}}}identity", category=_CATEGORY, type=_TYPE, name=_NAME)
    for feature in _FEATURES:
        ET.SubElement(query, f"{{{_INFO_NS}}}feature", var=feature)
    return query


def _version() -> ET.Element:
    query = ET.Element(f"{{{_VERSION_NS}}}query")
    ET.SubElement(query, f"{{{_VERSION_NS}}}name").text = _NAME
    ET.SubElement(query, f"{{{_VERSION_NS}}}version").text = __version__
    return query


def _refuse(answer: ET.Element, condition: str) -> None:
    answer.set("type", "error")
    error = ET.SubElement(answer, "{jabber:client}error", type="cancel")
    ET.SubElement(error, f"{{{_STANZAS_NS}}}{condition}")
