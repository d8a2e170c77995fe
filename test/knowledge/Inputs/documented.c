// PACKAGES:
// MODELS: windows.yaml apple.yaml nss.yaml openssl.yaml wolfssl.yaml interpreters.yaml crypto-small.yaml c.yaml posix.yaml glibc.yaml bsd.yaml libgcrypt.yaml gnutls.yaml ssh.yaml network.yaml linux-userland.yaml amazon.yaml linux.yaml databases.yaml libsodium.yaml applications.yaml glib.yaml lua.yaml mbedtls.yaml node.yaml
// FLAGS: -fno-builtin -w
// Prototypes that no Debian package has, from the documentation or the source of
// the libraries, with the names that parameters have there.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#define WIPES(Name) void Name(void *ptr, size_t len);
#define FREES(Name) void Name(void *ptr);

// --------------------------------------------------------------------- Windows
typedef void *HANDLE;
typedef unsigned long DWORD;
typedef unsigned short WORD, WCHAR;
typedef int BOOL;
typedef unsigned char BYTE;
WIPES(SecureZeroMemory) WIPES(RtlSecureZeroMemory) WIPES(SecureZeroMemory2) WIPES(RtlSecureZeroMemory2)
WIPES(ZeroVolatileMemory) WIPES(RtlZeroVolatileMemory) WIPES(ZeroMemory) WIPES(RtlZeroMemory)
void FillMemory(void *Destination, size_t Length, unsigned char Fill);
void RtlFillMemory(void *Destination, size_t Length, int Fill);
void FillVolatileMemory(volatile void *Destination, size_t Length, unsigned char Fill);
void RtlFillVolatileMemory(volatile void *Destination, size_t Length, int Fill);
BOOL CryptProtectMemory(void *pDataIn, DWORD cbDataIn, DWORD dwFlags);
BOOL CryptUnprotectMemory(void *pDataIn, DWORD cbDataIn, DWORD dwFlags);
void *HeapAlloc(HANDLE hHeap, DWORD dwFlags, size_t dwBytes);
BOOL HeapFree(HANDLE hHeap, DWORD dwFlags, void *lpMem);
void *LocalAlloc(unsigned uFlags, size_t uBytes);
HANDLE LocalFree(HANDLE hMem);
HANDLE GlobalFree(HANDLE hMem);
FREES(CoTaskMemFree) FREES(CredFree)
int _getch(void);
WORD _getwch(void);
int _getche(void);
WORD _getwche(void);
BOOL ReadConsoleA(HANDLE hConsoleInput, void *lpBuffer, DWORD nNumberOfCharsToRead, DWORD *lpNumberOfCharsRead, struct Control *pInputControl);
BOOL ReadConsoleW(HANDLE hConsoleInput, void *lpBuffer, DWORD nNumberOfCharsToRead, DWORD *lpNumberOfCharsRead, struct Control *pInputControl);
DWORD CredUIPromptForCredentialsA(struct Info *pUiInfo, const char *pszTargetName, struct Handle *pContext, DWORD dwAuthError, char *pszUserName, unsigned long ulUserNameBufferSize, char *pszPassword, unsigned long ulPasswordBufferSize, BOOL *save, DWORD dwFlags);
DWORD CredUIPromptForCredentialsW(struct Info *pUiInfo, const WCHAR *pszTargetName, struct Handle *pContext, DWORD dwAuthError, WCHAR *pszUserName, unsigned long ulUserNameBufferSize, WCHAR *pszPassword, unsigned long ulPasswordBufferSize, BOOL *save, DWORD dwFlags);
DWORD CredUICmdLinePromptForCredentialsA(const char *pszTargetName, struct Handle *pContext, DWORD dwAuthError, char *UserName, unsigned long ulUserBufferSize, char *pszPassword, unsigned long ulPasswordBufferSize, BOOL *pfSave, DWORD dwFlags);
DWORD CredUICmdLinePromptForCredentialsW(const WCHAR *pszTargetName, struct Handle *pContext, DWORD dwAuthError, WCHAR *UserName, unsigned long ulUserBufferSize, WCHAR *pszPassword, unsigned long ulPasswordBufferSize, BOOL *pfSave, DWORD dwFlags);
DWORD CredUIPromptForWindowsCredentialsA(struct Info *pUiInfo, DWORD dwAuthError, unsigned long *pulAuthPackage, const void *pvInAuthBuffer, unsigned long ulInAuthBufferSize, void **ppvOutAuthBuffer, unsigned long *pulOutAuthBufferSize, BOOL *pfSave, DWORD dwFlags);
DWORD CredUIPromptForWindowsCredentialsW(struct Info *pUiInfo, DWORD dwAuthError, unsigned long *pulAuthPackage, const void *pvInAuthBuffer, unsigned long ulInAuthBufferSize, void **ppvOutAuthBuffer, unsigned long *pulOutAuthBufferSize, BOOL *pfSave, DWORD dwFlags);
BOOL CredUnPackAuthenticationBufferA(DWORD dwFlags, const void *pAuthBuffer, DWORD cbAuthBuffer, char *pszUserName, DWORD *pcchlMaxUserName, char *pszDomainName, DWORD *pcchMaxDomainName, char *pszPassword, DWORD *pcchMaxPassword);
BOOL CredUnPackAuthenticationBufferW(DWORD dwFlags, const void *pAuthBuffer, DWORD cbAuthBuffer, WCHAR *pszUserName, DWORD *pcchlMaxUserName, WCHAR *pszDomainName, DWORD *pcchMaxDomainName, WCHAR *pszPassword, DWORD *pcchMaxPassword);
BOOL CredReadA(const char *TargetName, DWORD Type, DWORD Flags, struct Credential **Credential);
BOOL CredReadW(const WCHAR *TargetName, DWORD Type, DWORD Flags, struct Credential **Credential);
BOOL CredEnumerateA(const char *Filter, DWORD Flags, DWORD *Count, struct Credential ***Credential);
BOOL CredEnumerateW(const WCHAR *Filter, DWORD Flags, DWORD *Count, struct Credential ***Credential);
long LsaRetrievePrivateData(HANDLE PolicyHandle, struct LsaString *KeyName, struct LsaString **PrivateData);
unsigned GetDlgItemTextA(HANDLE hDlg, int nIDDlgItem, char *lpString, int cchMax);
unsigned GetDlgItemTextW(HANDLE hDlg, int nIDDlgItem, WCHAR *lpString, int cchMax);
int GetWindowTextA(HANDLE hWnd, char *lpString, int nMaxCount);
int GetWindowTextW(HANDLE hWnd, WCHAR *lpString, int nMaxCount);
BOOL CryptUnprotectData(struct Blob *pDataIn, WCHAR **ppszDataDescr, struct Blob *pOptionalEntropy, void *pvReserved, struct Prompt *pPromptStruct, DWORD dwFlags, struct Blob *pDataOut);
long NCryptExportKey(uintptr_t hKey, uintptr_t hExportKey, const WCHAR *pszBlobType, struct Buffers *pParameterList, BYTE *pbOutput, DWORD cbOutput, DWORD *pcbResult, DWORD dwFlags);
long BCryptExportKey(HANDLE hKey, HANDLE hExportKey, const WCHAR *pszBlobType, BYTE *pbOutput, unsigned long cbOutput, unsigned long *pcbResult, unsigned long dwFlags);
long BCryptDeriveKey(HANDLE hSharedSecret, const WCHAR *pwszKDF, struct Buffers *pParameterList, BYTE *pbDerivedKey, unsigned long cbDerivedKey, unsigned long *pcbResult, unsigned long dwFlags);
long BCryptKeyDerivation(HANDLE hKey, struct Buffers *pParameterList, BYTE *pbDerivedKey, unsigned long cbDerivedKey, unsigned long *pcbResult, unsigned long dwFlags);
long BCryptDeriveKeyPBKDF2(HANDLE hPrf, const BYTE *pbPassword, unsigned long cbPassword, const BYTE *pbSalt, unsigned long cbSalt, unsigned long long cIterations, BYTE *pbDerivedKey, unsigned long cbDerivedKey, unsigned long dwFlags);
BOOL CryptExportKey(uintptr_t hKey, uintptr_t hExpKey, DWORD dwBlobType, DWORD dwFlags, BYTE *pbData, DWORD *pdwDataLen);
long BCryptGenRandom(HANDLE hAlgorithm, BYTE *pbBuffer, unsigned long cbBuffer, unsigned long dwFlags);
BOOL CryptGenRandom(uintptr_t hProv, DWORD dwLen, BYTE *pbBuffer);
WORD GlobalAddAtomA(const char *lpString);
WORD GlobalAddAtomW(const WCHAR *lpString);
WORD AddAtomA(const char *lpString);
WORD AddAtomW(const WCHAR *lpString);
long RegSetValueExA(HANDLE hKey, const char *lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData, DWORD cbData);
long RegSetValueExW(HANDLE hKey, const WCHAR *lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData, DWORD cbData);
BOOL SetWindowTextA(HANDLE hWnd, const char *lpString);
BOOL SetWindowTextW(HANDLE hWnd, const WCHAR *lpString);
HANDLE SetClipboardData(unsigned uFormat, HANDLE hMem);
WCHAR *SysAllocString(const WCHAR *psz);
WCHAR *SysAllocStringLen(const WCHAR *strIn, unsigned ui);
WCHAR *SysAllocStringByteLen(const char *psz, unsigned len);
long WindowsCreateString(const WCHAR *sourceString, unsigned length, HANDLE *string);
int MultiByteToWideChar(unsigned CodePage, DWORD dwFlags, const char *lpMultiByteStr, int cbMultiByte, WCHAR *lpWideCharStr, int cchWideChar);
int WideCharToMultiByte(unsigned CodePage, DWORD dwFlags, const WCHAR *lpWideCharStr, int cchWideChar, char *lpMultiByteStr, int cbMultiByte, const char *lpDefaultChar, BOOL *lpUsedDefaultChar);
int _putenv_s(const char *varname, const char *value_string);
int _wputenv_s(const WCHAR *varname, const WCHAR *value_string);
BOOL SetEnvironmentVariableA(const char *lpName, const char *lpValue);
BOOL SetEnvironmentVariableW(const WCHAR *lpName, const WCHAR *lpValue);
BOOL CreateProcessA(const char *lpApplicationName, char *lpCommandLine, struct Attributes *lpProcessAttributes, struct Attributes *lpThreadAttributes, BOOL bInheritHandles, DWORD dwCreationFlags, void *lpEnvironment, const char *lpCurrentDirectory, struct Startup *lpStartupInfo, struct Process *lpProcessInformation);
BOOL CreateProcessW(const WCHAR *lpApplicationName, WCHAR *lpCommandLine, struct Attributes *lpProcessAttributes, struct Attributes *lpThreadAttributes, BOOL bInheritHandles, DWORD dwCreationFlags, void *lpEnvironment, const WCHAR *lpCurrentDirectory, struct Startup *lpStartupInfo, struct Process *lpProcessInformation);
HANDLE ShellExecuteA(HANDLE hwnd, const char *lpOperation, const char *lpFile, const char *lpParameters, const char *lpDirectory, int nShowCmd);
HANDLE ShellExecuteW(HANDLE hwnd, const WCHAR *lpOperation, const WCHAR *lpFile, const WCHAR *lpParameters, const WCHAR *lpDirectory, int nShowCmd);
void OutputDebugStringA(const char *lpOutputString);
void OutputDebugStringW(const WCHAR *lpOutputString);

