// What a throw throws is known, and so which handler takes it; also where a
// callee that is seen throws it.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock.h"

namespace std {
class exception {
public:
  virtual ~exception();
};
class runtime_error : public exception {
public:
  explicit runtime_error(const char *what);
  ~runtime_error() override;
};
} // namespace std

struct my_error {
  explicit my_error(const char *what);
};
struct derived_error : my_error {
  using my_error::my_error;
};
struct private_error : private std::runtime_error {
  private_error() : runtime_error("") {}
};
struct left : my_error {
  left() : my_error("") {}
};
struct right : my_error {
  right() : my_error("") {}
};
struct ambiguous_error : left, right {};

void mayThrow();
void cannotThrow() noexcept;

void base() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw std::runtime_error("x");
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void number() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw 3; // EXPECT: secret-missing-zeroization
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void same() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw my_error("x");
  } catch (my_error) {
  }
  explicit_bzero(key, sizeof(key));
}

void derived_by_base() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw derived_error("x");
  } catch (my_error &) {
  }
  explicit_bzero(key, sizeof(key));
}

void base_by_derived() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw my_error("x"); // EXPECT: secret-missing-zeroization
  } catch (derived_error &) {
  }
  explicit_bzero(key, sizeof(key));
}

void private_base() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw private_error(); // EXPECT: secret-missing-zeroization
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void ambiguous_base() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw ambiguous_error(); // EXPECT: secret-missing-zeroization
  } catch (const my_error &) {
  }
  explicit_bzero(key, sizeof(key));
}

void catch_all_behind() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw 3;
  } catch (const std::exception &) {
  } catch (...) {
  }
  explicit_bzero(key, sizeof(key));
}

/// The first handler that matches takes it.
void first_wipes(bool n) {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (n)
      throw derived_error("x");
  } catch (const my_error &) {
    explicit_bzero(key, sizeof(key));
    throw;
  } catch (...) {
    throw;
  }
  explicit_bzero(key, sizeof(key));
}

void first_leaves(bool n) {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (n)
      throw derived_error("x");
  } catch (const my_error &) {
    throw; // EXPECT: secret-missing-zeroization
  } catch (...) {
    explicit_bzero(key, sizeof(key));
    throw;
  }
  explicit_bzero(key, sizeof(key));
}

void outer_takes() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    try {
      if (check())
        throw 3;
    } catch (const my_error &) {
      throw;
    }
  } catch (int) {
  }
  explicit_bzero(key, sizeof(key));
}

/// What is local to the inner block is gone all the same.
void inner_local() {
  try {
    try {
      unsigned char key[32];
      fill(key);
      if (check())
        throw 3; // EXPECT: secret-missing-zeroization
      explicit_bzero(key, sizeof(key));
    } catch (const my_error &) {
    }
  } catch (int) {
  }
}

void pointers(int n, const derived_error *e) {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (n == 1)
      throw e;
    if (n == 2)
      throw "text";
    if (n == 3)
      throw nullptr;
  } catch (const my_error *) {
  } catch (const void *) {
  }
  explicit_bzero(key, sizeof(key));
}

void constant_pointer(const derived_error *e) {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw e; // EXPECT: secret-missing-zeroization
  } catch (my_error *) {
  }
  explicit_bzero(key, sizeof(key));
}

/// A call of a function that is seen.
static void checked(int rc) {
  if (rc)
    throw std::runtime_error("rc");
}
static void counted(int rc) {
  if (rc)
    throw rc;
}
static void counts_only(int rc) {
  try {
    counted(rc);
    checked(rc);
  } catch (const std::exception &) {
  }
}
static void swallows(int rc) {
  try {
    counted(rc);
  } catch (int) {
  }
}
static void again(int rc) {
  try {
    counted(rc);
  } catch (...) {
    cannotThrow();
    throw;
  }
}

void callee_caught() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    checked(check());
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void callee_passes() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    counted(check()); // EXPECT: secret-missing-zeroization
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void callee_of_callee() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    counts_only(check());
  } catch (int) {
  }
  swallows(check());
  explicit_bzero(key, sizeof(key));
}

void callee_throws_again() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    again(check()); // EXPECT: secret-missing-zeroization
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void callee_throws_again_caught() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    again(check());
  } catch (int) {
  }
  explicit_bzero(key, sizeof(key));
}

/// A function that is not seen may throw anything that is usual.
void unknown() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    mayThrow();
  } catch (const std::exception &) {
  }
  explicit_bzero(key, sizeof(key));
}

void unknown_passes() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    mayThrow(); // EXPECT: secret-missing-zeroization
  } catch (const my_error &) {
  }
  explicit_bzero(key, sizeof(key));
}

/// The constructor of what is thrown is part of the throw.
void one_report() {
  SECRET unsigned char key[32];
  fill(key);
  try {
    if (check())
      throw my_error("x");
  } catch (const my_error &) {
  }
  explicit_bzero(key, sizeof(key));
}
