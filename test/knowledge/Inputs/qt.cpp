// PACKAGES: qtbase5-dev
// MODELS: qt.yaml
// FLAGS: -fPIC -isystem {root}/usr/include/x86_64-linux-gnu/qt5
#include <QtCore/QString>
#include <QtCore/QByteArray>
#include <QtCore/QVariant>
#include <QtCore/QJsonValue>
#include <QtCore/QSettings>
#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QDebug>
#include <QtCore/QCryptographicHash>
#include <QtCore/QStringView>
#include <QtGui/QClipboard>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QInputDialog>
