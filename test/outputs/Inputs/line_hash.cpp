// Prints the hashes of the lines of standard input.
#include "Output/LineHash.h"
#include <cstdio>
#include <iostream>
#include <iterator>

int main() {
  std::string Text((std::istreambuf_iterator<char>(std::cin)),
                   std::istreambuf_iterator<char>());
  for (const std::string &Hash : secret::output::hashLines(Text))
    std::puts(Hash.c_str());
}
