#include <secret-tidy/residue.h>
#include <secret-tidy/zeroize_on_exit.h>

extern "C" void tags(unsigned char *key);

int main() {
  unsigned char key[32];
  auto guard = secret::zeroize_on_exit(key);
  tags(key);
  secret_residue_checkpoint("filled");
  return key[0] != 1;
}
