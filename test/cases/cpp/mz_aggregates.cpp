// Plain aggregates as locals, bases and members.
// CATEGORY: classes
#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
struct Cred;
int cred_read(Cred *c);
int cred_send(const Cred *c);
void explicit_bzero(void *p, std::size_t n) noexcept;
}
struct Cred {
  char user[32];
  [[secret]] char pass[64];
};
struct Login {
  Cred cred;
  int tries;
};

int local_forgets() {
  Cred c; // EXPECT: secret-missing-zeroization
  cred_read(&c);
  return cred_send(&c);
}

int local_wipes() {
  Cred c;
  cred_read(&c);
  int rc = cred_send(&c);
  explicit_bzero(&c, sizeof c);
  return rc;
}

int local_field() {
  Cred c{};
  cred_read(&c);
  int rc = cred_send(&c);
  explicit_bzero(c.pass, sizeof c.pass);
  return rc;
}

int nested_forgets() {
  Login l; // EXPECT: secret-missing-zeroization
  l.tries = 0;
  cred_read(&l.cred);
  return cred_send(&l.cred);
}

int nested_wipes() {
  Login l;
  l.tries = 0;
  cred_read(&l.cred);
  int rc = cred_send(&l.cred);
  explicit_bzero(&l.cred.pass, sizeof l.cred.pass);
  return rc;
}

int nested_wrong() {
  Login l;
  l.tries = 0;
  cred_read(&l.cred);
  int rc = cred_send(&l.cred);
  explicit_bzero(&l.cred, sizeof l.cred.user); // EXPECT: secret-partial-zeroization
  return rc;
}

int zero_init() {
  Cred c = {};
  return cred_send(&c);
}

int designated(const char *user) {
  Cred c{.user = "guest"};
  c.user[0] = user[0];
  return cred_send(&c);
}

int copy_forgets(const Cred &given) {
  Cred c = given; // EXPECT: secret-missing-zeroization
  return cred_send(&c);
}

int copy_reference(const Cred &given) {
  const Cred &c = given;
  return cred_send(&c);
}

int reset_value() {
  Cred c;
  cred_read(&c);
  int rc = cred_send(&c);
  c = {}; // EXPECT: secret-elidable-zeroization
  return rc;
}

int reset_value_explicit() {
  Cred c;
  cred_read(&c);
  int rc = cred_send(&c);
  c = Cred(); // EXPECT: secret-elidable-zeroization
  return rc;
}