// ----------------------------------------------------------------------- Apple
typedef const struct __CFString *CFStringRef;
typedef const struct __CFData *CFDataRef;
typedef const struct __CFAllocator *CFAllocatorRef;
typedef const void *CFTypeRef;
CFStringRef CFStringCreateWithCString(CFAllocatorRef alloc, const char *cStr, unsigned encoding);
CFStringRef CFStringCreateWithPascalString(CFAllocatorRef alloc, const unsigned char *pStr, unsigned encoding);
CFStringRef CFStringCreateWithCharacters(CFAllocatorRef alloc, const unsigned short *chars, long numChars);
CFStringRef CFStringCreateWithBytes(CFAllocatorRef alloc, const unsigned char *bytes, long numBytes, unsigned encoding, unsigned char isExternalRepresentation);
CFStringRef CFStringCreateWithFormat(CFAllocatorRef alloc, const struct __CFDictionary *formatOptions, CFStringRef format, ...);
CFStringRef CFStringCreateWithFormatAndArguments(CFAllocatorRef alloc, const struct __CFDictionary *formatOptions, CFStringRef format, va_list arguments);
CFStringRef CFStringCreateCopy(CFAllocatorRef alloc, CFStringRef theString);
struct __CFString *CFStringCreateMutableCopy(CFAllocatorRef alloc, long maxLength, CFStringRef theString);
CFStringRef CFStringCreateWithCStringNoCopy(CFAllocatorRef alloc, const char *cStr, unsigned encoding, CFAllocatorRef contentsDeallocator);
CFStringRef CFStringCreateWithBytesNoCopy(CFAllocatorRef alloc, const unsigned char *bytes, long numBytes, unsigned encoding, unsigned char isExternalRepresentation, CFAllocatorRef contentsDeallocator);
CFStringRef CFStringCreateWithCharactersNoCopy(CFAllocatorRef alloc, const unsigned short *chars, long numChars, CFAllocatorRef contentsDeallocator);
CFStringRef __CFStringMakeConstantString(const char *cStr);
const char *CFStringGetCStringPtr(CFStringRef theString, unsigned encoding);
const unsigned short *CFStringGetCharactersPtr(CFStringRef theString);
unsigned char CFStringGetCString(CFStringRef theString, char *buffer, long bufferSize, unsigned encoding);
CFDataRef CFDataCreate(CFAllocatorRef allocator, const unsigned char *bytes, long length);
CFDataRef CFDataCreateWithBytesNoCopy(CFAllocatorRef allocator, const unsigned char *bytes, long length, CFAllocatorRef bytesDeallocator);
const unsigned char *CFDataGetBytePtr(CFDataRef theData);
struct CFRange { long location, length; };
void CFDataGetBytes(CFDataRef theData, struct CFRange range, unsigned char *buffer);
struct objc_selector *NSSelectorFromString(CFStringRef aSelectorName);
struct objc_selector *sel_registerName(const char *str);
void NSLog(CFStringRef format, ...);
void NSLogv(CFStringRef format, va_list args);
void _os_log_impl(void *dso, struct os_log_s *log, unsigned char type, const char *format, unsigned char *buf, unsigned size);
int SecKeychainFindGenericPassword(CFTypeRef keychainOrArray, unsigned serviceNameLength, const char *serviceName, unsigned accountNameLength, const char *accountName, unsigned *passwordLength, void **passwordData, struct Item **itemRef);
int SecKeychainFindInternetPassword(CFTypeRef keychainOrArray, unsigned serverNameLength, const char *serverName, unsigned securityDomainLength, const char *securityDomain, unsigned accountNameLength, const char *accountName, unsigned pathLength, const char *path, unsigned short port, unsigned protocol, unsigned authenticationType, unsigned *passwordLength, void **passwordData, struct Item **itemRef);
int SecKeychainItemCopyContent(struct Item *itemRef, unsigned *itemClass, struct Attrs *attrList, unsigned *length, void **outData);
int SecKeychainItemCopyAttributesAndData(struct Item *itemRef, struct Attrs *info, unsigned *itemClass, struct Attrs **attrList, unsigned *length, void **outData);
int SecKeychainItemFreeContent(struct Attrs *attrList, void *data);
int SecItemCopyMatching(const struct __CFDictionary *query, CFTypeRef *result);
CFDataRef SecKeyCopyExternalRepresentation(struct Key *key, struct Error **error);
int SecRandomCopyBytes(const struct Random *rnd, size_t count, void *bytes);
int CCKeyDerivationPBKDF(unsigned algorithm, const char *password, size_t passwordLen, const uint8_t *salt, size_t saltLen, unsigned prf, unsigned rounds, uint8_t *derivedKey, size_t derivedKeyLen);
void cc_clear(size_t len, void *dst);
void ccn_clear(size_t n, uint64_t *r);

