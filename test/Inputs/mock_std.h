// What the tests need of the C++ standard library: names and shapes, without
// the system's headers. Models say what most of it does, so few bodies are
// needed.
#ifndef SECRET_TIDY_TEST_MOCK_STD_H
#define SECRET_TIDY_TEST_MOCK_STD_H

#include "mock.h"

#pragma GCC system_header

inline void *operator new(size_t, void *at) noexcept { return at; }

namespace std {

using size_t = ::size_t;
using nullptr_t = decltype(nullptr);
enum class byte : unsigned char {};

template <typename T> struct remove_reference {
  using type = T;
};
template <typename T> struct remove_reference<T &> {
  using type = T;
};
template <typename T> struct remove_reference<T &&> {
  using type = T;
};
template <typename T> struct remove_extent {
  using type = T;
};
template <typename T> struct remove_extent<T[]> {
  using type = T;
};

template <typename T>
constexpr typename remove_reference<T>::type &&move(T &&value) noexcept {
  return static_cast<typename remove_reference<T>::type &&>(value);
}
template <typename T>
constexpr T &&forward(typename remove_reference<T>::type &value) noexcept {
  return static_cast<T &&>(value);
}

template <typename T> class initializer_list {
  const T *first = nullptr;
  size_t count = 0;

public:
  constexpr size_t size() const noexcept { return count; }
  constexpr const T *begin() const noexcept { return first; }
  constexpr const T *end() const noexcept { return first + count; }
};

template <typename T> struct allocator {
  using value_type = T;
  allocator() noexcept = default;
  template <typename U> allocator(const allocator<U> &) noexcept {}
  T *allocate(size_t count);
  void deallocate(T *block, size_t count) noexcept;
};

//===--- Views
//-------------------------------------------------------------===//

template <typename C> struct char_traits;

template <typename C, typename T = char_traits<C>> class basic_string_view {
  const C *first = nullptr;
  size_t count = 0;

public:
  constexpr basic_string_view() noexcept = default;
  basic_string_view(const C *text);
  basic_string_view(const C *text, size_t count) noexcept;
  const C *data() const noexcept;
  size_t size() const noexcept;
};
using string_view = basic_string_view<char>;

template <typename T> class span {
  T *from = nullptr;
  size_t count = 0;

public:
  span(T *first, size_t count) noexcept;
  template <size_t N> span(T (&array)[N]) noexcept;
  T *data() const noexcept;
  size_t size() const noexcept;
  T *begin() const noexcept;
  T *end() const noexcept;
  T &operator[](size_t at) const noexcept;
  span first(size_t count) const noexcept;
  span last(size_t count) const noexcept;
  span subspan(size_t offset, size_t count = size_t(-1)) const noexcept;
};

//===--- Strings
//-----------------------------------------------------------===//

template <typename C, typename T = char_traits<C>, typename A = allocator<C>>
class basic_string {
  C *first;
  size_t count;
  C small[16];

public:
  basic_string() noexcept;
  basic_string(const C *text);
  basic_string(const C *text, size_t count);
  basic_string(size_t count, C fill);
  basic_string(const basic_string &other);
  basic_string(basic_string &&other) noexcept;
  ~basic_string();
  basic_string &operator=(const basic_string &other);
  basic_string &operator=(basic_string &&other) noexcept;
  basic_string &operator=(const C *text);
  basic_string &assign(const C *text, size_t count);
  basic_string &append(const C *text);
  basic_string &append(const C *text, size_t count);
  basic_string &operator+=(const C *text);
  basic_string &operator+=(const basic_string &other);
  basic_string &insert(size_t at, const C *text);
  basic_string &replace(size_t at, size_t count, const C *text);
  basic_string substr(size_t at = 0, size_t count = size_t(-1)) const;
  void push_back(C c);
  const C *c_str() const noexcept;
  const C *data() const noexcept;
  C *data() noexcept;
  size_t size() const noexcept;
  bool empty() const noexcept;
  C &operator[](size_t at);
  operator basic_string_view<C, T>() const noexcept;
};
using string = basic_string<char>;

template <typename C, typename T, typename A>
basic_string<C, T, A> operator+(const basic_string<C, T, A> &left,
                                const C *right);
template <typename C, typename T, typename A>
basic_string<C, T, A> operator+(const basic_string<C, T, A> &left,
                                const basic_string<C, T, A> &right);
string to_string(int number);

//===--- Containers
//--------------------------------------------------------===//

template <typename T, typename A = allocator<T>> class vector {
  T *first, *last, *limit;

public:
  using value_type = T;
  vector() noexcept;
  explicit vector(size_t count);
  vector(const T *first, const T *last);
  vector(const vector &other);
  vector(vector &&other) noexcept;
  ~vector() { A().deallocate(first, capacity()); }
  vector &operator=(const vector &other);
  vector &operator=(vector &&other) noexcept;
  void assign(size_t count, const T &value);
  T *data() noexcept;
  const T *data() const noexcept;
  size_t size() const noexcept;
  size_t capacity() const noexcept;
  T *begin() noexcept;
  T *end() noexcept;
  T &operator[](size_t at) noexcept;
  const T &operator[](size_t at) const noexcept;
  void push_back(const T &value);
  void swap(vector &other) noexcept;
  void resize(size_t count);
  void reserve(size_t count);
  void shrink_to_fit();
  void clear() noexcept;
  void pop_back() noexcept;
};

template <typename T, typename A = allocator<T>> class deque {
  T **map;

public:
  deque() noexcept;
  explicit deque(size_t count);
  ~deque();
  T *begin() noexcept;
  T *end() noexcept;
  T &operator[](size_t at) noexcept;
  T &front() noexcept;
  void push_back(const T &value);
};

template <typename T, size_t N> struct array {
  T elements[N];
  constexpr T *data() noexcept { return elements; }
  constexpr const T *data() const noexcept { return elements; }
  constexpr size_t size() const noexcept { return N; }
  constexpr T *begin() noexcept { return elements; }
  constexpr T *end() noexcept { return elements + N; }
  constexpr T &operator[](size_t at) noexcept { return elements[at]; }
  void fill(const T &value);
};

template <typename K, typename V> struct pair {
  K first;
  V second;
};

template <typename K, typename V> class map {
  void *root;

public:
  map() noexcept;
  ~map();
  V &operator[](const K &key);
  size_t size() const noexcept;
  void clear() noexcept;
};

//===--- Sums and products
//-------------------------------------------------===//

struct nullopt_t {};
constexpr nullopt_t nullopt;

template <typename T> class optional {
  alignas(T) unsigned char room[sizeof(T)];
  bool engaged;

public:
  optional() noexcept;
  optional(nullopt_t) noexcept;
  optional(const T &value);
  optional &operator=(const T &value);
  T *operator->() noexcept;
  T &operator*() noexcept;
  T &value();
  explicit operator bool() const noexcept;
  void reset() noexcept;
};

template <typename... Ts> class variant {
  unsigned char room[32];
  unsigned char which;

public:
  variant() noexcept;
  template <typename T> variant(const T &value);
};
template <typename T, typename... Ts> T &get(variant<Ts...> &v);

template <typename... Ts> class tuple;
template <typename A, typename B> class tuple<A, B> {
  A a;
  B b;

public:
  tuple(const A &a, const B &b);
};
template <size_t I, typename A, typename B> A &get(tuple<A, B> &t) noexcept;

//===--- Owners
//------------------------------------------------------------===//

template <typename T> struct default_delete {
  void operator()(typename remove_extent<T>::type *p) const noexcept;
};

template <typename T, typename D = default_delete<T>> class unique_ptr {
  typename remove_extent<T>::type *pointer;

public:
  using element = typename remove_extent<T>::type;
  unique_ptr() noexcept;
  explicit unique_ptr(element *p) noexcept;
  unique_ptr(element *p, D deleter) noexcept;
  unique_ptr(unique_ptr &&other) noexcept;
  ~unique_ptr();
  unique_ptr &operator=(unique_ptr &&other) noexcept;
  unique_ptr &operator=(decltype(nullptr)) noexcept;
  element *get() const noexcept;
  element *release() noexcept;
  void reset(element *p = nullptr) noexcept;
  element &operator*() const noexcept;
  element *operator->() const noexcept;
  element &operator[](size_t at) const;
};
template <typename T> unique_ptr<T> make_unique(size_t count);

template <typename T> class shared_ptr {
  T *pointer;
  void *counts;

public:
  shared_ptr() noexcept;
  explicit shared_ptr(T *p);
  shared_ptr(const shared_ptr &other) noexcept;
  ~shared_ptr();
  T *get() const noexcept;
  T *operator->() const noexcept;
  T &operator*() const noexcept;
  void reset() noexcept;
};
template <typename T> shared_ptr<T> make_shared();

//===--- Algorithms
//--------------------------------------------------------===//

template <typename I, typename T> void fill(I first, I last, const T &value);
template <typename I, typename N, typename T>
I fill_n(I first, N count, const T &value);
template <typename I, typename O> O copy(I first, I last, O to);
template <typename I, typename N, typename O> O copy_n(I first, N count, O to);
template <typename T> void swap(T &a, T &b) noexcept;
template <typename T, size_t N> constexpr T *begin(T (&a)[N]) noexcept {
  return a;
}
template <typename T, size_t N> constexpr T *end(T (&a)[N]) noexcept {
  return a + N;
}

//===--- Functions and threads
//---------------------------------------------===//

template <typename> class function;
template <typename R, typename... As> class function<R(As...)> {
  void *target;

public:
  function() noexcept;
  template <typename F> function(F) {}
  ~function();
  R operator()(As... arguments) const;
};
struct bound {
  void operator()() const;
};
template <typename F, typename... As> bound bind(F &&f, As &&...arguments);

class thread {
public:
  template <typename F, typename... As>
  explicit thread(F &&f, As &&...arguments);
  ~thread();
  void join();
};
template <typename T> class future {
public:
  ~future();
  T get();
};
template <typename F, typename... As>
future<void> async(F &&f, As &&...arguments);

template <typename T> class reference_wrapper {
  T *pointer;

public:
  reference_wrapper(T &to) noexcept;
};
template <typename T> reference_wrapper<T> ref(T &to) noexcept;

//===--- Streams
//-----------------------------------------------------------===//

template <typename C, typename T = char_traits<C>> class basic_ostream {
public:
  virtual ~basic_ostream();
  basic_ostream &write(const C *text, size_t count);
  basic_ostream &put(C c);
  basic_ostream &operator<<(int number);
};
template <typename C, typename T = char_traits<C>> class basic_istream {
public:
  virtual ~basic_istream();
  basic_istream &read(C *text, size_t count);
  basic_istream &getline(C *text, size_t count);
};
template <typename C, typename T = char_traits<C>>
class basic_ofstream : public basic_ostream<C, T> {
public:
  explicit basic_ofstream(const char *path);
};
template <typename C, typename T = char_traits<C>>
class basic_ifstream : public basic_istream<C, T> {
public:
  explicit basic_ifstream(const char *path);
};
template <typename C, typename T = char_traits<C>, typename A = allocator<C>>
class basic_ostringstream : public basic_ostream<C, T> {
public:
  basic_ostringstream();
  basic_string<C, T, A> str() const;
};
using ostream = basic_ostream<char>;
using istream = basic_istream<char>;
using ofstream = basic_ofstream<char>;
using ifstream = basic_ifstream<char>;
using ostringstream = basic_ostringstream<char>;
extern ostream cout, cerr, clog;
extern istream cin;

template <typename T>
basic_ostream<char, T> &operator<<(basic_ostream<char, T> &out,
                                   const char *text);
template <typename C, typename T, typename A>
basic_ostream<C, T> &operator<<(basic_ostream<C, T> &out,
                                const basic_string<C, T, A> &text);
template <typename C, typename T>
basic_istream<C, T> &operator>>(basic_istream<C, T> &in, C *text);
template <typename C, typename T, typename A>
basic_istream<C, T> &getline(basic_istream<C, T> &in,
                             basic_string<C, T, A> &text);

//===--- Paths and exceptions
//----------------------------------------------===//

namespace filesystem {
class path {
  string text;

public:
  path() noexcept;
  path(const char *text);
  path(const path &other);
  ~path();
  path &operator/=(const path &more);
  const char *c_str() const noexcept;
};
} // namespace filesystem

class exception {
public:
  exception() noexcept;
  virtual ~exception();
  virtual const char *what() const noexcept;
};
class runtime_error : public exception {
public:
  explicit runtime_error(const char *text);
  explicit runtime_error(const string &text);
};

} // namespace std

#endif // SECRET_TIDY_TEST_MOCK_STD_H
