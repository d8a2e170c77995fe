//===- HiddenCopies.cpp - Copies that nobody can zeroize ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a library or the language leaves behind: old blocks of realloc, records
// passed and returned by value, the buffers of streams, the environment and the
// command line as sources, static scratch storage.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "StandardStreams.h"
#include "Transfer.h"

using namespace secret;

static constexpr Interval Everything{0, EndOfObject};

/// Null if nothing secret is copied.
HiddenCopy *Transfer::hiddenCopy(Span At, CopyMaker By, const std::string &Name,
                                 RegionId R, Taint Secrecy,
                                 llvm::StringRef Reason) {
  if (!Secrecy.any())
    return nullptr;
  HiddenCopy &Copy = Seen.HiddenCopies[{At.Begin, By, R}];
  Copy.At = At;
  Copy.By = By;
  Copy.Name = Name;
  Copy.Reason = Reason.str();
  Copy.Region = R;
  // Known to be a secret, it is no fault of the callers.
  Copy.Labels |= Secrecy.isSecret() ? Taint::Secret : Secrecy.Labels;
  if (!Copy.Story || Secrecy.isSecret())
    Copy.Story = Secrecy.Origin;
  return &Copy;
}

/// The secrecy of a record at \p T, but for what moves with the blocks of its
/// members.
Taint Transfer::secrecyOutsideBlocks(State &S, const Target &T, TypeId Type) {
  const TypeInfo &Info = Types[Type];
  if (Info.Blocks.empty() || T.Offset == UnknownOffset || Info.Size <= 0)
    return secrecyAt(S, T, Info.Size);
  Taint Sum;
  int64_t From = 0;
  auto Add = [&](int64_t To) {
    Target Part = T;
    Part.Offset += From;
    if (From < To)
      Sum.add(secrecyAt(S, Part, To - From));
  };
  for (const TypePart &Block : Info.Blocks) {
    Add(Block.Offset);
    From = Block.Offset + Block.Size;
  }
  Add(Info.Size);
  return Sum;
}

/// Whether the callee's own copy of argument \p Position is empty at its end.
bool Transfer::empties(const CallInfo &C, unsigned Position) const {
  auto It =
      C.Model || C.Callee == NoId ? Summaries.end() : Summaries.find(C.Callee);
  return It != Summaries.end() &&
         llvm::is_contained(It->second.Emptied, Position);
}

/// Records passed by value, and what the environment or the command line gives
/// to a tagged parameter.
void Transfer::argumentCopies(State &S, const Fact &F, const CallInfo &C) {
  if (C.Zeroizes)
    return;
  for (unsigned I = 0; I != C.Args.size(); ++I) {
    const Argument &A = C.Args[I];
    bool IsCopy = A.IsRecordCopy && !empties(C, I);
    if (!IsCopy && !A.IsSecret)
      continue;
    for (const Target &T : valueOf(S, A.Value).Targets) {
      Taint Here = IsCopy && A.IsMoved
                       ? secrecyOutsideBlocks(S, T, A.Type)
                       : secrecyAt(S, T, IsCopy ? Types[A.Type].Size : -1);
      if (IsCopy)
        hiddenCopy(F.At, CopyMaker::Argument, C.Name, T.Region, Here);
      else if (!Here.isSecret()) // else it was reported where it was tagged
        fromOutside(T.Region, Here.Labels, F.At);
    }
  }
}

void Transfer::returnCopies(State &S, const Fact &F) {
  const TypeInfo &Type = Types[F.Type];
  // What zeroizes itself does so in every copy.
  if (!Type.IsRecord || Type.ZeroizesItself || F.Initial)
    return;
  bool IsBlock = Type.Holds == Holding::Block ||
                 (Type.Holds == Holding::Inline &&
                  Types[Type.Pointee].Holds == Holding::Block);
  if (IsBlock ? !F.Copies : Type.HasDestructor)
    return; // the block moves
  for (const Target &T : valueOf(S, F.A).Targets)
    hiddenCopy(F.At, CopyMaker::Return, Facts.Name, T.Region,
               F.Copies ? secrecyAt(S, T, Types[F.Type].Size)
                        : secrecyOutsideBlocks(S, T, F.Type));
}

void Transfer::unbuffer(State &S, const Fact &F, const CallInfo &C,
                        int Position) {
  AbstractValue V = argument(S, F, C, Position);
  if (!V.Symbol && Position == ResultPosition && V.isPointer()) {
    // Known not to be null, it needed no symbol until now.
    V.Symbol = Space.newResult(S, F.Result);
    Space.assume(S, V, CompareOp::Ne, 0);
    set(S, F.Result, V);
  }
  if (V.Symbol && !llvm::is_contained(S.Unbuffered, V.Symbol))
    S.Unbuffered.push_back(V.Symbol);
}

bool Transfer::isUnbuffered(const State &S, const Fact &F, const CallInfo &C,
                            const Effect &E) const {
  if (E.Sink != SinkKind::StdioBuffer)
    return false;
  if (E.Stream != NoPosition)
    return llvm::is_contained(S.Unbuffered, argument(S, F, C, E.Stream).Symbol);
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    const ObjectInfo &Info = Facts.Objects[O];
    if (Info.Kind != ObjectKind::Global ||
        !isStandardStream(Info.Name, StreamDirection::Input))
      continue;
    auto It = S.Cells.find({Space.Regions.object(O), 0});
    if (It != S.Cells.end() &&
        llvm::is_contained(S.Unbuffered, It->second.Symbol))
      return true;
  }
  return false;
}