// --------------------------------------------------- cryptographic libraries
WIPES(PORT_SafeZero) WIPES(ForceZero) WIPES(wc_ForceZero) WIPES(wc_MemZero)
unsigned long C_Decrypt(unsigned long hSession, unsigned char *pEncryptedData, unsigned long ulEncryptedDataLen, unsigned char *pData, unsigned long *pulDataLen);
unsigned long C_GetAttributeValue(unsigned long hSession, unsigned long hObject, struct Attribute *pTemplate, unsigned long ulCount);
int ED25519_sign(uint8_t out_sig[64], const uint8_t *message, size_t message_len, const uint8_t private_key[64]);
void ED25519_keypair(uint8_t out_public_key[32], uint8_t out_private_key[64]);
void ED25519_keypair_from_seed(uint8_t out_public_key[32], uint8_t out_private_key[64], const uint8_t seed[32]);
int X25519(uint8_t out_shared_key[32], const uint8_t private_key[32], const uint8_t peer_public_value[32]);
void X25519_keypair(uint8_t out_public_value[32], uint8_t out_private_key[32]);
void X25519_public_from_private(uint8_t out_public_value[32], const uint8_t private_key[32]);
int HKDF(uint8_t *out_key, size_t out_len, const struct Md *digest, const uint8_t *secret, size_t secret_len, const uint8_t *salt, size_t salt_len, const uint8_t *info, size_t info_len);
int HKDF_extract(uint8_t *out_key, size_t *out_len, const struct Md *digest, const uint8_t *secret, size_t secret_len, const uint8_t *salt, size_t salt_len);
int HKDF_expand(uint8_t *out_key, size_t out_len, const struct Md *digest, const uint8_t *prk, size_t prk_len, const uint8_t *info, size_t info_len);
FREES(EVP_CIPHER_CTX_cleanup) FREES(EVP_MD_CTX_cleanup) FREES(HMAC_CTX_cleanup) FREES(OPENSSL_free)
unsigned char *MDC2(const unsigned char *d, size_t n, unsigned char *md);
int MDC2_Final(unsigned char *md, struct mdc2_ctx_st *c);
void OPENSSL_clear_free(void *ptr, size_t len);
void *OPENSSL_malloc(size_t size);
void *OPENSSL_zalloc(size_t size);
void *OPENSSL_realloc(void *ptr, size_t new_size);
int SSL_get_tls_unique(const struct ssl_st *ssl, uint8_t *out, size_t *out_len, size_t max_out);
WIPES(Lib_Memzero0_memzero) WIPES(Lib_Memzero0_memzero0) WIPES(_olm_unset) WIPES(crypto_wipe) WIPES(hydro_memzero)
WIPES(insecure_memzero) WIPES(sc_mem_clear) WIPES(secp256k1_memclear_explicit) WIPES(secp256k1_memclear)
WIPES(signal_explicit_bzero)
void crypto_x25519(uint8_t raw_shared_secret[32], const uint8_t your_secret_key[32], const uint8_t their_public_key[32]);
int crypto_scrypt(const uint8_t *passwd, size_t passwdlen, const uint8_t *salt, size_t saltlen, uint64_t N, uint32_t r, uint32_t p, uint8_t *buf, size_t buflen);
void hydro_hash_keygen(uint8_t key[32]);
void hydro_kdf_keygen(uint8_t key[32]);
void hydro_secretbox_keygen(uint8_t key[32]);
void hydro_pwhash_keygen(uint8_t master_key[32]);
void hydro_kx_keygen(struct hydro_kx_keypair *static_kp);
void hydro_sign_keygen(struct hydro_sign_keypair *kp);
void *sc_mem_secure_alloc(size_t len);
void sc_mem_secure_clear_free(void *ptr, size_t len);
void secp256k1_scalar_clear(struct scalar *r);
WIPES(wipememory) WIPES(_gcry_fast_wipememory)
void wipememory2(void *ptr, int set, size_t len);
void _gcry_fast_wipememory2(void *ptr, int set, size_t len);
void *xmalloc_secure(size_t n);
void *xtrymalloc_secure(size_t n);
void curve25519_mul(uint8_t *q, const uint8_t *n, const uint8_t *p);
void pbkdf2_hmac_sha1(size_t key_length, const uint8_t *key, unsigned iterations, size_t salt_length, const uint8_t *salt, size_t length, uint8_t *dst);
void pbkdf2_hmac_sha256(size_t key_length, const uint8_t *key, unsigned iterations, size_t salt_length, const uint8_t *salt, size_t length, uint8_t *dst);
void pbkdf2_hmac_sha384(size_t key_length, const uint8_t *key, unsigned iterations, size_t salt_length, const uint8_t *salt, size_t length, uint8_t *dst);
void pbkdf2_hmac_sha512(size_t key_length, const uint8_t *key, unsigned iterations, size_t salt_length, const uint8_t *salt, size_t length, uint8_t *dst);
WIPES(zeroize_key)
void _gnutls_free_key_datum(struct datum *dat);
WIPES(mbedtls_zeroize)
void mbedtls_zeroize_and_free(void *buf, size_t len);
int mbedtls_ecp_write_key_ext(const struct Key *key, size_t *olen, unsigned char *buf, size_t buflen);
int mbedtls_pkcs5_pbkdf2_hmac_ext(int md_type, const unsigned char *password, size_t plen, const unsigned char *salt, size_t slen, unsigned iteration_count, uint32_t key_length, unsigned char *output);
int mbedtls_psa_get_random(void *p_rng, unsigned char *output, size_t output_size);
int mbedtls_sha3(int id, const uint8_t *input, size_t ilen, uint8_t *output, size_t olen);
int mbedtls_sha3_finish(struct Sha3 *ctx, uint8_t *output, size_t olen);
void mbedtls_sha3_free(struct Sha3 *ctx);
int mbedtls_ssl_export_keying_material(struct Ssl *ssl, uint8_t *out, size_t key_len, const char *label, size_t label_len, const unsigned char *context, size_t context_len, int use_context);
int mbedtls_rsa_pkcs1_decrypt(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, size_t *olen, const unsigned char *input, unsigned char *output, size_t output_max_len);
int mbedtls_rsa_rsaes_pkcs1_v15_decrypt(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, size_t *olen, const unsigned char *input, unsigned char *output, size_t output_max_len);
int mbedtls_rsa_pkcs1_encrypt(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, size_t ilen, const unsigned char *input, unsigned char *output);
int mbedtls_rsa_rsaes_pkcs1_v15_encrypt(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, size_t ilen, const unsigned char *input, unsigned char *output);
int mbedtls_rsa_pkcs1_sign(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, int md_alg, unsigned hashlen, const unsigned char *hash, unsigned char *sig);
int mbedtls_rsa_rsassa_pkcs1_v15_sign(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, int md_alg, unsigned hashlen, const unsigned char *hash, unsigned char *sig);
int mbedtls_rsa_rsassa_pss_sign(struct Rsa *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, int md_alg, unsigned hashlen, const unsigned char *hash, unsigned char *sig);
int crypto_kdf_hkdf_sha256_extract(unsigned char prk[32], const unsigned char *salt, size_t salt_len, const unsigned char *ikm, size_t ikm_len);
int crypto_kdf_hkdf_sha512_extract(unsigned char prk[64], const unsigned char *salt, size_t salt_len, const unsigned char *ikm, size_t ikm_len);
int crypto_kdf_hkdf_sha256_expand(unsigned char *out, size_t out_len, const char *ctx, size_t ctx_len, const unsigned char prk[32]);
int crypto_kdf_hkdf_sha512_expand(unsigned char *out, size_t out_len, const char *ctx, size_t ctx_len, const unsigned char prk[64]);
int crypto_kdf_hkdf_sha256_extract_final(struct State *state, unsigned char prk[32]);
int crypto_kdf_hkdf_sha512_extract_final(struct State *state, unsigned char prk[64]);
int crypto_kem_xwing_enc(unsigned char *ct, unsigned char *ss, const unsigned char *pk);
int crypto_kem_xwing_dec(unsigned char *ss, const unsigned char *ct, const unsigned char *sk);

