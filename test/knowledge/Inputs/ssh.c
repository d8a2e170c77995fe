// PACKAGES: libssh-dev libssh2-1-dev
// MODELS: ssh.yaml
// FLAGS: -isystem {root}/usr/include
#include <libssh/libssh.h>
#include <libssh2.h>
