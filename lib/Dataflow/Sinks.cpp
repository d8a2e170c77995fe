//===- Sinks.cpp - Secrets that reach what a model calls a sink -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Storage where secrets must not be copied, and outputs. Whether an output is a
// terminal or a file, its stream says.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "StandardStreams.h"
#include "Transfer.h"

using namespace secret;

/// The global variable that \p R is, or that a pointer to it was read from.
static const ObjectInfo *variableHolding(const StateSpace &Space,
                                         const FunctionFacts &Facts,
                                         RegionId Id) {
  const Region &R = Space.Regions[Id];
  if (R.Kind == RegionKind::Object)
    return &Facts.Objects[R.Key];
  if (R.Kind != RegionKind::Pointee || R.Offset != 0)
    return nullptr;
  const Region &Parent = Space.Regions[R.Parent];
  return Parent.Kind == RegionKind::Object ? &Facts.Objects[Parent.Key]
                                           : nullptr;
}

/// \p Stream is a FILE pointer or a file descriptor.
bool Transfer::isStandardOutput(const AbstractValue &Stream) const {
  if (Stream.isConstant())
    return Stream.Number == 1 || Stream.Number == 2;
  return llvm::any_of(Stream.Targets, [&](const Target &T) {
    const ObjectInfo *O = variableHolding(Space, Facts, T.Region);
    return O && O->Kind == ObjectKind::Global &&
           isStandardStream(O->Name, StreamDirection::Output);
  });
}

int Transfer::parameterHolding(const AbstractValue &Stream) const {
  for (const Target &T : Stream.Targets)
    if (const ObjectInfo *O = variableHolding(Space, Facts, T.Region);
        O && O->Kind == ObjectKind::Parameter)
      return O->Parameter;
  return NoPosition;
}

/// Whether this call is one that reaches the sink. \p Stream becomes the
/// parameter that decides it in the callers, if one does.
bool Transfer::reaches(State &S, const Fact &F, const CallInfo &C,
                       const Effect &E, int &Stream) const {
  Stream = NoPosition;
  if (E.Sink == SinkKind::File && !Options.ReportFiles)
    return false;
  const TypeInfo &Made = Types[C.ResultType];
  if (E.Sink == SinkKind::String && Made.HasOwnAllocator && !Made.Unsuitable)
    return false; // `a + b` of strings whose allocator zeroizes
  if (E.Stream == NoPosition)
    return true;
  AbstractValue V = argument(S, F, C, E.Stream);
  bool IsString = llvm::any_of(V.Targets, [&](const Target &T) {
    return Types[Space.Regions[T.Region].Type].Unsuitable &&
           !isDeclaredUnsuitable(T.Region, {0, EndOfObject});
  });
  if (E.Sink <= SinkKind::String)
    return IsString;
  bool IsStandard = isStandardOutput(V);
  if (E.Sink == SinkKind::File)
    return !IsStandard && !IsString;
  if (!IsStandard)
    Stream = parameterHolding(V);
  return IsStandard || Stream != NoPosition;
}

/// The secrecy of \p V and of what it points to; with \p Indirect, of what the
/// pointers point to that are there. \p Where becomes the storage.
Taint Transfer::held(State &S, const AbstractValue &V, bool Indirect,
                     RegionId &Where) {
  Taint Sum = V.Secrecy;
  llvm::SmallVector<Target, 4> Looked(V.Targets.begin(), V.Targets.end());
  if (Indirect) {
    Looked.clear();
    for (const Target &T : V.Targets) {
      auto It = S.Cells.lower_bound({T.Region, 0});
      for (; It != S.Cells.end() && It->first.first == T.Region; ++It)
        Looked.append(It->second.Targets.begin(), It->second.Targets.end());
    }
  }
  for (const Target &T : Looked) {
    Taint Here = secrecyAt(S, T, UnknownSize);
    if (Here.any())
      Where = T.Region;
    Sum.add(Here);
  }
  return Sum;
}

/// What is printed of an argument: of a reference to a pointer or a view
/// (`std::format("{}", text)`), what that points to.
AbstractValue Transfer::printed(State &S, const Fact &F, const CallInfo &C,
                                const Effect &E, int Position) {
  AbstractValue V = argument(S, F, C, Position);
  if (Position < 0 || size_t(Position) >= C.Args.size() ||
      !C.Args[Position].IsReference || E.Sink == SinkKind::LibraryCopy)
    return V;
  const TypeInfo &Type = Types[holderType(C, Position)];
  return isPointerLike(Type) ? viewed(S, V, Type)
         : Type.IsPointer    ? followed(S, V)
                             : V;
}

void Transfer::sinkEffect(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  int Stream;
  if (!reaches(S, F, C, E, Stream))
    return;
  int Last = E.AndRest ? C.Args.size() : E.Source + 1;
  for (int I = E.Source; I < Last; ++I) {
    if (I >= 0 && size_t(I) < C.Args.size() &&
        (C.Args[I].IsAddress || (E.UnlessMoved && C.Args[I].IsMoved)))
      continue;
    RegionId R = 0;
    Taint T = held(S, printed(S, F, C, E, I), E.Indirect, R);
    if (!T.any())
      continue;
    auto [It, New] = Seen.Sinks.try_emplace({F.At.Begin, E.Sink, R});
    SinkUse &Use = It->second;
    if (New || Stream == NoPosition)
      Use.Stream = Stream;
    Use.At = F.At;
    Use.Kind = E.Sink;
    Use.Name = C.Name;
    Use.Reason = E.Reason.str();
    Use.Region = R;
    Use.Labels |= T.isSecret() ? Taint::Secret : T.Labels;
    if (!Use.Story || T.isSecret())
      Use.Story = T.Origin;
  }
}
