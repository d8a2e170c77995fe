// In C the functions of JNI are fields of a table.
// RUN: %expect %s -- -std=gnu2x
#include <string.h>

typedef void *jstring;
typedef void *jbyteArray;
typedef const struct JNINativeInterface_ *JNIEnv;
struct JNINativeInterface_ {
  void *reserved;
  jstring (*NewStringUTF)(JNIEnv *, const char *);
  const char *(*GetStringUTFChars)(JNIEnv *, jstring, unsigned char *);
  void (*ReleaseStringUTFChars)(JNIEnv *, jstring, const char *);
  signed char *(*GetByteArrayElements)(JNIEnv *, jbyteArray, unsigned char *);
};
void use(const void *);

void text(JNIEnv *env, jstring s) {
  [[secret]] const char *k = (*env)->GetStringUTFChars(env, s, 0);
  use(k);
  explicit_bzero((char *)k, strlen(k)); // EXPECT: secret-immutable-zeroization
  (*env)->ReleaseStringUTFChars(env, s, k);
}
// Twin: the elements of an array may be changed.
void array(JNIEnv *env, jbyteArray a) {
  [[secret]] signed char *k = (*env)->GetByteArrayElements(env, a, 0);
  use(k);
  explicit_bzero(k, 16);
}
// Twin: no secret.
void public_text(JNIEnv *env, jstring s) {
  char *name = (char *)(*env)->GetStringUTFChars(env, s, 0);
  memset(name, 0, strlen(name));
}
jstring give(JNIEnv *env, [[secret]] const char *k) {
  return (*env)->NewStringUTF(env, k); // EXPECT: secret-immutable-copy
}
// A table that no model speaks of.
struct table {
  const char *(*get)(void *);
};
void other_table(const struct table *t, void *from) {
  [[secret]] char *k = (char *)t->get(from);
  use(k);
  explicit_bzero(k, strlen(k));
}
