// A JNI bridge in C: strings and byte arrays of Java.
// CATEGORY: application
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef signed char jbyte;
typedef int jint;
typedef unsigned char jboolean;
struct obj;
typedef struct obj *jobject;
typedef jobject jstring;
typedef jobject jbyteArray;
struct JNINativeInterface_;
typedef const struct JNINativeInterface_ *JNIEnv;
struct JNINativeInterface_ {
  jstring (*NewStringUTF)(JNIEnv *, const char *);
  const char *(*GetStringUTFChars)(JNIEnv *, jstring, jboolean *);
  void (*ReleaseStringUTFChars)(JNIEnv *, jstring, const char *);
  void (*SetByteArrayRegion)(JNIEnv *, jbyteArray, jint, jint, const jbyte *);
};

void explicit_bzero(void *p, size_t n);
int vault_open([[secret]] const char *pass);
int vault_secret(int id, [[secret]] char *out, size_t n);

jint unlock(JNIEnv *env, jstring text) {
  [[secret]] const char *pass = (*env)->GetStringUTFChars(env, text, NULL);
  int rc = vault_open(pass);
  (*env)->ReleaseStringUTFChars(env, text, pass);
  return rc;
}

jint length(JNIEnv *env, jstring text) {
  const char *name = (*env)->GetStringUTFChars(env, text, NULL);
  jint n = (jint)strlen(name);
  (*env)->ReleaseStringUTFChars(env, text, name);
  return n;
}

jint copy_out(JNIEnv *env, jstring text, [[secret]] char *out, size_t cap) {
  const char *pass = (*env)->GetStringUTFChars(env, text, NULL);
  strncpy(out, pass, cap - 1);
  out[cap - 1] = 0;
  (*env)->ReleaseStringUTFChars(env, text, pass);
  return 0;
}

jint secret_local(int id) {
  [[secret]] char buf[64]; // EXPECT: secret-missing-zeroization
  if (vault_secret(id, buf, sizeof buf) != 0)
    return -1;
  return buf[0] == 'x';
}
