//===- Model.h - What is known about APIs, as plain data --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model says what a function does with the bytes its parameters point to,
// and which declarations hold secrets. Built-in models are constant tables made
// from checks/models/*.yaml at build time; user models are parsed at run time
// into the same structures. Nothing here knows Clang.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODEL_H
#define SECRET_TIDY_SECRETS_MODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace secret {

/// Positions are 0-based parameter indices, as in the analyzer's taint
/// configuration, plus these.
constexpr int ResultPosition = -1;
constexpr int ThisPosition = -2;
constexpr int NoPosition = -3;

/// Whether a conforming optimizer may remove a zeroization.
enum class Strength : uint8_t { Reliable, Elidable };

/// How the number of bytes (or elements) an effect covers is known.
enum class LengthKind : uint8_t {
  Whole,      ///< the whole object, whatever its size
  Argument,   ///< the value of parameter A
  Product,    ///< the product of parameters A and B
  String,     ///< up to the terminating NUL
  Allocation, ///< the block's allocated size
  Constant,   ///< A bytes
  Until,      ///< up to where parameter A points
};

struct Length {
  LengthKind Kind = LengthKind::Whole;
  int A = NoPosition;
  int B = NoPosition;
  /// The argument counts elements of the pointee type, not bytes.
  bool CountsElements = false;
};

/// Why storage is unsuitable for secrets, or where a secret goes.
enum class SinkKind : uint8_t {
  Immutable,   ///< content the language or library forbids to change
  Interned,    ///< one copy shared by all equal values
  Shared,      ///< copy-on-write or reference-counted
  String,      ///< std::string-like: copies on growth, cannot be zeroized
  Terminal,    ///< standard output and error streams
  Log,         ///< system or application log
  Environment, ///< environment variables
  CommandLine, ///< argument vectors of processes
  Exception,   ///< exception messages
  File,        ///< files, pipes and sockets (option, off)
  StdioBuffer, ///< the stream's own buffer keeps a copy
  LibraryCopy, ///< a copy the library makes that nobody can reach
};

/// When a function's result says that an effect did not happen.
enum class Failure : uint8_t {
  Never,
  ResultZero,        ///< result == 0, or a null pointer
  ResultNonZero,     ///< result != 0
  ResultNegative,    ///< result < 0
  ResultNotPositive, ///< result <= 0
  ResultNotOne,      ///< result != 1
};

enum class EffectKind : uint8_t {
  Zeroize,    ///< overwrites what Position points to, for Len
  Release,    ///< frees the block Position points to
  Allocate,   ///< Position (usually the result) points to a new block of Len
  Reallocate, ///< the result is the block Source, moved and resized to Len
  Copy,       ///< copies Len bytes from Source's pointee to Position's
  Append,     ///< like Copy, but keeps what Position holds
  Alias,      ///< Position (usually the result) points into what Source does,
              ///< or, with a Len, to a part of it
  View,       ///< Position (usually the result) points to storage of kind Sink
              ///< inside object Source
  Secret,     ///< Position's pointee (or the result) becomes secret
  Fill,       ///< Position's pointee is written with data from outside, unless
              ///< Unless; only a tagged object becomes secret by it
  Public,     ///< Position's pointee (or the result) is public afterwards
  Sink,       ///< a secret in Source's pointee (or value) reaches Sink
  Unbuffer,   ///< stream Position has no buffer from now on
  Measure,    ///< the result is the length of the string at Position
  Count,      ///< the result is the number of elements of what Position is
  Reserve,    ///< container Position has room for Len elements from now on
  Construct,  ///< a constructor makes an object at Position, of the arguments
              ///< from Source on
  Test,       ///< the result says whether container or owner Position holds
              ///< anything
  Call,       ///< the function or closure at Position is called, with the
              ///< arguments from Source on, if that is a position
  Swap,       ///< Position and Source exchange what they hold
};

/// What makes a container grow, so that it may need a new block.
enum class Growth : uint8_t {
  None,
  By,   ///< GrowsBy elements more
  To,   ///< as many elements as parameter GrowsBy says
  Some, ///< nobody knows by how many
};

