// Models a smart-card reader whose code hands closures to the library.
// CATEGORY: raii
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
int card_read(std::uint8_t *out, std::size_t n) noexcept;
int card_send(const std::uint8_t *p, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}
void log_progress();

class OnExit {
public:
  explicit OnExit(std::function<void()> action) : action_(std::move(action)) {}
  OnExit(const OnExit &) = delete;
  ~OnExit() {
    if (action_)
      action_();
  }

private:
  std::function<void()> action_;
};

int guard_clears() {
  [[secret]] std::uint8_t pin[16];
  OnExit wipe([&] { explicit_bzero(pin, sizeof pin); });
  if (card_read(pin, sizeof pin) != 0)
    return -1;
  log_progress();
  return card_send(pin, sizeof pin);
}

int guard_only_sends() {
  [[secret]] std::uint8_t pin[16]; // EXPECT: secret-missing-zeroization
  OnExit send{[&pin] { card_send(pin, sizeof pin); }};
  if (card_read(pin, sizeof pin) != 0)
    return -1;
  return 0;
}

int guard_clears_half() {
  [[secret]] std::uint8_t pin[16]; // EXPECT: secret-missing-zeroization
  OnExit wipe([&] { explicit_bzero(pin, 8); });
  card_read(pin, sizeof pin);
  return 0;
}

int guard_of_one_branch(bool careful) {
  [[secret]] std::uint8_t pin[16]; // EXPECT: secret-missing-zeroization
  card_read(pin, sizeof pin);
  if (careful) {
    OnExit wipe([&] { explicit_bzero(pin, sizeof pin); });
    return card_send(pin, sizeof pin);
  }
  return 0;
}

int function_that_clears() {
  std::vector<std::uint8_t> pin(16);
  [[secret]] std::uint8_t raw[16];
  card_read(raw, sizeof raw);
  std::memcpy(pin.data(), raw, sizeof raw);
  std::function<void()> clear = [&] {
    explicit_bzero(pin.data(), pin.size());
    explicit_bzero(raw, sizeof raw);
  };
  clear();
  return 0;
}

struct Clearer {
  std::uint8_t *at;
  void operator()() const { explicit_bzero(at, 16); }
};

int functor_that_clears() {
  [[secret]] std::uint8_t pin[16];
  std::function<void()> clear = Clearer{pin};
  card_read(pin, sizeof pin);
  clear();
  return 0;
}

int invoked() {
  [[secret]] std::uint8_t pin[16];
  card_read(pin, sizeof pin);
  std::invoke([&] { explicit_bzero(pin, sizeof pin); });
  return 0;
}

int invoked_with_it() {
  [[secret]] std::uint8_t pin[16];
  card_read(pin, sizeof pin);
  auto clear = [](std::uint8_t *p, std::size_t n) { explicit_bzero(p, n); };
  std::invoke(clear, pin, sizeof pin);
  return 0;
}

int invoked_to_send() {
  [[secret]] std::uint8_t pin[16]; // EXPECT: secret-missing-zeroization
  card_read(pin, sizeof pin);
  return std::invoke(
      [&]() noexcept { return card_send(pin, sizeof pin); });
}

int invoked_elidably() {
  [[secret]] std::uint8_t pin[16];
  card_read(pin, sizeof pin);
  std::invoke([&] { std::memset(pin, 0, sizeof pin); }); // EXPECT: secret-elidable-zeroization
  return 0;
}

struct Session {
  std::uint8_t key[16];
  void clear() noexcept { explicit_bzero(key, sizeof key); }
  void touch() noexcept;
};

int method_invoked([[secret]] const std::uint8_t *key) {
  Session s;
  std::memcpy(s.key, key, sizeof s.key);
  std::invoke(&Session::clear, s);
  return 0;
}

int method_invoked_by_pointer([[secret]] const std::uint8_t *key) {
  Session s;
  std::memcpy(s.key, key, sizeof s.key);
  std::invoke(&Session::clear, &s);
  return 0;
}

int other_method_invoked([[secret]] const std::uint8_t *key) {
  Session s; // EXPECT: secret-missing-zeroization
  std::memcpy(s.key, key, sizeof s.key);
  std::invoke(&Session::touch, s);
  return 0;
}

std::once_flag once;

int called_once([[secret]] const std::uint8_t *key) {
  Session s;
  std::memcpy(s.key, key, sizeof s.key);
  std::call_once(once, [&] { s.clear(); });
  return 0;
}

int deleter_of_nothing() {
  [[secret]] std::uint8_t pin[16];
  std::shared_ptr<void> clear(nullptr, [&](void *) { explicit_bzero(pin, sizeof pin); });
  card_read(pin, sizeof pin);
  return 0;
}

int deleter_that_is_a_function() {
  std::uint8_t pin[16];
  std::unique_ptr<std::uint8_t, std::function<void(std::uint8_t *)>> clear(
      pin, [](std::uint8_t *p) { explicit_bzero(p, 16); });
  [[secret]] std::uint8_t raw[16];
  card_read(raw, sizeof raw);
  std::memcpy(pin, raw, sizeof raw);
  explicit_bzero(raw, sizeof raw);
  return 0;
}

int in_a_thread() {
  [[secret]] std::uint8_t pin[16];
  std::thread worker([&] {
    card_read(pin, sizeof pin);
    explicit_bzero(pin, sizeof pin);
  });
  worker.join();
  return 0;
}
