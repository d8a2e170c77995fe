// PACKAGES:
// MODELS: botan.yaml cryptopp.yaml qt.yaml cpp-libraries.yaml jni.yaml v8.yaml crypto-small.yaml applications.yaml windows.yaml
// FLAGS: -w
// Prototypes that no Debian package has, or that have templates for parameters,
// from the documentation or the source of the libraries.
#include <cstddef>
#include <cstdint>
namespace Botan { struct PKCS8_PrivateKey { void *private_key_bits() const; }; }
namespace CryptoPP {
typedef unsigned char byte;
struct RandomPool { void GenerateBlock(byte *output, std::size_t size); };
struct AutoSeededRandomPool { void GenerateBlock(byte *output, std::size_t size); };
struct AutoSeededX917RNG { void GenerateBlock(byte *output, std::size_t size); };
struct DH { bool Agree(byte *agreedValue, const byte *privateKey, const byte *otherPublicKey, bool validate) const; };
struct DH_Domain { bool Agree(byte *agreedValue, const byte *privateKey, const byte *otherPublicKey, bool validate) const; };
}
struct QChar;
struct QByteArray { QByteArray(const char *data, long long size); };
struct QString {
  QString(const QChar *unicode, long long size);
  static QString fromAscii(const char *str, int size);
};
namespace KWallet { struct Wallet { int readPassword(const QString &key, QString &value); }; }
struct _jstring;
struct _JNIEnv {
  void FatalError(const char *msg);
  void *FindClass(const char *name);
  signed char *GetByteArrayElements(void *array, unsigned char *isCopy);
  unsigned short *GetCharArrayElements(void *array, unsigned char *isCopy);
  void *GetPrimitiveArrayCritical(void *array, unsigned char *isCopy);
  void GetByteArrayRegion(void *array, int start, int len, signed char *buf);
  void GetCharArrayRegion(void *array, int start, int len, unsigned short *buf);
  const unsigned short *GetStringChars(_jstring *str, unsigned char *isCopy);
  const unsigned short *GetStringCritical(_jstring *str, unsigned char *isCopy);
  const char *GetStringUTFChars(_jstring *str, unsigned char *isCopy);
  void GetStringRegion(_jstring *str, int start, int len, unsigned short *buf);
  void GetStringUTFRegion(_jstring *str, int start, int len, char *buf);
  _jstring *NewStringUTF(const char *bytes);
  _jstring *NewString(const unsigned short *unicodeChars, int len);
  int ThrowNew(void *clazz, const char *message);
};
namespace v8 {
struct Isolate;
struct String {
  void WriteV2(Isolate *isolate, std::uint32_t offset, std::uint32_t length, std::uint16_t *buffer, int flags) const;
  void WriteOneByteV2(Isolate *isolate, std::uint32_t offset, std::uint32_t length, std::uint8_t *buffer, int flags) const;
  std::size_t WriteUtf8V2(Isolate *isolate, char *buffer, std::size_t capacity, int flags) const;
};
}
namespace olm { void unset(void volatile *buffer, std::size_t buffer_length); }
namespace td { struct MutableSlice { void fill_zero_secure(); }; }
namespace mongo { void secureZeroMemory(void *ptr, std::size_t size); }
struct _bstr_t { _bstr_t(const char *s); _bstr_t(const wchar_t *s); };
namespace boost { namespace json { struct string { string(const char *s); }; } }
namespace folly {
struct IOBuf { static void *copyBuffer(const void *data, std::size_t size, std::size_t headroom, std::size_t minTailroom); };
struct basic_fbstring { basic_fbstring(const char *s); basic_fbstring &assign(const char *s); basic_fbstring &append(const char *s); };
template <class T, class S> T to(const S &value);
template <class... A> void *sformat(const char *fmt, const A &...args);
}
namespace fmt { template <class... A> void println(const char *fmt, const A &...args); }
namespace rapidjson { struct GenericValue { GenericValue &SetString(const char *s, std::size_t length, void *allocator); }; }
struct CKey { void MakeNewKey(bool fCompressed); void *GetPrivKey() const; };
