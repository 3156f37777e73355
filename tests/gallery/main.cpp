// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Renders every scene in one language, one theme and one scale to PNG, and writes a page that shows all there are.

#include "common/icons.h"
#include "core/version.h"
#include "gallery/scene.h"
#include "mainwindow/translations.h"
#include "theme/palettes.h"
#include "theme/visiblefocusstyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QStyle>
#include <QTextStream>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// The smallest screen that CommKeys has to fit on.
constexpr QSize screenPoints(1024, 640);
constexpr int settlingTime = 100; ///< ms
constexpr int settlingRounds = 50;

/// Notes whether anything is still being laid out. A time alone does not tell: on a busy computer it is over before a
/// layout has followed what it shows, and a scroll bar its area.
class LayoutWatch final : public QObject
{
public:
    LayoutWatch() { qApp->installEventFilter(this); }

    void waitForRest()
    {
        for (int round = 0; round < settlingRounds; ++round) {
            m_isMoving = false;
            QTest::qWait(settlingTime);
            if (!m_isMoving) {
                return;
            }
        }
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::LayoutRequest:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
            m_isMoving = true;
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isMoving = false;
};

// Qt's off-screen platform has a screen of 800 by 800 unless it reads of another.
QString screenFile(const QDir& folder, int scale)
{
    const QString name = folder.filePath(u"screen-%1x.json"_s.arg(scale));
    QFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(u"{\"screens\":[{\"name\":\"gallery\",\"x\":0,\"y\":0,\"width\":%1,\"height\":%2,"
                   "\"logicalDpi\":96,\"logicalBaseDpi\":96,\"dpr\":1}]}"_s.arg(screenPoints.width() * scale)
                       .arg(screenPoints.height() * scale)
                       .toUtf8());
    }
    return name;
}

bool render(const Scene& scene, const QDir& folder)
{
    WindowWorld world;
    world.store->name = u"Secret Service"_s;
    world.window->resize(screenPoints.boundedTo(world.window->screen()->availableSize()));
    world.window->activateWindow();
    QWidget* shown = scene.play(world);
    if (shown == nullptr) {
        QTextStream(stderr) << "the scene was not reached: " << scene.name << Qt::endl;
        return false;
    }
    shown->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(shown));
    LayoutWatch().waitForRest();
    return shown->grab().save(folder.filePath(scene.name + u".png"_s));
}

void writeIndex(const QDir& folder)
{
    const QStringList variants = folder.entryList({u"*-*x"_s}, QDir::Dirs, QDir::Name);
    QFile file(folder.filePath(u"index.html"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    QTextStream page(&file);
    page << "<!DOCTYPE html><meta charset=\"utf-8\"><title>CommKeys: gallery</title>\n"
            "<style>body{font-family:sans-serif;background:#ccc}div{display:flex;flex-wrap:wrap;gap:12px}"
            "figure{margin:0}img{max-width:640px;border:1px solid #888}</style>\n<h1>CommKeys: every screen</h1>\n";
    for (const Scene& scene : scenes()) {
        page << "<h2 id=\"" << scene.name << "\">" << scene.title.toHtmlEscaped() << "</h2>\n<div>\n";
        for (const QString& variant : variants) {
            const QString picture = variant + u'/' + scene.name + u".png"_s;
            if (folder.exists(picture)) {
                page << "<figure><a href=\"" << picture << "\"><img loading=\"lazy\" src=\"" << picture
                     << "\" alt=\"\"></a><figcaption>" << variant << "</figcaption></figure>\n";
            }
        }
        page << "</div>\n";
    }
}

int runGallery(const QCommandLineParser& line)
{
    QDir folder(line.positionalArguments().value(0, u"."_s));
    const bool isDark = line.value(u"theme"_s) == u"dark"_s;
    const QPalette palette = paletteFor(isDark ? ColourScheme::Dark : ColourScheme::Light);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    const QString variant =
        u"%1-%2-%3x"_s.arg(line.value(u"language"_s), line.value(u"theme"_s)).arg(qApp->devicePixelRatio());
    if (!folder.mkpath(variant)) {
        return 1;
    }
    const QDir pictures(folder.filePath(variant));
    bool isComplete = true;
    for (const Scene& scene : scenes()) {
        if (line.value(u"only"_s).isEmpty() || scene.name.contains(line.value(u"only"_s))) {
            isComplete = render(scene, pictures) && isComplete;
        }
    }
    writeIndex(folder);
    return isComplete ? 0 : 1;
}

} // namespace

} // namespace CommKeys

int main(int argc, char** argv)
{
    using namespace CommKeys;
    // The same pictures on every computer, as far as its fonts are the same.
    qputenv("TZ", "UTC");
    QCommandLineParser line;
    line.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    line.addOptions({
        {u"language"_s, u"en or zh_CN"_s, u"language"_s, u"en"_s},
        {u"theme"_s, u"light or dark"_s, u"theme"_s, u"light"_s},
        {u"scale"_s, u"1 or 2"_s, u"scale"_s, u"1"_s},
        {u"only"_s, u"scenes with this in their name"_s, u"text"_s},
    });
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (!line.parse(arguments)) {
        QTextStream(stderr) << line.errorText() << Qt::endl;
        return 2;
    }
    // Both have to be known before there is an application.
    const int scale = line.value(u"scale"_s).toInt();
    const QString screen = screenFile(QDir(line.positionalArguments().value(0, u"."_s)), scale);
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.toLocal8Bit());
    QLocale::setDefault(QLocale(line.value(u"language"_s)));
    QApplication application(argc, argv);
    QFile::remove(screen);
    QCoreApplication::setApplicationName(applicationName);
    QApplication::setStyle(new VisibleFocusStyle);
    QApplication::setCursorFlashTime(0);
    QApplication::setWindowIcon(Icons::application());
    Translations translations;
    translations.speak(line.value(u"language"_s));
    return runGallery(line);
}
