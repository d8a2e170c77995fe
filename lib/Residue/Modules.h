//===- Modules.h - Programs and libraries in memory -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names for addresses in ELF files that are mapped, from the files on disk. A
// file that is not there, or not the one that was mapped, gives no names.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_MODULES_H
#define SECRET_TIDY_RESIDUE_MODULES_H

#include "Residue/Target.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace secret {
namespace residue {

/// A named piece of memory, by the file's addresses.
struct Symbol {
  uint64_t Address = 0;
  uint64_t Size = 0;
  std::string Name;
  bool IsFunction = false;
};

struct Module {
  std::string File;
  /// From the file's addresses to those in memory.
  uint64_t Bias = 0;
  /// All of it in memory, .bss included.
  Span Extent;
  /// By address.
  std::vector<Symbol> Symbols;
  /// The sections that are in memory, as symbols.
  std::vector<Symbol> Sections;

  /// The symbol that covers \p Address of memory, or null.
  const Symbol *symbolAt(uint64_t Address) const;
  const Symbol *sectionAt(uint64_t Address) const;
};

class Modules {
public:
  explicit Modules(const Target &Of);

  /// The module at \p Address, or null.
  const Module *at(uint64_t Address) const;

  /// The address in memory of the symbol \p Name: as it is in the table, or
  /// demangled without parameters. The program comes before its libraries.
  /// \p OnlyFunctions leaves out data.
  std::optional<uint64_t> find(llvm::StringRef Name,
                               bool OnlyFunctions = false) const;

  llvm::ArrayRef<Module> all() const { return List; }

private:
  std::vector<Module> List;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_MODULES_H
