// PACKAGES: libsqlite3-dev libmariadb-dev libpq-dev libxml2-dev libgit2-dev
// MODELS: databases.yaml
// FLAGS: -isystem {root}/usr/include -isystem {root}/usr/include/mariadb -isystem /usr/include/postgresql -isystem /usr/include/libxml2
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <sqlite3.h>
#include <mysql.h>
#include <libpq-fe.h>
#include <libxml/tree.h>
#include <libxml/dict.h>
#include <git2.h>