/// One thing a modelled function does.
struct Effect {
  EffectKind Kind = EffectKind::Zeroize;
  int Position = NoPosition;
  int Source = NoPosition;
  /// Source stands for itself and every later argument (printf's values).
  bool AndRest = false;
  /// Position stands for itself and every later argument (scanf's targets).
  bool ToRest = false;
  /// The block is zero-filled (Allocate) or the old block is cleared before it
  /// is freed (Release, Reallocate).
  bool Zeroes = false;
  /// The effect is on what the pointee points to (`char **out`), or on the
  /// pointer argument itself for a position with no indirection.
  bool Indirect = false;
  /// The block dies when the calling function returns (alloca).
  bool Stack = false;
  Strength Wipe = Strength::Reliable;
  SinkKind Sink = SinkKind::Immutable;
  Failure Unless = Failure::Never;
  Length Len;
  /// Parameter that holds the stream of a StdioBuffer or Terminal effect.
  int Stream = NoPosition;
  /// Parameter holding the fill byte of a Zeroize (memset); a known non-zero
  /// value still overwrites the secret.
  int Fill = NoPosition;
  /// The effect happens only where parameter WhenArgument is WhenValue
  /// (setvbuf's _IONBF); NoPosition: always.
  int WhenArgument = NoPosition;
  int WhenValue = 0;
  /// One clause for the message: "stays until the interpreter exits".
  llvm::StringRef Reason;
  /// The allocator clears the block when it is freed (Allocate).
  bool ClearedOnFree = false;
  /// Parameter that counts the elements in front of the part that an Alias
  /// points to.
  int Skip = NoPosition;
  /// The Len of an Alias is counted from the end.
  bool FromEnd = false;
  /// The result of a Test is true where it holds nothing.
  bool WhenEmpty = false;
  /// A Sink that happens only where the container in Source has no room left.
  Growth Grows = Growth::None;
  int GrowsBy = 0;
  /// A Sink takes over what is passed by rvalue reference, and copies the rest.
  bool UnlessMoved = false;
  /// A Call may happen at any time until the end of what the call makes.
  bool Later = false;
};

enum FunctionFlag : uint8_t {
  NoEscape = 1 << 0,  ///< keeps no pointer it is given after it returns
  NotOpaque = 1 << 1, ///< reads no memory but what its arguments point to
  NoThrow = 1 << 2,   ///< throws no exception
  NoReturn = 1 << 3,  ///< never returns
  ReadsOnly = 1 << 4, ///< writes through none of its pointer arguments
  Jumps = 1 << 5,     ///< leaves the function as longjmp does
};

/// Where an entry was written, for messages and --dump-models.
struct Origin {
  llvm::StringRef File; ///< path of the YAML file, relative for built-in ones
  unsigned Line = 0;
  llvm::StringRef Library;
  llvm::StringRef Seen; ///< where the fact comes from
  unsigned Column = 1;
};

struct FunctionModel {
  /// Qualified name (`ns::Class::method`); may be a glob (llvm::GlobPattern).
  llvm::StringRef Name;
  /// Number of parameters the entry speaks of, or -1 for any.
  int Params = -1;
  /// Canonical function type the entry speaks of, or empty for any.
  llvm::StringRef Signature;
  /// Glob over the path of the header that declares it, or empty for any.
  llvm::StringRef Header;
  /// Entry holds only for declarations without a visible body.
  bool OnlyWithoutBody = false;
  uint8_t Flags = 0;
  llvm::ArrayRef<Effect> Effects;
  Origin From;

  bool zeroizes() const {
    for (const Effect &E : Effects)
      if (E.Kind == EffectKind::Zeroize)
        return true;
    return false;
  }
  bool bringsSecret() const {
    for (const Effect &E : Effects)
      if (E.Kind == EffectKind::Secret)
        return true;
    return false;
  }
};

enum class TagKind : uint8_t { Secret, Public };
enum class TaggedThing : uint8_t { Function, Parameter, Field, Variable, Type };

/// Tags a declaration that cannot be edited.
struct TagModel {
  TaggedThing Thing = TaggedThing::Variable;
  TagKind Kind = TagKind::Secret;
  llvm::StringRef Name; ///< `function::local` for locals; globs allowed
  int Position = NoPosition;
  Origin From;
};

/// What is known about a type's storage.
struct TypeModel {
  llvm::StringRef
      Name; ///< qualified, without template arguments; globs allowed
  /// Its destructor zeroizes everything it holds.
  bool ZeroizesItself = false;
  /// Its storage is unsuitable for secrets, and why.
  bool Unsuitable = false;
  SinkKind Storage = SinkKind::String;
  /// It only refers to storage that something else owns (string_view, span).
  bool IsView = false;
  /// Its elements are in a block that it frees without zeroizing (vector).
  bool OwnsBlock = false;
  /// It is a pointer to a block that dies with it (unique_ptr).
  bool OwnsPointee = false;
  /// Its elements are in the object itself (array, optional, pair).
  bool HoldsInline = false;
  llvm::StringRef Reason;
  Origin From;
};

/// Some models, as tables. The tables outlive the ModelTables that names them.
struct ModelTables {
  llvm::ArrayRef<FunctionModel> Functions;
  llvm::ArrayRef<TagModel> Tags;
  llvm::ArrayRef<TypeModel> Types;
  /// The rows are in the order of ModelOrder.h.
  bool Sorted = false;
};

/// The models that ship with the project. Constant; never parsed at run time.
const ModelTables &builtinModels();

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODEL_H
