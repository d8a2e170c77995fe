#ifndef MOCK_PROJ_WIPE_H
#define MOCK_PROJ_WIPE_H
#include <stddef.h>
void proj_wipe(size_t len, void *ptr, int fill);
#endif
