// A map of strings holds the secret.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
#include "truth.h"
#include <map>
#include <string>
#include <string.h>

void run() {
  SECRET char text[65] = {};
  fill(text, 64);
  std::map<std::string, std::string> settings;
  settings["password"] = text;
  explicit_bzero(text, sizeof text);
  use(&settings, 1);
}
