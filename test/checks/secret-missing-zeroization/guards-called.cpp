// Guards with a flag, closures behind function pointers.
// RUN: %expect %s -- -std=c++17
#include "../../Inputs/mock_std.h"

struct key {
  unsigned char k[32];
};
void fill_key(key *k) noexcept;
void use_key(const key *k) noexcept;

struct flagged {
  key *k;
  bool on = true;
  ~flagged() {
    if (on)
      explicit_bzero(k, sizeof(key));
  }
};

void on_by_default() {
  SECRET key k;
  fill_key(&k);
  flagged g{&k};
  use_key(&k);
}

void switched_off() {
  SECRET key k; // EXPECT: secret-missing-zeroization
  fill_key(&k);
  flagged g{&k, false};
  use_key(&k);
}

void switched_off_later() {
  SECRET key k; // EXPECT: secret-missing-zeroization
  fill_key(&k);
  flagged g{&k};
  g.on = false;
  use_key(&k);
}

struct numbered {
  key &k;
  int times;
  ~numbered() {
    if (times != 0)
      explicit_bzero(&k, sizeof(key));
  }
};

void once() {
  SECRET key k;
  fill_key(&k);
  numbered g{k, 1};
  use_key(&k);
}

void never() {
  SECRET key k; // EXPECT: secret-missing-zeroization
  fill_key(&k);
  numbered g{k, 0};
  use_key(&k);
}

void closure_deletes() {
  SECRET key k;
  fill_key(&k);
  std::unique_ptr<key, void (*)(key *)> g(&k, [](key *p) { explicit_bzero(p, sizeof(key)); });
  use_key(&k);
}

void closure_does_not() {
  SECRET key k; // EXPECT: secret-missing-zeroization
  fill_key(&k);
  std::unique_ptr<key, void (*)(key *)> g(&k, [](key *p) { use_key(p); });
  use_key(&k);
}

void pointer_to_closure() {
  SECRET key k;
  fill_key(&k);
  void (*wipe)(key *) = [](key *p) { explicit_bzero(p, sizeof(key)); };
  use_key(&k);
  wipe(&k);
}

static void forget(key *p) { explicit_bzero(p, sizeof(key)); }
static void keep(key *) {}

void pointer_to_function() {
  SECRET key k;
  fill_key(&k);
  void (*wipe)(key *) = forget;
  wipe(&k);
}

/// It may call something else.
void pointer_that_changes(bool wanted) {
  SECRET key k; // EXPECT: secret-missing-zeroization
  fill_key(&k);
  void (*done)(key *) = forget;
  if (!wanted)
    done = keep;
  done(&k);
}
