//===- Finding.h - What a rule found, as plain data -------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding holds no Clang pointers. A door (clang-tidy, audit, analyzer)
// renders it.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RULES_FINDING_H
#define SECRET_TIDY_RULES_FINDING_H

#include "RuleTable.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <cstdint>
#include <string>
#include <vector>

namespace secret {

/// A place in the source: the raw encoding of a clang::SourceLocation in the
/// process that parsed the file, an index into StoredFacts elsewhere. 0 is no
/// place.
using Place = uint32_t;

/// Takes a place that is not 0; returns `FILE:LINE:COLUMN`, or what is wanted
/// of it.
using SpellPlace = llvm::function_ref<std::string(Place)>;

/// From the first character of the token at Begin to the last of the one at
/// End.
struct Span {
  Place Begin = 0;
  Place End = 0;
};

enum class Confidence : uint8_t { High, Medium, Low };

/// A step of the story: where the secret came from, was copied, is released.
struct Note {
  Span At;
  std::string Text;
};

/// A pointer and a number of bytes, as written in the source.
struct WipeText {
  std::string Pointer;
  std::string Length;
};

/// What would mend the code. The door decides how it is spelled, since the
/// wiper is an option and must be declared in the unit.
struct Repair {
  enum class Kind : uint8_t {
    None,
    ReplaceCall,   ///< Target (a whole call) becomes a wiper call
    ReplaceLength, ///< Target (the length argument) becomes Wipe.Length
    InsertBefore,  ///< a wiper call goes before the statement at Target
    InsertGuard,   ///< a guard of Wipe.Pointer goes after the one at Target
    Destructor,    ///< the class of the first of Fields zeroizes them
  };
  Kind What = Kind::None;
  Span Target;
  WipeText Wipe;
  std::vector<Place> Fields;
};

struct Finding {
  RuleId Rule = RuleId::MissingZeroization;
  Span At;
  std::string Message;
  std::vector<Note> Notes;
  Repair Fix;
  Confidence Sure = Confidence::High;
  std::string Object;   ///< the storage's name as a user would write it
  std::string Class;    ///< the object's, if it has secret fields
  std::string Function; ///< qualified name of the function it is in
};

/// What the rules say of a zeroization of a secret.
enum class Judgement : uint8_t {
  Reliable, ///< no optimizer may remove it
  Needed,   ///< nor may it here: something may read the content
  Elidable, ///< it may be removed
};

/// A zeroization of a secret, whether it is reported or not.
struct Zeroization {
  Span At;            ///< where a finding on it stands
  Span Inner;         ///< the zeroization in the callee, if that is visible
  Place Within = 0;   ///< the function that At is in
  std::string Callee; ///< what is called; empty for loops and assignments
  Judgement Model = Judgement::Reliable;
  /// Done by a function whose body is not visible: nothing can remove it.
  bool IsOpaque = false;
  std::string Object;
  std::string Function;
};

/// What a finding on an elidable zeroization says until there is evidence.
constexpr llvm::StringLiteral MayBeRemoved("may be removed by the optimizer");

/// Receives findings; what becomes of them is the door's affair.
class Reporter {
public:
  virtual ~Reporter() = default;
  virtual void report(const Finding &F) = 0;
  /// Comes before the findings, in source order.
  virtual void zeroization(const Zeroization &) {}
  /// A limit was hit or input was unusable: one clear line.
  virtual void remark(Span At, llvm::StringRef Text) = 0;
};

} // namespace secret

#endif // SECRET_TIDY_RULES_FINDING_H
