// An event loop with lambdas, threads, timers and shared state.
// CATEGORY: untagged
#include <chrono>
#include <cstddef>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using Task = std::function<void()>;

class Loop {
public:
  void post(Task t) {
    std::lock_guard<std::mutex> g(m_);
    tasks_.push_back(std::move(t));
  }
  std::size_t run() {
    std::vector<Task> now;
    {
      std::lock_guard<std::mutex> g(m_);
      now.swap(tasks_);
    }
    for (auto &t : now)
      t();
    return now.size();
  }

private:
  std::mutex m_;
  std::vector<Task> tasks_;
};

class Session {
public:
  explicit Session(std::string token) : token_(std::move(token)) {}
  const std::string &token() const noexcept { return token_; }

private:
  std::string token_;
};

void schedule(Loop &loop, const std::shared_ptr<Session> &s) {
  std::string password = s->token();
  loop.post([password] { std::cout << password << '\n'; });
  loop.post([s] { std::cerr << s->token() << std::endl; });
  std::thread t([&loop, password] { loop.post([password] { std::clog << password; }); });
  t.join();
}

std::map<std::string, std::string> secrets(const std::vector<std::string> &names) {
  std::map<std::string, std::string> m;
  for (const auto &n : names)
    m[n] = n + "-secret";
  return m;
}

int count(const std::map<std::string, std::string> &m) {
  int n = 0;
  for (auto [key, secret] : m)
    n += secret.size() > key.size();
  return n;
}
