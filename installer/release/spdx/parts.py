# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a list of parts is made of, whatever installer it is about."""

import dataclasses
import hashlib

UNKNOWN = "NOASSERTION"


@dataclasses.dataclass
class Component:
    """Somebody else's work that is inside, or that has to be there."""

    name: str
    version: str
    licence: str = UNKNOWN
    supplier: str = UNKNOWN
    download: str = UNKNOWN
    sha256: str = ""
    purl: str = ""
    # The texts of licences that SPDX has no name for, by the name that `licence` gives them.
    texts: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Part:
    """A file that is inside, and whose it is; ours, where component is None."""

    name: str
    content: dataclasses.InitVar[bytes]
    component: Component = None

    def __post_init__(self, content):
        self.sha1 = hashlib.sha1(content).hexdigest()
        self.sha256 = hashlib.sha256(content).hexdigest()


class Unexplained(Exception):
    """A file inside, or a package, of which nobody knows where it came from."""
