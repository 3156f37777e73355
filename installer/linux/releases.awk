# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Turns CHANGELOG.md into the releases of AppStream's metainfo. `version` and `date` are those of what is not released
# yet; a release is headed "## 1.2.3 - 2026-12-31".

function escaped(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    while (match(text, /`[^`]*`/))
        text = substr(text, 1, RSTART - 1) "<code>" substr(text, RSTART + 1, RLENGTH - 2) "</code>" \
               substr(text, RSTART + RLENGTH)
    return text
}

function end_item() {
    if (item != "")
        print "          <li>" escaped(item) "</li>"
    item = ""
}

function end_list() {
    end_item()
    if (in_list)
        print "        </ul>"
    in_list = 0
}

function end_release() {
    end_list()
    if (in_release)
        print "      </description>\n    </release>"
    in_release = 0
}

function begin_release(number, day, kind) {
    end_release()
    printf "    <release version=\"%s\" date=\"%s\" type=\"%s\">\n      <description>\n", number, day, kind
    in_release = 1
}

/^## Unreleased/ { begin_release(version, date, "development"); next }
/^## / { begin_release($2, $4, "stable"); next }
!in_release { next }
/^### / { end_list(); print "        <p>" escaped(substr($0, 5)) "</p>"; next }
/^- / {
    end_item()
    if (!in_list)
        print "        <ul>"
    in_list = 1
    item = substr($0, 3)
    next
}
/^  +[^ ]/ && item != "" { sub(/^ +/, ""); item = item " " $0; next }

END { end_release() }
