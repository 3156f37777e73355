# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What SPDX 2.3 asks of a document, as far as ours go: the required and the known properties of its JSON schema, the values
that it allows, and of the specification that ids are unique and relations end somewhere."""

import re

DOCUMENT = {
    "required": {"SPDXID", "creationInfo", "dataLicense", "name", "spdxVersion", "documentNamespace"},
    "known": {"packages", "files", "relationships", "hasExtractedLicensingInfos"},
}
PACKAGE = {
    "required": {"SPDXID", "downloadLocation", "name"},
    "known": {"checksums", "copyrightText", "externalRefs", "filesAnalyzed", "homepage", "licenseConcluded",
              "licenseDeclared", "packageFileName", "packageVerificationCode", "primaryPackagePurpose", "supplier",
              "versionInfo"},
}
FILE = {"required": {"SPDXID", "checksums", "fileName"}, "known": {"copyrightText", "licenseConcluded"}}
RELATION = {"required": {"spdxElementId", "relatedSpdxElement", "relationshipType"}, "known": set()}
EXTRACTED = {"required": {"licenseId", "extractedText"}, "known": set()}

PURPOSES = {"INSTALL", "LIBRARY"}
RELATIONS = {"DESCRIBES", "CONTAINS", "DEPENDS_ON", "GENERATED_FROM"}
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")
ID = re.compile(r"SPDXRef-[a-zA-Z0-9.-]+")
ACTOR = re.compile(r"(Person|Organization): .+|NOASSERTION")
DIGITS = {"SHA1": 40, "SHA256": 64}
# A name of SPDX's list has a capital or a number in it; whether it is on the list, an SPDX tool would know.
LICENCE = re.compile(r"LicenseRef-[A-Za-z0-9.-]+|[A-Z0-9][A-Za-z0-9.-]*")


def properties(what, rules, place):
    for name in rules["required"] - what.keys():
        yield f"{place} has no {name}"
    for name in what.keys() - rules["required"] - rules["known"]:
        yield f"{place} has a {name}"


def licences(expression, place, extracted):
    if expression == "NOASSERTION":
        return
    for position, word in enumerate(re.findall(r"[^\s()]+", expression)):
        if position % 2 and word not in {"AND", "OR", "WITH"}:
            yield f"{place}: {word} is no operator in {expression}"
        elif not position % 2 and not LICENCE.fullmatch(word):
            yield f"{place}: {word} is no licence"
        elif word.startswith("LicenseRef-") and word not in extracted:
            yield f"{place}: {word} has no text"


def checksums(what, place):
    for one in what.get("checksums", []):
        if not re.fullmatch(rf"[0-9a-f]{{{DIGITS[one['algorithm']]}}}", one["checksumValue"]):
            yield f"{place}: {one} is no checksum"


def package(what, extracted):
    place = f"package {what.get('name')}"
    yield from properties(what, PACKAGE, place)
    yield from checksums(what, place)
    yield from licences(what["licenseDeclared"], place, extracted)
    if what["primaryPackagePurpose"] not in PURPOSES or not ACTOR.fullmatch(what["supplier"]):
        yield f"{place} has a value that is not allowed"
    if what["filesAnalyzed"] != ("packageVerificationCode" in what):
        yield f"{place}: files that were looked at have a code, and others have not"
    for one in what.get("externalRefs", []):
        if one.keys() != {"referenceCategory", "referenceType", "referenceLocator"} or " " in one["referenceLocator"]:
            yield f"{place}: {one} is no reference"


def file(what):
    place = f"file {what.get('fileName')}"
    yield from properties(what, FILE, place)
    yield from checksums(what, place)
    if "SHA1" not in {one["algorithm"] for one in what["checksums"]} or not what["fileName"].startswith("./"):
        yield f"{place} is to have a SHA-1, and a name that begins with ./"


def ids(document):
    everything = [document] + document["packages"] + document["files"]
    seen = [one["SPDXID"] for one in everything]
    if len(set(seen)) != len(seen) or not all(ID.fullmatch(one) for one in seen):
        yield "an id is there twice, or none"
    for one in document["relationships"]:
        yield from properties(one, RELATION, f"relation {one}")
        if not {one["spdxElementId"], one["relatedSpdxElement"]} <= set(seen) or one["relationshipType"] not in RELATIONS:
            yield f"relation {one} leads nowhere"


def violations(document):
    extracted = {one["licenseId"] for one in document.get("hasExtractedLicensingInfos", [])}
    found = list(properties(document, DOCUMENT, "the document"))
    if (document["spdxVersion"], document["dataLicense"]) != ("SPDX-2.3", "CC0-1.0"):
        found.append("this is no SPDX 2.3")
    if not DATE.fullmatch(document["creationInfo"]["created"]) or not document["creationInfo"]["creators"]:
        found.append("who made it when?")
    if "#" in document["documentNamespace"] or not document["documentNamespace"].startswith("https://"):
        found.append("the namespace is no address without a fragment")
    for one in document["packages"]:
        found.extend(package(one, extracted))
    for one in document["files"]:
        found.extend(file(one))
    for one in document.get("hasExtractedLicensingInfos", []):
        found.extend(properties(one, EXTRACTED, "extracted licence"))
    return found + list(ids(document))
