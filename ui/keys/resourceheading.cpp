// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/resourceheading.h"

#include "azure/datalocation.h"
#include "common/elidedlabel.h"
#include "common/headingfont.h"
#include "common/icons.h"
#include "common/plaintext.h"
#include "common/secretclipboard.h"
#include "common/translated.h"
#include "common/valuefield.h"
#include "keys/copykey.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qreal nameEnlargement = 1.3;

} // namespace

ResourceHeading::ResourceHeading(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_name(new ElidedLabel(this))
    , m_hostName(new ValueField({}, this))
    , m_copyEndpoint(makeCopyButton())
    , m_place(new ElidedLabel(this))
    , m_id(new ValueField({}, this))
    , m_copyId(makeCopyButton())
{
    m_name->setFont(headingFont(m_name->font(), nameEnlargement));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_name);
    layout->addWidget(makeRow(*m_hostName, *m_copyEndpoint));
    layout->addWidget(m_place);
    layout->addWidget(makeRow(*m_id, *m_copyId));
    connect(m_copyEndpoint, &QToolButton::clicked, this,
            [this] { m_clipboard.copyPlain(endpointAt(m_resource.hostName())); });
    connect(m_copyId, &QToolButton::clicked, this, [this] { m_clipboard.copyPlain(m_resource.id.toString()); });
    translated(this, [this] { showTexts(); });
}

void ResourceHeading::showTexts()
{
    m_hostName->setAccessibleName(tr("Endpoint"));
    m_id->setAccessibleName(tr("Resource id"));
    for (const auto& [button, name] :
         {std::pair(m_copyEndpoint, tr("Copy endpoint")), std::pair(m_copyId, tr("Copy resource id"))}) {
        button->setAccessibleName(name);
        setPlainToolTip(*button, name);
    }
    m_hostName->showValue(m_resource.hostName().isEmpty() ? tr("No endpoint yet") : m_resource.hostName());
}

void ResourceHeading::showResource(const CommunicationService& resource)
{
    m_resource = resource;
    m_name->setFullText(resource.name());
    showTexts();
    m_copyEndpoint->setEnabled(!resource.hostName().isEmpty());
    m_place->setFullText(resource.dataLocation.isEmpty()
                             ? placeOf(resource)
                             : placeOf(resource) + u" · "_s + dataLocationName(resource.dataLocation));
    m_id->showValue(resource.id.toString());
}

QWidget* ResourceHeading::makeRow(ValueField& value, QToolButton& copy)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(&value, 1);
    layout->addWidget(&copy);
    return row;
}

QToolButton* ResourceHeading::makeCopyButton()
{
    auto* button = new QToolButton(this);
    button->setIcon(Icons::line(u"copy"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace CommKeys
