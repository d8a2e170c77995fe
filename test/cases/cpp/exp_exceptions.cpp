// Exception messages with and without secrets.
// CATEGORY: exposure
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

bool valid(std::string_view pin) noexcept;

void bad_pin([[secret]] const char *pin) {
  if (!valid(pin))
    throw std::invalid_argument(pin); // EXPECT: secret-exposure // ALLOW: secret-immutable-copy
}

void bad_pin_length([[secret]] const char *pin) {
  if (!valid(pin))
    throw std::invalid_argument("PIN of " + std::to_string(std::string_view(pin).size()) + " digits");
}

void bad_pin_constant([[secret]] const char *pin) {
  if (!valid(pin))
    throw std::invalid_argument("bad PIN");
}

void bad_name(const char *name, [[secret]] const char *pin) {
  if (!valid(pin))
    throw std::runtime_error(std::string("bad PIN for ") + name);
}

class PinError : public std::runtime_error {
public:
  PinError(int code, const char *what) : std::runtime_error(what), code_(code) {}
  int code() const noexcept { return code_; }

private:
  int code_;
};

void bad_code(int tries, [[secret]] const char *pin) {
  if (tries > 3 && !valid(pin))
    throw PinError(tries, "too many tries");
}

int run_command([[secret]] const char *pin) {
  char cmd[64];
  std::snprintf(cmd, sizeof cmd, "unlock %s", pin);
  int rc = std::system(cmd); // EXPECT: secret-exposure
  for (volatile char *p = cmd; p != cmd + sizeof cmd; ++p)
    *p = 0;
  return rc;
}

int run_command_public(const char *dev) {
  char cmd[64];
  std::snprintf(cmd, sizeof cmd, "eject %s", dev);
  return std::system(cmd);
}
