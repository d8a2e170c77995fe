// A function template has code where it is instantiated by name.
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 -DNAMED > %t
// RUN: %FileCheck %s --input-file %t
// RUN: %secret-audit --quiet --dump-evidence %s -- -O2 | count 0
extern "C" void *memset(void *, int, unsigned long);
void fill(void *);

template <int N> void made() {
  __attribute__((annotate("secret"))) unsigned char key[N];
  fill(key);
  memset(key, 0, N);
}
// CHECK: at instantiation.cpp:11:3: removed by DSEPass at -O2
// CHECK-DAG: removed by DSEPass in _Z4madeILi8EEvv
// CHECK-DAG: removed by DSEPass in _Z4madeILi64EEvv
#ifdef NAMED
template void made<8>();
template void made<64>();
#endif
