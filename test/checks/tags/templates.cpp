// A tag on a template counts for its instances.
// RUN: %expect %s

#define SECRET __attribute__((annotate("secret")))
void use(const void *k);
void fill(void *k);

template <class T> struct SECRET Box { T x[16]; };
template <class T> struct Outer {
  struct SECRET Inner { T x[16]; };
  void take(SECRET T *p);
};
template <class T> using Three SECRET = T[3];
template <class T> void made(SECRET T *k);

void box() {
  Box<int> b; // EXPECT: secret-missing-zeroization
  fill(&b);
  use(&b);
}
void inner() {
  Outer<char>::Inner i; // EXPECT: secret-missing-zeroization
  fill(&i);
  use(&i);
}
void alias() {
  Three<long> t; // EXPECT: secret-missing-zeroization
  fill(t);
  use(t);
}
void argument() {
  char k[32]; // EXPECT: secret-missing-zeroization
  made(k);
  use(k);
}
void method(Outer<char> &o) {
  char k[32]; // EXPECT: secret-missing-zeroization
  o.take(k);
  use(k);
}
template <class T> void instance(SECRET const T *k) {
  T copy[16]; // EXPECT: secret-missing-zeroization
  __builtin_memcpy(copy, k, sizeof(copy));
  use(copy);
}
void instantiate(const int *p) { instance(p); }
