// PACKAGES: php8.2-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include/php/20220829 -isystem {root}/usr/include/php/20220829/main -isystem {root}/usr/include/php/20220829/Zend -isystem {root}/usr/include/php/20220829/TSRM
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <php.h>
