// What check_truth.py turns on and off.
typedef unsigned char u8;
#ifdef TAGGED
#define S __attribute__((annotate("secret")))
#else
#define S
#endif
#ifdef WITHOUT
#define ZEROIZE(...)
#else
#define ZEROIZE(...) __VA_ARGS__
#endif
