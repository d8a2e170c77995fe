// Closures, bind and threads that copy or refer to a key.
// CATEGORY: lambda
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

using Key [[secret]] = std::array<std::uint8_t, 16>;
int mac(const Key &k, int msg) noexcept;
int macRaw(const std::uint8_t *k, int msg) noexcept;
void enqueue(std::function<int(int)> job);
int publicMac(const std::array<std::uint8_t, 16> &k, int msg) noexcept;

int by_copy(const Key &key) {
  auto f = [key](int m) { return mac(key, m); }; // EXPECT: secret-hidden-copy
  return f(1);
}

int by_default_copy(const Key &key) {
  auto f = [=](int m) { return mac(key, m); }; // EXPECT: secret-hidden-copy
  return f(1);
}

int by_default_reference(const Key &key) {
  auto f = [&](int m) { return mac(key, m); };
  return f(1);
}

int by_reference(const Key &key) {
  auto f = [&key](int m) { return mac(key, m); };
  return f(1);
}

int by_pointer(const Key &key) {
  auto f = [p = key.data()](int m) { return macRaw(p, m); };
  return f(1);
}

int by_init(const Key &key) {
  auto f = [k = key](int m) { return mac(k, m); }; // EXPECT: secret-hidden-copy
  return f(1);
}

void by_queue(const Key &key) {
  enqueue([key](int m) { return mac(key, m); }); // EXPECT: secret-hidden-copy
}

int by_bind(const Key &key) {
  auto f = std::bind(mac, key, std::placeholders::_1); // EXPECT: secret-hidden-copy
  return f(1);
}

int by_bind_reference(const Key &key) {
  auto f = std::bind(mac, std::cref(key), std::placeholders::_1);
  return f(1);
}

void by_thread(const Key &key) {
  std::thread t([key] { mac(key, 0); }); // EXPECT: secret-hidden-copy
  t.join();
}

void by_thread_reference(const Key &key) {
  std::thread t([&key] { mac(key, 0); });
  t.join();
}

int default_copy_unused(const Key &key, int m) {
  auto f = [=] { return m + 1; };
  return f() + mac(key, m);
}

int public_copy(const std::array<std::uint8_t, 16> &salt) {
  auto f = [salt](int m) { return publicMac(salt, m); };
  enqueue([salt](int m) { return publicMac(salt, m); });
  return f(1);
}

int no_capture(const Key &key) {
  auto f = [](const Key &k, int m) { return mac(k, m); };
  return f(key, 1);
}