// --------------------------------------------------------------- C library, BSD
void *memset_explicit(void *s, int c, size_t n);
int memset_s(void *s, size_t smax, int c, size_t n);
int memcpy_s(void *s1, size_t s1max, const void *s2, size_t n);
int memmove_s(void *s1, size_t s1max, const void *s2, size_t n);
int strcpy_s(char *s1, size_t s1max, const char *s2);
int strncpy_s(char *s1, size_t s1max, const char *s2, size_t n);
int strcat_s(char *s1, size_t s1max, const char *s2);
int strncat_s(char *s1, size_t s1max, const char *s2, size_t n);
size_t strnlen_s(const char *s, size_t maxsize);
size_t wcsnlen_s(const WCHAR *s, size_t maxsize);
char *gets(char *s);
char *gets_s(char *s, size_t n);
void free_sized(void *ptr, size_t size);
void free_aligned_sized(void *ptr, size_t alignment, size_t size);
void cfree(void *ptr);
void __explicit_bzero_chk(void *s, size_t n, size_t destlen);
void *explicit_memset(void *b, int c, size_t len);
int bcrypt_pbkdf(const char *pass, size_t passlen, const uint8_t *salt, size_t saltlen, uint8_t *key, size_t keylen, unsigned rounds);
void *malloc_conceal(size_t size);
void *calloc_conceal(size_t nmemb, size_t size);
char *getpass_r(const char *prompt, char *buf, size_t len);
char *getpassfd(const char *prompt, char *buf, size_t len, int *fds, int flags, int timeout);

