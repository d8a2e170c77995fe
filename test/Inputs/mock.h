// What the tests need of a C library and of a program with secrets, so that no
// test depends on the system's headers.
#ifndef SECRET_TIDY_TEST_MOCK_H
#define SECRET_TIDY_TEST_MOCK_H

#define SECRET __attribute__((annotate("secret")))
#ifdef __cplusplus
#define NULL nullptr
extern "C" {
#else
#define NULL ((void *)0)
#endif

typedef __SIZE_TYPE__ size_t;

void *memset(void *, int, size_t);
void *memcpy(void *, const void *, size_t);
size_t strlen(const char *);
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void free(void *);
void exit(int) __attribute__((noreturn));
void explicit_bzero(void *, size_t);

/// Secrets come from here, whatever it returns.
int fill(SECRET void *key);
/// An unknown function that reads.
int use(const void *data);
int check(void);

#ifdef __cplusplus
}
#endif

#endif // SECRET_TIDY_TEST_MOCK_H
