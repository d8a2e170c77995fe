// What the library's algorithms zero becomes a call of the wiper, in bytes.
// RUN: %check-tidy --clean %s secret-* %t -- -- -std=c++20
#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <vector>

void fill(__attribute__((annotate("secret"))) void *k) noexcept;

void vectors() {
  std::vector<unsigned char> k(32);
  fill(k.data());
  std::fill(k.begin(), k.end(), 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k.data(), k.size());{{$}}
}

void object_w() {
  std::vector<unsigned> w(32);
  fill(w.data());
  std::ranges::fill(w, 0u);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(w.data(), w.size() * sizeof(*w.data()));{{$}}
}

void object_a() {
  std::vector<unsigned char> a(32);
  fill(a.data());
  a.assign(a.size(), 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(a.data(), a.size());{{$}}
}

void arrays() {
  std::array<unsigned, 8> k;
  fill(k.data());
  k.fill(0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(k.data(), k.size() * sizeof(*k.data()));{{$}}
}

void object_p() {
  unsigned p[8];
  fill(p);
  std::fill(std::begin(p), std::end(p), 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(p, sizeof(p));{{$}}
}

void object_q() {
  unsigned q[8];
  fill(q);
  std::fill(q, q + 8, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(q, 8 * sizeof(*q));{{$}}
}

void object_r() {
  unsigned r[8];
  fill(r);
  std::fill_n(r, 4 + 4, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: {{.*}} [secret-elidable-zeroization]
  // CHECK-FIXES: {{^}}  explicit_bzero(r, (4 + 4) * sizeof(*r));{{$}}
}

void never() {
  std::array<unsigned char, 8> k;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: {{.*}}call 'explicit_bzero(k.data(), k.size())'{{.*}} [secret-missing-zeroization]
  fill(k.data());
  // CHECK-FIXES: {{^}}  explicit_bzero(k.data(), k.size());{{$}}
  // CHECK-FIXES-NEXT: {{^}}}{{$}}
}