/// Whether a container grows without moving secrets: its elements have blocks
/// of their own, or it is an element of \p V's container, one of many.
bool Transfer::growsApart(const AbstractValue &V, const CallInfo &C) const {
  const TypeInfo &Element = Types[Types[C.ThisType].Pointee];
  if (Element.Holds == Holding::Block && !Element.Unsuitable)
    return true;
  return !Element.IsRecord && llvm::any_of(V.Targets, [&](const Target &T) {
    const TypeInfo &Whole = Types[Space.Regions[T.Region].Type];
    bool IsElement = T.Offset == UnknownOffset || Types[Whole.Pointee].IsRecord;
    return Whole.Holds == Holding::Block && IsElement;
  });
}

/// A call has read into \p E's Source, and keeps a copy of what it read.
void Transfer::keptCopies(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  if (isUnbuffered(S, F, C, E) || growsInRoom(S, F, C, E))
    return;
  CopyMaker By = E.Sink == SinkKind::StdioBuffer ? CopyMaker::StreamBuffer
                 : E.Grows != Growth::None       ? CopyMaker::Growth
                                                 : CopyMaker::Library;
  if (E.Source == ResultPosition) {
    // Secret once it is stored where a secret belongs.
    if (SymbolId Symbol = valueOf(S, F.Result).Symbol)
      Reads[Symbol] = &F;
    return;
  }
  if (E.Source == ThisPosition &&
      (Types[C.ThisType].HasOwnAllocator || Types[C.ThisType].ZeroizesItself))
    return; // it is the allocator that gets the old block
  if (By == CopyMaker::Growth && growsApart(argument(S, F, C, E.Source), C))
    return;
  int Last = E.AndRest ? C.Args.size() : E.Source + 1;
  for (int I = E.Source; I < Last; ++I) {
    AbstractValue V = argument(S, F, C, I);
    if (E.Indirect)
      V = followed(S, V);
    RegionId R = 0;
    Taint T = held(S, V, /*Indirect=*/false, R);
    HiddenCopy *Copy = hiddenCopy(F.At, By, C.Name, R, T, E.Reason);
    if (Copy && By == CopyMaker::Growth)
      Copy->Container = containerAt(V);
  }
}

/// \p V was stored; maybe a buffered read returned it.
void Transfer::storedRead(State &S, RegionId R, Interval Bytes,
                          const AbstractValue &V) {
  auto It = V.Symbol ? Reads.find(V.Symbol) : Reads.end();
  if (It == Reads.end() || isCarrier(R))
    return;
  Taint T = Space.look(S, R)->secrecyOf(Bytes);
  const Region &Where = Space.Regions[R];
  if (Where.Kind == RegionKind::Pointee && Where.Tagged.empty())
    T.add({Space.label(R, Everything), 0});
  const Fact &Read = *It->second;
  hiddenCopy(Read.At, CopyMaker::StreamBuffer, Facts.Calls[Read.Index].Name, R,
             T);
}

/// Whether \p Id is what an element of main's argv points to.
static bool isCommandLine(const RegionTable &Regions,
                          const FunctionFacts &Facts, RegionId Id) {
  const Region &Text = Regions[Id];
  if (Text.Kind != RegionKind::Pointee || Facts.Name != "main")
    return false;
  const Region &Vector = Regions[Text.Parent];
  if (Vector.Kind != RegionKind::Pointee)
    return false;
  const Region &Variable = Regions[Vector.Parent];
  return Variable.Kind == RegionKind::Object &&
         Facts.Objects[Variable.Key].Parameter == 1;
}

/// Bytes with \p Labels are in something tagged, \p To: they were a secret
/// where they came from.
void Transfer::fromOutside(RegionId To, uint64_t Labels, Span At) {
  for (unsigned Bit = 1; Bit != 64; ++Bit) {
    if (!(Labels & (uint64_t(1) << Bit)))
      continue;
    RegionId From = Space.labelled(Bit).first;
    const Region &R = Space.Regions[From];
    bool IsEnvironment = R.IsView && R.View == SinkKind::Environment;
    if (!IsEnvironment && !isCommandLine(Space.Regions, Facts, From))
      continue;
    Taint T{Taint::Secret, secretOrigin(To, Span(), "")};
    hiddenCopy(At,
               IsEnvironment ? CopyMaker::Environment : CopyMaker::CommandLine,
               R.Name, To, T);
  }
}

/// Secrets in a function's static variables outlive the call.
void Transfer::scratchCopies(State &S) {
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    const ObjectInfo &Info = Facts.Objects[O];
    if (Info.Kind != ObjectKind::StaticLocal || !Info.Tagged.empty() ||
        Info.IsScalar || Info.IsPointer)
      continue;
    RegionId R = Space.Regions.object(O);
    const Shared<ObjectState> Now = Space.look(S, R);
    if (Now->Secrets.empty())
      continue;
    // One report for an object, at the first of the copies.
    Taint All;
    Span First;
    for (const SecretRange &Secret : Now->Secrets) {
      Span At = Seen.Story[Secret.Secrecy.Origin].At;
      if (At.Begin && (!First.Begin || At.Begin < First.Begin))
        First = At;
      All.add(Secret.Secrecy);
    }
    if (First.Begin)
      hiddenCopy(First, CopyMaker::Scratch, Info.Name, R, All);
  }
}

void Transfer::leave(State &S) {
  scratchCopies(S);
  callersLeftovers(S);
}
