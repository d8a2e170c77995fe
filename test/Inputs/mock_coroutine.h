// What coroutines need of the standard library, and a type that they return.
#ifndef SECRET_TIDY_TEST_MOCK_COROUTINE_H
#define SECRET_TIDY_TEST_MOCK_COROUTINE_H

namespace std {
template <typename R, typename...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <typename P = void> struct coroutine_handle;
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
  void *address() const noexcept;
};
template <typename P> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  operator coroutine_handle<>() const noexcept;
  void *address() const noexcept;
};
struct suspend_always {
  bool await_ready() noexcept { return false; }
  void await_suspend(coroutine_handle<>) noexcept {}
  void await_resume() noexcept {}
};
struct suspend_never {
  bool await_ready() noexcept { return true; }
  void await_suspend(coroutine_handle<>) noexcept {}
  void await_resume() noexcept {}
};
} // namespace std
struct task {
  struct promise_type {
    task get_return_object() noexcept;
    std::suspend_never initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void() noexcept;
    void unhandled_exception() noexcept;
    std::suspend_always yield_value(int) noexcept;
  };
};
struct task_int {
  struct promise_type {
    task_int get_return_object() noexcept;
    std::suspend_never initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(int) noexcept;
    void unhandled_exception() noexcept;
  };
};

#endif // SECRET_TIDY_TEST_MOCK_COROUTINE_H
