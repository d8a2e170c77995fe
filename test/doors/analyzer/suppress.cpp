// [[clang::suppress]] holds for our reports, as for the analyzer's own.
// RUN: %clangxx --analyze -std=c++17 -fno-caret-diagnostics -fplugin=%analyzer-plugin -Xclang -analyzer-checker=secret -Xclang -analyzer-output=text %s > %t 2>&1
// RUN: %FileCheck %s --input-file=%t --implicit-check-not=warning:
void fill(__attribute__((secret)) unsigned char *key);

void loud() {
  // CHECK: :[[@LINE+1]]:17: warning: {{.*}} [secret.MissingZeroization]
  unsigned char key[32];
  fill(key);
}

void silent() {
  [[clang::suppress]] unsigned char key[32];
  fill(key);
}

[[clang::suppress]] void quiet() {
  unsigned char key[32];
  fill(key);
}

// In a header, a template and a lambda the function is found, too.
template <class T> void generic(T value) {
  auto inner = [] {
    // CHECK: :[[@LINE+1]]:19: warning: {{.*}} [secret.MissingZeroization]
    unsigned char key[32];
    fill(key);
  };
  inner();
  (void)value;
}
void instantiate() { generic(1); }
