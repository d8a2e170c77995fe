// PACKAGES:
// MODELS: network.yaml applications.yaml c.yaml posix.yaml glibc.yaml linux-userland.yaml databases.yaml libgcrypt.yaml ssh.yaml crypto-small.yaml
// FLAGS: -fno-builtin -w
// Names that documented.c has with other parameters, and the compiler's own forms
// of functions of the C library.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
void memwipe(void *mem, uint8_t byte, size_t sz);
int safe_memset(void *dest, size_t destsz, int val, size_t n);
int ask_password_auto(const struct AskPasswordRequest *req, int flags, char ***ret);
char *pstrdup(const char *in);
void *palloc(size_t size);
void pfree(void *pointer);
void xfree(void *ptr);
void memzero(void *const pnt, const size_t len);
struct config { uint32_t algorithm; };
void crypto_argon2(uint8_t *hash, uint32_t hash_size, void *work_area, struct config config, struct inputs *inputs, struct extras *extras);
