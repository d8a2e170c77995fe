//===- Observations.h - What the dataflow saw, for the rules ----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dataflow records what happens to secrets on all paths; the rules decide
// what is wrong. "Labels" is a Taint's label set: for which reasons the bytes
// were secret there.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_OBSERVATIONS_H
#define SECRET_TIDY_DATAFLOW_OBSERVATIONS_H

#include "State.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace secret {

/// A step of a story: what happened where, and what happened before.
struct StoryStep {
  Span At;
  std::string Text;
  OriginId Before = 0;
};

/// Stories as linked steps; equal steps have equal ids.
class Stories {
public:
  OriginId add(Span At, std::string Text, OriginId Before);
  const StoryStep &operator[](OriginId Id) const { return Steps[Id]; }

private:
  std::vector<StoryStep> Steps{StoryStep()};
  std::map<std::tuple<Place, std::string, OriginId>, OriginId> Ids;
};

/// Why a zeroization covers too little.
enum class Shortfall : uint8_t {
  None,
  SizeofPointer,
  Smaller,      ///< a constant or linear length that is less
  Zero,         ///< no bytes at all (swapped arguments)
  StringLength, ///< strlen of a larger buffer
  AddressOfPointer,
  Offset, ///< begins behind the start, or misses the secret
};

/// One zeroization in the source, seen on all paths that reach it.
struct Site {
  Span At;
  std::string How; ///< "memset"
  RegionId Region = 0;
  Strength Wipe = Strength::Reliable;
  Shortfall Short = Shortfall::None;
  int64_t Covered = UnknownSize; ///< bytes, if known
  uint64_t Labels = 0;           ///< of what it zeroized
  OriginId Story = 0;
  bool Needed = false;        ///< something may read the content after it
  bool Ended = false;         ///< the storage's life ends after it
  bool IsOpaque = false;      ///< done by code that is not visible
  bool IsAbsence = false;     ///< there is nothing on this path
  uint64_t PartialLabels = 0; ///< left behind when the life ended
  Span EndedAt;
  /// In the callee, if this is a call of a wrapper whose body is visible.
  Span Inner;
  std::string InnerText;
  uint32_t Call = NoId; ///< the call in FunctionFacts::Calls, if it is one
  int PointerArgument = NoPosition;
  int LengthArgument = NoPosition;
};

enum class ReleaseKind : uint8_t { Scope, Free, Lost };

/// A secret object whose life ends without zeroization.
struct Release {
  RegionId Region = 0;
  ReleaseKind Kind = ReleaseKind::Scope;
  Span At;
  std::string By;  ///< "free", for Free
  Place Inner = 0; ///< in the callee, if By has a visible body
  /// A statement before At would still come before the release, and the
  /// statement at At does not use the secret.
  bool TakesStatement = false;
  uint64_t Labels = 0;
  OriginId Story = 0;
};

/// Whether a sink of this kind takes bytes out of the process's protected
/// memory.
inline bool isExposure(SinkKind Kind) {
  return Kind >= SinkKind::Terminal && Kind <= SinkKind::File;
}

/// A secret that goes where it should not.
struct SinkUse {
  Span At;
  SinkKind Kind = SinkKind::Immutable;
  std::string Name;   ///< of the function
  std::string Reason; ///< from the model
  RegionId Region = 0;
  uint64_t Labels = 0;
  OriginId Story = 0;
  /// Only if the stream that this parameter holds is a standard one.
  int Stream = NoPosition;
  /// In a callee: it may be the callee that brings the secret.
  bool Arrives = false;
};

/// What leaves a copy where nothing can zeroize it.
enum class CopyMaker : uint8_t {
  Reallocation, ///< the old block
  Argument,     ///< the callee's by-value parameter
  Return,       ///< a record returned by value
  StreamBuffer, ///< the buffer of a stdio stream
  Library,      ///< memory of a library
  Environment,  ///< the environment, as the source
  CommandLine,  ///< the command line, as the source
  Scratch,      ///< a static variable of a function
  Closure,      ///< a lambda's capture by value
  Growth,       ///< the block of a container that had no room
};

/// A copy of a secret that a library or the language leaves behind.
struct HiddenCopy {
  Span At;
  CopyMaker By = CopyMaker::Library;
  std::string Name;   ///< of the function or object that has it
  std::string Reason; ///< from the model
  RegionId Region = 0;
  uint64_t Labels = 0;
  OriginId Story = 0;
  /// Of Growth: where the container is; region 0 if it may be one of several.
  std::pair<RegionId, int64_t> Container{0, 0};

  /// What happens to "it", as a clause.
  std::string describe() const;
};

/// A zeroization of storage that must not change.
struct ImmutableWipe {
  Span At;
  std::string How;
  std::string What;   ///< "a string literal"
  std::string Reason; ///< from the model
  RegionId Region = 0;
  uint64_t Labels = 0;
  OriginId Story = 0;
  Span Inner; ///< in the callee, for a wrapper
  std::string InnerText;
};

/// A secret constant in the program's image.
struct ImageUse {
  Span At;
  std::string Name;
  std::string Why;
};

/// A tagged field that the destructor of its class leaves as it is.
struct FieldResidue {
  TaggedRange Field;
  Span EndedAt; ///< the end of the destructor
};

/// What the destructor of an object would have zeroized, had its constructor
/// not thrown.
struct UnbuiltField {
  RegionId Region = 0; ///< the object, or a block that it holds
  Interval Bytes;
  std::string What; ///< "field 'key'"
  Span At;          ///< the call that may throw, or the throw
  OriginId Story = 0;
  Span Wiped; ///< in the destructor
};

struct Observations {
  std::vector<Site> Sites;
  /// By region and offset: at the first call that may throw.
  std::map<std::pair<RegionId, int64_t>, UnbuiltField> Unbuilt;
  /// And at each throw.
  std::map<std::tuple<Place, RegionId, int64_t>, UnbuiltField> Thrown;
  /// By offset, in a destructor.
  std::map<int64_t, FieldResidue> Fields;
  /// Offsets of fields that the destructor zeroizes on some path.
  std::set<int64_t> CleanFields;
  /// Left behind when an exception leaves the function; the first call.
  std::map<RegionId, Release> Unwound;
  std::map<std::tuple<RegionId, Place, ReleaseKind>, Release> Releases;
  /// For each region: the labels under which some path zeroizes it.
  std::map<RegionId, uint64_t> Zeroized;
  /// Parameters (positions) of which something is left when they die.
  std::set<int> LeftInParameters;
  std::map<std::tuple<Place, SinkKind, RegionId>, SinkUse> Sinks;
  std::map<Place, ImageUse> Images;
  std::map<std::tuple<Place, CopyMaker, RegionId>, HiddenCopy> HiddenCopies;
  std::map<std::pair<Place, RegionId>, ImmutableWipe> ImmutableWipes;
  /// Faults inside callees, reported at the call: by call and rule.
  std::map<std::tuple<Place, RuleId, Place>, SinkUse> InCallees;
  /// Calls through tables that are taken for unknown, and of how many functions
  /// they may be.
  std::map<std::string, uint32_t> TooManyTargets;
  Stories Story;

  SiteId site(Span At, RegionId Region, Span Inner);

private:
  std::map<std::tuple<Place, RegionId, Place>, SiteId> SiteIds;
};

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_OBSERVATIONS_H
