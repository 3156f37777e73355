# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes what is inside an installer as SPDX 2.3; see ../sbom."""
