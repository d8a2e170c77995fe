//===- Fact.h - What happens in a function, in order ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts are the only thing that the stages after the generator see of a
// function: a short list of atomic events per CFG block. They name storage,
// types and values by small ids into per-function tables, hold no Clang
// pointers, and can be printed.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_FACT_H
#define SECRET_TIDY_FACTS_FACT_H

#include "CallInfo.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <vector>

namespace secret {

/// Part of a type that tags say is secret.
struct TaggedRange {
  int64_t Lo = 0;
  int64_t Hi = 0;
  /// The bytes are a pointer, and what it points to is secret.
  bool Pointee = false;
  /// A field whose class is told by its destructor, not by its objects.
  bool IsClassDuty = false;
  /// Its type is unsuitable for secrets, which is said at its declaration.
  bool IsUnsuitable = false;
  std::string Name; ///< "key" of "struct traffic"; empty for the whole type
  Place Where = 0;  ///< the tag, or 0 for a model
  bool Inferred = false; ///< from the name

  /// For notes.
  std::string why() const { return "field '" + Name + "' is " + how(); }
  const char *how() const {
    return Inferred ? "taken for a secret, inferred from the name"
                    : "tagged secret";
  }
};

/// How objects of a class keep what they hold.
enum class Holding : uint8_t {
  Fields, ///< in the declared fields, as any record
  Inline, ///< elements in the object itself (array, optional)
  Block,  ///< elements in a block that only it can reach (vector, string)
  View,   ///< its first bytes point to what something else owns (span)
  Owner,  ///< its first bytes point to a block that dies with it (unique_ptr)
};

/// One of the things that a pair or tuple holds.
struct TypePart {
  int64_t Offset = 0;
  int64_t Size = UnknownSize;
};

/// What the analysis needs to know of a type.
struct TypeInfo {
  std::string Name;
  std::string Class; ///< its qualified name, for classes with tagged fields
  int64_t Size = UnknownSize;
  /// Bytes that can hold what it is for: without the flag of an optional.
  int64_t ContentSize = UnknownSize;
  bool IsScalar = false;
  bool IsPointer = false;
  bool IsRecord = false;
  bool IsConst = false;
  Holding Holds = Holding::Fields;
  /// Storage unsuitable for secrets; None if it is not.
  std::optional<SinkKind> Unsuitable;
  std::string UnsuitableReason;
  /// Of a container: an unsuitable type among those that it can hold, or 0.
  uint32_t UnsuitablePart = 0;
  /// A container whose blocks an allocator of somebody's own gets back.
  bool HasOwnAllocator = false;
  /// Destroying it zeroizes it, says a model.
  bool ZeroizesItself = false;
  /// A copy of it is a copy of its bytes, and cannot throw.
  bool IsTrivial = false;
  /// Somebody wrote a destructor for it.
  bool HasDestructor = false;
  /// It has a destructor, and nothing but pointers and numbers: what matters of
  /// it is what it points to.
  bool IsHandle = false;
  /// Pointers and references in it, with what they point to; for records.
  std::vector<std::pair<int64_t, uint32_t>> Pointers;
  /// Of a record: members whose content is in blocks of their own.
  std::vector<TypePart> Blocks;
  /// Of a pair or tuple: what it holds, in the order of its constructor.
  std::vector<TypePart> Parts;
  /// What it points to, for pointers, references and views; its element, for
  /// arrays and containers.
  TypeId Pointee = 0;
  /// Element size of the pointee, for lengths that count elements.
  int64_t ElementSize = 1;
  std::vector<TaggedRange> Tagged;
  std::vector<TaggedRange> Public; ///< fields that are tagged public
};

struct Fact;

enum class ObjectKind : uint8_t {
  Local,
  Parameter,
  StaticLocal,
  Global,
  Literal,
  Temporary,
};

/// How all of an object is zeroized through a pointer.
enum class WipeForm : uint8_t {
  None,     ///< not at all
  Array,    ///< x, sizeof(x)
  Bytes,    ///< &x, sizeof(x)
  Elements, ///< x.data(), x.size() elements
};

/// Storage that the source names (or a literal or temporary).
struct ObjectInfo {
  ObjectKind Kind = ObjectKind::Local;
  std::string Name;
  std::string Usr; ///< of globals, to recognise them in other functions
  TypeId Type = 0;
  int64_t Size = UnknownSize;
  int Parameter = NoPosition;
  bool IsConst = false;
  bool IsVolatile = false;
  /// Scalar: carries secrecy, but is reported only when tagged.
  bool IsScalar = false;
  bool IsPointer = false;
  WipeForm Form = WipeForm::None;
  /// The arguments in place of `...`, all together.
  bool IsVariadic = false;
  /// Content is all zeros when life begins (statics, constants).
  bool StartsZero = false;
  /// A temporary whose destructor runs at the end of its full-expression.
  bool EndsLife = false;
  /// Declared public: nothing written there is secret.
  bool IsPublic = false;
  /// For pointers: what it points to is secret (or public).
  bool PointeeTagged = false;
  bool PointeePublic = false;
  /// Number of bytes a parameter declared as an array has, or unknown.
  int64_t PointeeSize = UnknownSize;
  std::vector<TaggedRange> Tagged; ///< its own bytes that tags call secret
  std::string Why;                 ///< "'pw' is tagged [[secret]]", for notes
  Span Declared;
  /// The statement that declares it and nothing else, or no place.
  Span Statement;
  Place Tag = 0;
  /// What destroying it does, for unwinding; applied like a block's facts.
  std::vector<Fact> Destroy;
};

enum class CompareOp : uint8_t { Eq, Ne, Lt, Le, Gt, Ge };
enum class ArithOp : uint8_t { Add, Sub, Mul, Div, And, Or, Other };

/// Where a constant comes from, where that decides about a length.
enum class NumberFlavor : uint8_t { Plain, SizeofPointer };

enum class FactKind : uint8_t {
  Declare,  ///< Object begins its life with unknown content
  ScopeEnd, ///< Object's life ends; At is the statement that ends it
  Constant, ///< Result = Number
  Address,  ///< Result = address of Object
  /// Result = A + B * Number (pointer arithmetic); Size of a row. In a counted
  /// loop Operands are its bound and its start, Type is what holds the
  /// elements, and Flag says that they are records or rows.
  Element,
  Field, ///< Result = A + Number, one field of Size bytes
  Load,  ///< Result = Size bytes at A; Flag: no null pointer
  Store, ///< Size bytes at A = B; Flag: only some bits of them
  Copy,  ///< Size bytes at A = Size bytes at B
  /// Bytes at A = 0; length is value B, or all there is if B is none. Flag: a
  /// loop does it.
  Zeroize,
  Arith,     ///< Result = A Op B
  Compare,   ///< Result = A Cmp B, public whatever A and B are
  Not,       ///< Result = !A
  Choose,    ///< Result = the one of Operands this path evaluated, or Number
  Mix,       ///< Result = unknown; secret if one of Operands is
  Call,      ///< Result = Calls[Index](...)
  Barrier,   ///< inline assembly: Operands are inputs, Flag is memory clobber
  Return,    ///< returns A; At is the statement, Flag: A is just a variable
  Image,     ///< a secret constant in the program's image
  Drop,      ///< the owner at A lets go of what it points to; At is the exit
  EndOfThis, ///< the destructor is done: the fields of this end their life
  Throw,     ///< an exception leaves here: Throws[Index]
  Capture,   ///< a closure copies Size bytes at A, of Object if it is known
};

struct Fact {
  FactKind Kind = FactKind::Mix;
  CompareOp Cmp = CompareOp::Eq;
  ArithOp Op = ArithOp::Other;
  NumberFlavor Flavor = NumberFlavor::Plain;
  bool IsVolatile = false;
  /// Declaration's initializer; a zero there brings no secret and wipes none.
  /// Of Return: what is returned is made where the caller wants it.
  bool Initial = false;
  /// The value stored is a compile-time constant.
  bool IsConstant = false;
  bool Flag = false;
  bool EndsLife = false; ///< part of the end of an object's life
  bool Copies = false;   ///< of Return: what is copied stays where it is
  ValueId Result = 0;
  ValueId A = 0;
  ValueId B = 0;
  ObjectId Object = NoId;
  TypeId Type = 0; ///< of Result or of what is stored
  uint32_t Index = NoId;
  int64_t Number = 0;
  int64_t Size = UnknownSize;
  llvm::SmallVector<ValueId, 2> Operands;
  Span At;
};

/// A way out of a block: to which block, and for which value of the condition.
struct Edge {
  enum class Test : uint8_t { Always, True, False, Case, Default };
  unsigned To = 0;
  Test When = Test::Always;
  /// Values of the case labels (Case), or of all the other ones (Default).
  llvm::SmallVector<int64_t, 2> Values;
};

struct Block {
  unsigned Id = 0;
  std::vector<Fact> Facts;
  ValueId Condition = 0;
  llvm::SmallVector<Edge, 2> Successors;
  /// The innermost try block that this one is part of.
  uint32_t Try = NoId;
};

/// Handlers of a try block.
struct TryInfo {
  unsigned Handlers = 0; ///< block that dispatches to them
  uint32_t Outer = NoId; ///< the try block around it
  bool CatchesAll = false;
  /// All of a constructor: what is built of the object ends before a handler.
  bool IsConstructor = false;
  std::vector<ObjectId> Locals; ///< declared inside: their life ends at a throw
};

/// A tagged declaration whose type is unsuitable for secrets.
struct UnsuitableUse {
  Span At;
  std::string Name;
  SinkKind Kind = SinkKind::String;
  std::string Reason;
  bool IsParameter = false;
};

struct FunctionFacts {
  std::string Name;
  std::string Usr;
  bool IsInternal = false;
  bool IsConstructor = false;
  bool IsDestructor = false;
  bool IsImplicit = false; ///< nobody wrote it
  /// An exception that leaves it ends the program.
  bool IsNoexcept = false;
  /// `optnone`: nothing in it is removed, nor inlined into it.
  bool IsUnoptimized = false;
  /// Of a destructor: its class, and where that is.
  std::string ClassName;
  Span Class;
  bool ReturnsSecret = false; ///< it is tagged
  /// The hidden parameter of a method, or NoId.
  ObjectId This = NoId;
  std::vector<TryInfo> Tries;
  std::vector<ThrowInfo> Throws;
  /// Of a constructor: what destroys each base and member that it builds, in
  /// the order of construction, for unwinding.
  std::vector<std::vector<Fact>> Parts;
  /// And what the class's own destructor does, which does not run then. Empty
  /// where nobody wrote one.
  std::vector<Fact> Destructor;
  std::vector<UnsuitableUse> Unsuitable;
  Span Declared;
  Place ClosingBrace = 0;
  std::vector<ObjectInfo> Objects;
  std::vector<CallInfo> Calls;
  std::vector<Block> Blocks;   ///< index is the block's id
  std::vector<unsigned> Order; ///< reverse post-order of reachable blocks
  unsigned Entry = 0;
  unsigned Exit = 0;
  ValueId NumValues = 1;
  /// Values that are used in another block than the one that makes them.
  std::vector<bool> CrossesBlocks;
  /// Not generated, and why (too many blocks, broken code); empty if fine.
  std::string Problem;
};

/// The types of one translation unit. Index 0 is the unknown type.
struct TypeTable {
  std::vector<TypeInfo> Types{TypeInfo()};
  const TypeInfo &operator[](TypeId Id) const { return Types[Id]; }
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_FACT_H
