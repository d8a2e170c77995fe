// Bridges into JNI, Qt and Core Foundation.
// CATEGORY: immutable
#include <cstddef>
#include <cstring>

typedef int jint;
typedef signed char jbyte;
class _jobject {};
typedef _jobject *jobject;
typedef _jobject *jstring;
typedef _jobject *jbyteArray;
struct _JNIEnv {
  jstring NewStringUTF(const char *bytes);
  jbyteArray NewByteArray(jint n);
  void SetByteArrayRegion(jbyteArray a, jint start, jint len, const jbyte *buf);
  const char *GetStringUTFChars(jstring s, unsigned char *isCopy);
  void ReleaseStringUTFChars(jstring s, const char *p);
};
typedef _JNIEnv JNIEnv;
class QString {
public:
  QString();
  QString(const char *s);
  QString(const QString &);
  ~QString();
  static QString fromUtf8(const char *s, long long n = -1);
  static QString number(int n);
};
class QLabel {
public:
  void setText(const QString &s);
};
extern "C" {
int keystore_get(const char *alias, char *out, std::size_t n);
int login(const char *pw);
void OPENSSL_cleanse(void *p, std::size_t n);
}

jstring password(JNIEnv *env, [[secret]] const char *pw) {
  return env->NewStringUTF(pw); // EXPECT: secret-immutable-copy
}

jstring aliasName(JNIEnv *env, const char *alias) { return env->NewStringUTF(alias); }

jbyteArray passwordBytes(JNIEnv *env, [[secret]] const char *pw, jint n) {
  jbyteArray a = env->NewByteArray(n);
  env->SetByteArrayRegion(a, 0, n, reinterpret_cast<const jbyte *>(pw));
  return a;
}

int loginJava(JNIEnv *env, jstring s) {
  [[secret]] const char *pw = env->GetStringUTFChars(s, nullptr);
  int rc = login(pw);
  OPENSSL_cleanse(const_cast<char *>(pw), std::strlen(pw)); // EXPECT: secret-immutable-zeroization
  env->ReleaseStringUTFChars(s, pw);
  return rc;
}

int loginJavaPlain(JNIEnv *env, jstring s) {
  [[secret]] const char *pw = env->GetStringUTFChars(s, nullptr);
  int rc = login(pw);
  env->ReleaseStringUTFChars(s, pw);
  return rc;
}

void showPassword(QLabel &l, [[secret]] const char *pw) {
  l.setText(QString::fromUtf8(pw)); // EXPECT: secret-immutable-copy
}

void showPasswordImplicit(QLabel &l, [[secret]] const char *pw) {
  l.setText(pw); // EXPECT: secret-immutable-copy
}

void showLength(QLabel &l, [[secret]] const char *pw) {
  l.setText(QString::number(static_cast<int>(std::strlen(pw))));
}

void showAlias(QLabel &l, const char *alias) { l.setText(QString::fromUtf8(alias)); }

struct Account {
  QString user;
  [[secret]] QString password; // EXPECT: secret-immutable-copy
};
