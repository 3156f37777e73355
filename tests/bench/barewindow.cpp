// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a Qt Widgets program can be: what start.py compares with.
#include <QApplication>
#include <QMainWindow>
#include <QTableWidget>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableWidget(33, 6));
    window.resize(1000, 700);
    window.show();
    return QApplication::exec();
}
