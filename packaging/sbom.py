"""The bill of materials of each artifact, in CycloneDX beside it, and the checksums of all of them.

    python packaging/sbom.py [FILE...]    without any: all in dist/

Each part has its version, its licence, and the hash of the file it came in; libraries of the system those of their
files. What is written was checked against the schema of CycloneDX.
"""

from __future__ import annotations

import argparse
import os
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from inside_parts import Inside
from packageurl import PackageURL
from parts import BUNDLE, ROOT, Part, contents, parts, sha256

SCHEMA = SchemaVersion.V1_6
LICENCES = LicenseFactory()
KINDS = ("*.deb", "*.tar.gz", "*.exe", "*.dmg", "*.flatpak")


def bill(artifact: Path, listed: Iterable[Part], bundle: Path = BUNDLE) -> str:
    """The bill of materials of one artifact, as JSON. Raises SystemExit where it would be none by the schema."""
    digest = sha256(artifact)
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_OID, digest))
    bom.metadata.timestamp = _moment()
    program = _program(artifact, digest)
    bom.metadata.component = program
    made = [_component(part, bundle) for part in listed if part.name != "c42desktop"]
    bom.components.update(made)
    bom.register_dependency(program, made)
    text = make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=2)
    if error := JsonStrictValidator(SCHEMA).validate_str(text):
        raise SystemExit(f"The bill of materials of {artifact.name} does not keep to the schema of CycloneDX: {error}")
    return text + "\n"


def _moment() -> datetime:
    """Now, or when it is said to have been built, so that it can be built again."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC).replace(microsecond=0)


def _program(artifact: Path, digest: str) -> Component:
    found = re.search(r'^__version__ = "(.+)"', (ROOT / "c42desktop/__init__.py").read_text(encoding="utf-8"), re.M)
    version = found[1] if found else "0"
    return Component(
        type=ComponentType.APPLICATION,
        name="c42desktop",
        version=version,
        bom_ref=f"c42desktop@{version}",
        purl=PackageURL("generic", None, "c42desktop", version, {"file_name": artifact.name}),
        licenses=[LICENCES.make_from_string("MIT")],
        hashes=_hashes(digest),
        properties=[Property(name="c42desktop:artifact", value=artifact.name)],
    )


def _component(part: Part, bundle: Path) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        name=part.name,
        version=part.version,
        bom_ref=part.purl,
        purl=PackageURL.from_string(part.purl),
        licenses=[LICENCES.make_from_string(part.licence or "see its copyright file")],
        hashes=_hashes(part.digest),
        components=[
            *(_file(part, place, bundle) for place in part.files),
            *(_inside(part, each) for each in part.inside),
        ],
        properties=[Property(name="c42desktop:source", value=part.source)] if part.source else [],
    )


def _file(part: Part, place: str, bundle: Path) -> Component:
    """A file of the bundle. What was left out of it after all is listed without a hash."""
    found = next((file for file in (bundle / "_internal" / place, bundle / place) if file.is_file()), None)
    return Component(
        type=ComponentType.FILE,
        name=place,
        bom_ref=f"{part.purl}#{place}",
        hashes=_hashes(sha256(found)) if found else [],
    )


def _inside(part: Part, each: Inside) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        name=each.name,
        version=each.version or None,
        bom_ref=f"{part.purl}#{each.purl}",
        purl=PackageURL.from_string(each.purl),
        licenses=[LICENCES.make_from_string(each.licence)] if each.licence else [],
    )


def _hashes(digest: str) -> list[HashType]:
    return [HashType(alg=HashAlgorithm.SHA_256, content=digest)] if digest else []


def checksums(files: Iterable[Path]) -> str:
    """As sha256sum writes and reads them."""
    return "".join(f"{sha256(file)}  {file.name}\n" for file in sorted(files))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("artifacts", nargs="*", type=Path)
    artifacts = parser.parse_args().artifacts or [file for kind in KINDS for file in sorted(BUNDLE.parent.glob(kind))]
    if not artifacts:
        print("There is no artifact in dist/ that a bill of materials could be written of.")
        return
    listed = parts(contents())
    written = []
    for artifact in artifacts:
        place = artifact.with_name(f"{artifact.name}.cdx.json")
        place.write_text(bill(artifact, listed), encoding="utf-8")
        written.append(place)
    folder = artifacts[0].parent
    (folder / "SHA256SUMS").write_text(checksums([*artifacts, *written]), encoding="utf-8")
    print(f"{folder.name}/SHA256SUMS: {len(artifacts)} artifacts, each with a bill of {len(listed)} materials.")


if __name__ == "__main__":
    main()
