//===- Place.h - What is at an address --------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_PLACE_H
#define SECRET_TIDY_RESIDUE_PLACE_H

#include "Residue/GlibcHeap.h"
#include "Residue/Modules.h"
#include "Residue/Target.h"
#include <optional>

namespace secret {
namespace residue {

enum class PlaceKind : uint8_t {
#define SECRET_PLACE(Name, Text, Color) Name,
#include "Residue/Places.def"
};

/// The kind as reports name it, and its color on maps.
llvm::StringRef placeName(PlaceKind Kind);
llvm::StringRef placeColor(PlaceKind Kind);

struct Place {
  PlaceKind Kind = PlaceKind::Anonymous;
  /// The file that is mapped there, or a name in brackets.
  std::string File;
  /// The thread whose stack or register it is.
  int Thread = 0;
  /// On a stack: below its pointer, in what returned calls left.
  bool DeadFrame = false;
  bool ThreadHasEnded = false;
  /// The block, buffer or symbol, if one is known.
  Span Object;
  std::string Symbol;
  std::string Section;
  /// Where the debug information says that the symbol is declared.
  std::string SourceFile;
  unsigned SourceLine = 0;

  /// One phrase for people: "freed heap block of 64 bytes at 0x55d0". Without
  /// \p Numbers, which differ from run to run, "freed heap block of 64 bytes".
  std::string describe(bool Numbers = true) const;
};

/// Tells places of one target. It must outlive the classifier.
class Classifier {
public:
  explicit Classifier(const Target &Of);

  Place classify(uint64_t Address) const;
  /// The kind of a whole mapping, for maps.
  PlaceKind kindOf(const Mapping &M) const;

private:
  struct Named {
    Span Where;
    PlaceKind Kind;
    std::string Name;
  };

  void findArguments();
  void findString(uint64_t First, PlaceKind Kind);
  void findStdioBuffers();
  const ThreadState *stackOwner(const Mapping &M) const;
  bool classifyNamed(uint64_t Address, Place &P) const;
  bool classifyStack(uint64_t Address, const Mapping &M, Place &P) const;
  bool classifyHeap(uint64_t Address, Place &P) const;
  bool classifyModule(uint64_t Address, Place &P) const;

  const Target &Of;
  Modules Mods;
  GlibcHeap Heap;
  std::vector<Named> NamedSpans;
};

/// The declaration of the variable at \p Address of a file with debug
/// information; the line is 0 if there is none.
void findDeclaration(const Module &M, uint64_t Address, Place &P);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_PLACE_H
