// PACKAGES: qtkeychain-qt5-dev
// MODELS: qt.yaml
// FLAGS: -fPIC -isystem {root}/usr/include -isystem {root}/usr/include/x86_64-linux-gnu/qt5 -isystem {root}/usr/include/x86_64-linux-gnu/qt5/QtCore
#include <qt5keychain/keychain.h>
