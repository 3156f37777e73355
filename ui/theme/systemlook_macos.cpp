// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/systemlook.h"

// Three functions of the Objective-C runtime, as objc/runtime.h and objc/message.h declare them: with them one call
// needs no Objective-C, and compiles where there is no macOS SDK.
extern "C" {
struct objc_object;
struct objc_selector;
objc_object* objc_getClass(const char* name);
objc_selector* sel_registerName(const char* name);
void objc_msgSend();
}

namespace CommKeys {

namespace {

using Object = objc_object*;

template <typename... Arguments>
Object send(Object receiver, const char* selector, Arguments... arguments)
{
    using Message = Object (*)(Object, objc_selector*, Arguments...);
    return reinterpret_cast<Message>(&objc_msgSend)(receiver, sel_registerName(selector), arguments...);
}

// Null: that of the system.
Object appearanceFor(Theme theme)
{
    if (theme == Theme::System) {
        return nullptr;
    }
    const char* name = theme == Theme::Dark ? "NSAppearanceNameDarkAqua" : "NSAppearanceNameAqua";
    Object text = send(objc_getClass("NSString"), "stringWithUTF8String:", name);
    return send(objc_getClass("NSAppearance"), "appearanceNamed:", text);
}

/// Qt's style and palette on macOS follow the appearance of the application by themselves.
class AppearanceLook final : public SystemLook
{
public:
    [[nodiscard]] std::optional<ColourScheme> scheme() const override { return {}; }

    [[nodiscard]] bool impose(Theme theme) override
    {
        send(send(objc_getClass("NSApplication"), "sharedApplication"), "setAppearance:", appearanceFor(theme));
        return true;
    }
};

} // namespace

std::unique_ptr<SystemLook> makeSystemLook()
{
    return std::make_unique<AppearanceLook>();
}

} // namespace CommKeys