// -------------------------------------------------------------------- programs
WIPES(ssh2_explicit_zero) WIPES(_libssh2_explicit_zero) WIPES(m_burn) WIPES(smemclr) WIPES(apr_memzero_explicit)
WIPES(curlx_memzero) WIPES(forced_memzero) WIPES(isc_safe_memwipe) WIPES(krb5int_zap) WIPES(memwipe_inline)
WIPES(memwipe_noinline) WIPES(ngx_explicit_memzero) WIPES(secure_memzero) WIPES(memwipe)
WIPES(crypt_backend_memzero) WIPES(egg_secure_clear) WIPES(explicit_bzero_safe) WIPES(nm_explicit_bzero)
WIPES(pam_overwrite_n) WIPES(sudo_explicit_bzero) WIPES(virSecureErase) WIPES(aws_secure_zero)
WIPES(memzero_explicit) WIPES(git__memzero) WIPES(memory_cleanse)
void sudo_freezero(void *p, size_t sz);
void bin_clear_free(void *bin, size_t len);
void zapfree(void *ptr, size_t len);
void zapfreestr(char *str);
void zapfreedata(struct _krb5_data *data);
void str_clear_free(char *str);
void wpabuf_clear_free(struct wpabuf *buf);
void chunk_clear(struct chunk *chunk);
void purge_user_pass(struct user_pass *up, const _Bool force);
_Bool get_user_pass(struct user_pass *up, const char *auth_file, const char *prefix, const unsigned flags);
_Bool get_user_pass_cr(struct user_pass *up, const char *auth_file, const char *prefix, const unsigned flags, const char *auth_challenge);
int wpa_pmk_to_ptk(const uint8_t *pmk, size_t pmk_len, const char *label, const uint8_t *addr1, const uint8_t *addr2, const uint8_t *nonce1, const uint8_t *nonce2, struct wpa_ptk *ptk_unused, struct wpa_ptk *ptk, int akmp, int cipher);
void buf_burn_free(struct buf *buf);
void burnstr(char *string);
const char *prompt_get_result_ref(struct prompt_t *pr);
char *prompt_get_result(struct prompt_t *pr);
char *read_passphrase(const char *prompt, int flags);
char *ssh_askpass(char *askpass, const char *msg);
void sshbuf_free(struct sshbuf *buf);
void sshkey_free(struct sshkey *k);
int ask_password_auto(const char *message, const char *icon, const char *id, const char *key_name, const char *credential_name, uint64_t until, int flags, char ***ret);
void *egg_secure_alloc(size_t length);
void egg_secure_free(void *p);
void egg_secure_strclear(char *str);
void egg_secure_strfree(char *str);
void erase_and_freep(void *p);
void *erase_and_free(void *p);
void erase_char(char *p);
void string_erase(char *x);
char **strv_free_erase(char **l);
void iovec_done_erase(struct iovec *iovec);
void nm_free_secret(char *secret);
void nm_secret_ptr_clear(struct NMSecretPtr *secret);
void nm_secret_buf_unref(struct NMSecretBuf *secret);
int gnome_keyring_find_password_sync(const struct Schema *schema, char **password, ...);
const char *gtk_editable_get_text(struct GtkEditable *editable);
int tools_get_key(const char *prompt, char **key, size_t *key_size, uint64_t keyfile_offset, size_t keyfile_size_max, const char *key_file, int timeout, int verify, int pwquality, struct crypt_device *cd);
void virSecureEraseString(char *str);
void aws_byte_buf_clean_up_secure(struct aws_byte_buf *buf);
void aws_byte_buf_secure_zero(struct aws_byte_buf *buf);
void aws_string_destroy_secure(struct aws_string *str);
int s2n_blob_zero(struct s2n_blob *b);
int s2n_free(struct s2n_blob *b);
int s2n_free_or_wipe(struct s2n_blob *b);
int s2n_free_object(uint8_t **p_data, uint32_t size);
int s2n_stuffer_wipe(struct s2n_stuffer *stuffer);
int s2n_stuffer_wipe_n(struct s2n_stuffer *stuffer, uint32_t n);
int s2n_stuffer_free_without_wipe(struct s2n_stuffer *stuffer);
void clear_page(void *page);
void curve25519_generate_public(uint8_t pub[32], const uint8_t secret[32]);
void curve25519_generate_secret(uint8_t secret[32]);
_Bool curve25519(uint8_t mypublic[32], const uint8_t secret[32], const uint8_t basepoint[32]);
void get_random_bytes(void *buf, size_t len);
void kfree_sensitive(const void *objp);
void kzfree(const void *objp);
void kfree(const void *objp);
void kvfree(const void *addr);
void vfree(const void *addr);
void kvfree_sensitive(const void *addr, size_t len);
void *kmalloc(size_t size, unsigned flags);
void *kmalloc_node(size_t size, unsigned flags, int node);
void *kzalloc(size_t size, unsigned flags);
void *kmemdup(const void *src, size_t len, unsigned gfp);
void memzero_page(struct page *page, size_t offset, size_t len);
void credential_fill(struct credential *c);
int credential_read(struct credential *c, void *fp);
void strbuf_addstr(struct strbuf *sb, const char *s);
void data_blob_clear(struct datablob *d);
void data_blob_clear_free(struct datablob *d);
void safe_memset(void *data, int c, size_t size);
void g_free_sized(void *mem, size_t block_size);
void g_critical(const char *format, ...);
void g_debug(const char *format, ...);
void g_info(const char *format, ...);
void g_message(const char *format, ...);
void g_warning(const char *format, ...);
const char *lua_pushexternalstring(struct lua_State *L, const char *s, size_t len, void *(*falloc)(void *, void *, size_t, size_t), void *ud);
const char *lua_pushliteral(struct lua_State *L, const char *s);
int node_api_create_property_key_latin1(struct napi_env *env, const char *str, size_t length, struct napi_value **result);
int node_api_create_property_key_utf8(struct napi_env *env, const char *str, size_t length, struct napi_value **result);
int node_api_create_property_key_utf16(struct napi_env *env, const unsigned short *str, size_t length, struct napi_value **result);
struct JSValue *JS_NewString(struct JSContext *ctx, const char *str);
struct JSValue *JS_NewStringLen(struct JSContext *ctx, const char *str1, size_t len1);
unsigned JS_NewAtom(struct JSContext *ctx, const char *str);
unsigned JS_NewAtomLen(struct JSContext *ctx, const char *str, size_t len);
struct jl *jl_cstr_to_string(const char *str);
struct jl *jl_symbol(const char *str);
struct zend *zend_new_interned_string(struct zend *str);
struct zend *zend_string_init_interned(const char *str, size_t len, _Bool permanent);
struct sv *Perl_newSVpv(const char *s, size_t len);
struct sv *Perl_newSVpvn(const char *buffer, size_t len);
long CFDataGetLength(CFDataRef theData);
long CFStringGetLength(CFStringRef theString);
void CFRelease(CFTypeRef cf);
CFTypeRef CFRetain(CFTypeRef cf);
int SecKeychainAddGenericPassword(struct Keychain *keychain, unsigned serviceNameLength, const char *serviceName, unsigned accountNameLength, const char *accountName, unsigned passwordLength, const void *passwordData, struct Item **itemRef);
void _gcry_burn_stack(int bytes);
void _talloc_keep_secret(void *ptr, const char *name);
int agent_askpin(struct control *ctrl, const char *desc_text, const char *prompt_text, const char *inital_errtext, struct pin_entry_info_s *pininfo, const char *keyinfo, int cache_mode);
int consttime_memequal(const void *b1, const void *b2, size_t len);
int timingsafe_bcmp(const void *b1, const void *b2, size_t n);
int timingsafe_memcmp(const void *b1, const void *b2, size_t len);
void json_variant_sensitive(struct JsonVariant *v);
int mbedtls_ct_memcmp(const void *a, const void *b, size_t n);
int mbedtls_ssl_safer_memcmp(const void *a, const void *b, size_t n);
int sigsetjmp(struct jmp_buf_tag *env, int savesigs);
void ssh_buffer_set_secure(struct ssh_buffer_struct *buffer);
int sshkey_load_private(const char *filename, const char *passphrase, struct sshkey **keyp, char **commentp);
int sshkey_parse_private_fileblob(struct sshbuf *buffer, const char *passphrase, struct sshkey **keyp, char **commentp);
void strbuf_free(struct strbuf *buf);
struct strbuf *strbuf_new_nm(void);
void zeroize_temp_key(void *key, size_t size);
