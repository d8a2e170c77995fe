// Secrets printed to standard streams, loggers and files.
// CATEGORY: exposure
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <ostream>
#include <string_view>
#include <syslog.h>

struct Account {
  const char *user;
  [[secret]] const char *password;
};

void to_cout(const Account &a) {
  std::cout << "user " << a.user << '\n';
  std::cout << "password " << a.password << '\n'; // EXPECT: secret-exposure
}

void to_cerr(const Account &a) {
  std::cerr << a.password; // EXPECT: secret-exposure
  std::cerr << a.user;
}

void to_clog(const Account &a) {
  std::clog << "login " << a.user << " with " << a.password << std::endl; // EXPECT: secret-exposure
}

void to_write(const Account &a, std::size_t n) {
  std::cout.write(a.password, static_cast<std::streamsize>(n)); // EXPECT: secret-exposure
  std::cout.write(a.user, 4);
}

void to_ostream(const Account &a, std::ostream &os) {
  os << a.password; // ALLOW: secret-exposure
  os << a.user;
}

void to_file(const Account &a) {
  std::ofstream f("accounts");
  f << a.user << ':' << a.password << '\n';
}

void to_printf(const Account &a) {
  std::printf("%s:%s\n", a.user, a.password); // EXPECT: secret-exposure
  std::printf("%s\n", a.user);
}

void to_fprintf(const Account &a) {
  std::fprintf(stderr, "bad password %s\n", a.password); // EXPECT: secret-exposure
  std::fprintf(stderr, "bad password for %s\n", a.user);
}

void to_syslog(const Account &a) {
  syslog(LOG_WARNING, "%s used %s", a.user, a.password); // EXPECT: secret-exposure
}

void to_env(const Account &a) {
  setenv("ACCOUNT", a.user, 1);
  setenv("PASSWORD", a.password, 1); // EXPECT: secret-exposure
}

void to_view([[secret]] std::string_view pw) {
  std::cout << pw; // EXPECT: secret-exposure
  std::cout << pw.size() << (pw.empty() ? " empty" : " set") << '\n';
}

void to_first([[secret]] std::string_view pw) {
  std::cout << "starts with " << pw[0] << '\n'; // EXPECT: secret-exposure
  std::cout << "digit: " << (pw[0] >= '0') << '\n';
}
