// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing of its own: what counts is the precompiled header that belongs to this library.
