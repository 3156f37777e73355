# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Puts parts together to a document. The same parts give the same bytes."""

import datetime
import hashlib
import json
import re

from .parts import UNKNOWN

INSTALLER = "SPDXRef-Installer"


def spdx_id(kind, name):
    """An id that two names never share: SPDX allows letters, digits, dots and dashes."""
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-")
    return f"SPDXRef-{kind}-{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def verification_code(parts):
    """As section 7.9 of SPDX 2.3 has it: the SHA-1 of the files' SHA-1, sorted."""
    return hashlib.sha1("".join(sorted(part.sha1 for part in parts)).encode()).hexdigest()


def installer_package(project, installer, parts):
    return {
        "SPDXID": INSTALLER,
        "name": project["name"],
        "versionInfo": project["version"],
        "packageFileName": installer.name,
        "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(installer.read_bytes()).hexdigest()}],
        "downloadLocation": f"{project['homepage']}/releases/download/v{project['version']}/{installer.name}",
        "homepage": project["homepage"],
        "supplier": f"Organization: {project['publisher']}",
        "licenseConcluded": UNKNOWN,
        "licenseDeclared": "GPL-3.0-or-later",
        "copyrightText": f"2026 {project['publisher']}",
        "primaryPackagePurpose": "INSTALL",
        "filesAnalyzed": True,
        "packageVerificationCode": {"packageVerificationCodeValue": verification_code(parts)},
    }


def component_package(component):
    package = {
        "SPDXID": spdx_id("Component", component.name),
        "name": component.name,
        "versionInfo": component.version,
        "downloadLocation": component.download,
        "supplier": component.supplier,
        "licenseConcluded": UNKNOWN,
        "licenseDeclared": component.licence,
        "copyrightText": UNKNOWN,
        "primaryPackagePurpose": "LIBRARY",
        "filesAnalyzed": False,
    }
    if component.sha256:
        package["checksums"] = [{"algorithm": "SHA256", "checksumValue": component.sha256}]
    if component.purl:
        package["externalRefs"] = [
            {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": component.purl}
        ]
    return package


def file_entry(part):
    return {
        "SPDXID": spdx_id("File", part.name),
        "fileName": f"./{part.name}",
        "checksums": [
            {"algorithm": "SHA1", "checksumValue": part.sha1},
            {"algorithm": "SHA256", "checksumValue": part.sha256},
        ],
        "licenseConcluded": UNKNOWN,
        "copyrightText": UNKNOWN,
    }


def relation(subject, kind, target):
    return {"spdxElementId": subject, "relationshipType": kind, "relatedSpdxElement": target}


def relations(parts, inside, needed):
    yield relation("SPDXRef-DOCUMENT", "DESCRIBES", INSTALLER)
    for component in inside:
        yield relation(INSTALLER, "CONTAINS", spdx_id("Component", component.name))
    for component in needed:
        yield relation(INSTALLER, "DEPENDS_ON", spdx_id("Component", component.name))
    for part in parts:
        yield relation(INSTALLER, "CONTAINS", spdx_id("File", part.name))
        if part.component:
            yield relation(spdx_id("File", part.name), "GENERATED_FROM", spdx_id("Component", part.component.name))


def build(project, installer, parts, needed, epoch):
    """`needed` are the components that are not inside and have to be there. Returns the document's text."""
    parts = sorted(parts, key=lambda part: part.name)
    inside = sorted({part.component.name: part.component for part in parts if part.component}.values(),
                    key=lambda component: component.name)
    needed = sorted(needed, key=lambda component: component.name)
    texts = {name: text for component in inside + needed for name, text in component.texts.items()}
    document = {
        "spdxVersion": "SPDX-2.3",
        "SPDXID": "SPDXRef-DOCUMENT",
        "dataLicense": "CC0-1.0",
        "name": installer.name,
        "creationInfo": {
            "created": datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": [f"Organization: {project['publisher']}", f"Tool: {project['name']}-sbom-{project['version']}"],
        },
        "packages": [installer_package(project, installer, parts)] + [component_package(one) for one in inside + needed],
        "files": [file_entry(part) for part in parts],
        "relationships": list(relations(parts, inside, needed)),
    }
    if texts:
        document["hasExtractedLicensingInfos"] = [
            {"licenseId": name, "extractedText": texts[name]} for name in sorted(texts)
        ]
    # What is inside decides on the name, so that two different documents never share one.
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    document["documentNamespace"] = f"{project['homepage']}/spdx/{installer.name}-{digest}"
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
