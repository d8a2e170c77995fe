// PACKAGES: llvm-19-dev
// MODELS: cpp-libraries.yaml
// FLAGS: -isystem /usr/lib/llvm-19/include
#include <llvm/Support/StringSaver.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/Twine.h>
#include <llvm/IR/Metadata.h>
