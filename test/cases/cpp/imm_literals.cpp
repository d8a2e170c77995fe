// Secrets that are part of the program's image.
// CATEGORY: immutable
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

int dial(const char *host, [[secret]] const char *psk) noexcept;
int dialView(const char *host, [[secret]] std::string_view psk) noexcept;

[[secret]] constexpr std::uint8_t kFactoryKey[4] = {1, 2, 3, 4}; // EXPECT: secret-immutable-copy
[[secret]] static const std::uint8_t kBlank[4] = {};
[[secret]] static std::array<std::uint8_t, 4> current{};
[[secret]] constexpr const char *kMaster = "opensesame"; // EXPECT: secret-immutable-copy
constexpr const char *kGreeting = "hello";
constexpr std::array<std::uint8_t, 4> kTable{4, 3, 2, 1};

struct Config {
  const char *host = "localhost";
  [[secret]] const char *psk = nullptr;
};

int passed(const char *host) {
  return dial(host, "letmein"); // EXPECT: secret-immutable-copy
}

int passed_view(const char *host) {
  return dialView(host, "letmein"); // EXPECT: secret-immutable-copy
}

int passed_empty(const char *host) { return dial(host, ""); }

int passed_host([[secret]] const char *psk) { return dial("vpn.example", psk); }

int assigned(const char *host, bool guest) {
  [[secret]] const char *psk = nullptr;
  if (guest)
    psk = "guest"; // EXPECT: secret-immutable-copy
  return dial(host, psk);
}

int field_assigned() {
  Config c;
  c.psk = "inline"; // EXPECT: secret-immutable-copy
  return dial(c.host, c.psk);
}

int field_passed([[secret]] const char *psk) {
  Config c;
  c.host = "gateway";
  c.psk = psk;
  return dial(c.host, c.psk);
}

int use_all() {
  return kFactoryKey[0] + kBlank[0] + current[0] + (kMaster != nullptr) + kGreeting[0] + kTable[1];
}
