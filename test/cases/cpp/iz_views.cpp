// Writing zeros through const_cast into storage that others share.
// CATEGORY: immzero
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
int dial(const char *p);
void OPENSSL_cleanse(void *p, std::size_t n);
}

int cstr([[secret]] const std::string &pw) {
  int rc = dial(pw.c_str());
  OPENSSL_cleanse(const_cast<char *>(pw.c_str()), pw.size()); // EXPECT: secret-immutable-zeroization
  return rc;
}

int data_of_own(std::string name) {
  int rc = dial(name.c_str());
  OPENSSL_cleanse(name.data(), name.size());
  return rc;
}

int first_element([[secret]] std::string &pw) {
  int rc = dial(pw.c_str());
  OPENSSL_cleanse(&pw[0], pw.size());
  return rc;
}

int literal() {
  [[secret]] const char *pw = "static-pass"; // EXPECT: secret-immutable-copy
  int rc = dial(pw);
  OPENSSL_cleanse(const_cast<char *>(pw), 11); // EXPECT: secret-immutable-zeroization
  return rc;
}

[[secret]] static const char kToken[] = "tok-123"; // EXPECT: secret-immutable-copy

int constant() {
  int rc = dial(kToken);
  std::memset(const_cast<char *>(kToken), 0, sizeof kToken); // EXPECT: secret-immutable-zeroization
  return rc;
}

int vector_data([[secret]] std::vector<char> &pw) {
  int rc = dial(pw.data());
  OPENSSL_cleanse(pw.data(), pw.size());
  return rc;
}

int array_through_const() {
  [[secret]] char pw[16];
  const char *view = pw;
  std::memset(pw, 0, sizeof pw);
  int rc = dial(view);
  OPENSSL_cleanse(const_cast<char *>(view), sizeof pw);
  return rc;
}
