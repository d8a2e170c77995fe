// A class whose tagged fields nobody zeroizes gets a destructor that does, or
// more in the one that it has.
// RUN: %check-tidy --clean %s secret-* %t -- -- -std=c++17
#include <cstring>
#define SECRET __attribute__((annotate("secret")))

struct session {
  session();
  SECRET unsigned char key[32];
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: field 'key' {{.*}} [secret-missing-zeroization]
  int id;
};
// CHECK-FIXES: {{^}}  int id;{{$}}
// CHECK-FIXES-NEXT: {{^}}  ~session() { explicit_bzero(key, sizeof(key)); }{{$}}
// CHECK-FIXES-NEXT: {{^}}};{{$}}

class vault {
public:
  explicit vault(int pin) : pin(pin) {}

private:
  SECRET int pin;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: field 'pin' {{.*}} [secret-missing-zeroization]
  SECRET char text[8];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: field 'text' {{.*}} [secret-missing-zeroization]
};
// CHECK-FIXES: {{^}}private:{{$}}
// CHECK-FIXES: {{^}}public:{{$}}
// CHECK-FIXES-NEXT: {{^}}  ~vault() {
// CHECK-FIXES-NEXT: {{^}}    explicit_bzero(&pin, sizeof(pin));{{$}}
// CHECK-FIXES-NEXT: {{^}}    explicit_bzero(text, sizeof(text));{{$}}
// CHECK-FIXES-NEXT: {{^}}  }{{$}}
// CHECK-FIXES-NEXT: {{^}}};{{$}}

class base {
public:
  base() = default;
  base(const base &) = delete;
  virtual ~base() = default;
};

class derived : public base {
public:
  derived();
  derived(const derived &) = delete;
  SECRET char token[16];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: field 'token' {{.*}} [secret-missing-zeroization]
};
// CHECK-FIXES: {{^}}  ~derived() override { explicit_bzero(token, sizeof(token)); }{{$}}

class has_one {
public:
  has_one();
  ~has_one();

private:
  SECRET char word[16];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: field 'word' {{.*}} [secret-missing-zeroization]
  int count;
};

has_one::~has_one() {
  count = 0;
}
// CHECK-FIXES: {{^}}  count = 0;{{$}}
// CHECK-FIXES-NEXT: {{^}}  explicit_bzero(word, sizeof(word));{{$}}
// CHECK-FIXES-NEXT: {{^}}}{{$}}

struct one_line { one_line(); SECRET char k[4]; };
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: field 'k' {{.*}} [secret-missing-zeroization]
// CHECK-FIXES: {{^}}struct one_line { one_line(); SECRET char k[4]; ~one_line() { explicit_bzero(k, sizeof(k)); } };{{$}}

// Nobody can copy these, on one line or two.
struct no_copy { no_copy(); no_copy(const no_copy &) = delete; SECRET char k[4]; };
// CHECK-MESSAGES: :[[@LINE-1]]:76: warning: field 'k' {{.*}} [secret-missing-zeroization]
// CHECK-FIXES: {{^}}struct no_copy { no_copy(); no_copy(const no_copy &) = delete; SECRET char k[4]; ~no_copy() { explicit_bzero(k, sizeof(k)); } };{{$}}

class no_move { no_move(); no_move(no_move &&) = delete; SECRET char k[4]; SECRET int pin; };
// CHECK-MESSAGES: :[[@LINE-1]]:70: warning: field 'k' {{.*}} [secret-missing-zeroization]
// CHECK-MESSAGES: :[[@LINE-2]]:87: warning: field 'pin' {{.*}} [secret-missing-zeroization]
// CHECK-FIXES: {{^}}class no_move { no_move(); no_move(no_move &&) = delete; SECRET char k[4]; SECRET int pin; public: ~no_move() { explicit_bzero(k, sizeof(k)); explicit_bzero(&pin, sizeof(pin)); } };{{$}}

// That the compiler declares an assignment for it makes no difference.
struct assigned { assigned(); assigned(const assigned &) = delete; SECRET char k[4]; };
// CHECK-MESSAGES: :[[@LINE-1]]:80: warning: field 'k' {{.*}} [secret-missing-zeroization]
// CHECK-FIXES: {{^}}struct assigned { assigned(); assigned(const assigned &) = delete; SECRET char k[4]; ~assigned() { explicit_bzero(k, sizeof(k)); } };{{$}}
void assign(assigned &to, const assigned &from) { to = from; }

struct empty_body {
  empty_body();
  ~empty_body() {}
  SECRET char k[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: field 'k' {{.*}} [secret-missing-zeroization]
};
// CHECK-FIXES: {{^}}  ~empty_body() { explicit_bzero(k, sizeof(k)); }{{$}}
