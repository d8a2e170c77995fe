//===- SummaryFormat.cpp - Summaries as JSON ------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A structure is an array of its fields.
//
//===----------------------------------------------------------------------===//

#include "SummaryFormat.h"
#include "Facts/Fields.h"

using namespace secret;
namespace json = llvm::json;

namespace {

class Writer {
public:
  Writer(SpellPlace Spell, json::Array &Out) : Spell(Spell), Out(&Out) {}

  template <typename T> void number(T &V) {
    Out->push_back(static_cast<int64_t>(V));
  }
  void text(std::string &V) { Out->push_back(json::fixUTF8(V)); }
  void global(std::string &Usr) { text(Usr); }
  void place(Place &P) {
    Out->push_back(P ? json::fixUTF8(Spell(P)) : std::string());
  }
  template <typename Body> void nested(Body Fields) {
    json::Array Inner;
    json::Array *Outer = std::exchange(Out, &Inner);
    Fields();
    Out = Outer;
    Out->push_back(std::move(Inner));
  }
  template <typename List, typename Body> void each(List &Items, Body Item) {
    for (auto &V : Items)
      Item(V);
  }

private:
  SpellPlace Spell;
  json::Array *Out;
};

/// Only names of what has linkage mean the same everywhere.
bool isLocalName(llvm::StringRef Usr) { return !Usr.starts_with("c:@"); }

/// Changes what means something else in another unit.
class Translator {
public:
  Translator(SpellPlace Spell, FindPlace Find, bool IsForeign)
      : Spell(Spell), Find(Find), IsForeign(IsForeign) {}

  template <typename T> void number(T &) {}
  void text(std::string &) {}
  void global(std::string &Usr) {
    if (IsForeign && isLocalName(Usr))
      Usr.clear();
  }
  void place(Place &P) {
    const std::string Text = P ? Spell(P) : std::string();
    P = Text.empty() ? 0 : Find(Text);
  }
  template <typename Body> void nested(Body Fields) { Fields(); }
  template <typename List, typename Body> void each(List &Items, Body Item) {
    for (auto &V : Items)
      Item(V);
  }

private:
  SpellPlace Spell;
  FindPlace Find;
  bool IsForeign;
};

class Reader {
public:
  Reader(FindPlace Find, bool IsForeign, const json::Array &In)
      : Find(Find), IsForeign(IsForeign), In(&In) {}

  bool isDamaged() const { return Damaged || Next != In->size(); }

  template <typename T> void number(T &V) {
    const json::Value *Value = next();
    if (auto N = Value ? Value->getAsInteger() : std::nullopt)
      V = static_cast<T>(*N);
    else
      Damaged = true;
  }
  void text(std::string &V) {
    const json::Value *Value = next();
    if (auto S = Value ? Value->getAsString() : std::nullopt)
      V = S->str();
    else
      Damaged = true;
  }
  void global(std::string &Usr) {
    text(Usr);
    if (IsForeign && isLocalName(Usr))
      Usr.clear();
  }
  void place(Place &P) {
    std::string Text;
    text(Text);
    P = Text.empty() ? 0 : Find(Text);
  }
  template <typename Body> void nested(Body Fields) {
    const json::Value *Value = next();
    const json::Array *Inner = Value ? Value->getAsArray() : nullptr;
    if (!Inner) {
      Damaged = true;
      return;
    }
    const json::Array *Outer = std::exchange(In, Inner);
    size_t After = std::exchange(Next, 0);
    Fields();
    Damaged |= Next != In->size();
    In = Outer;
    Next = After;
  }
  template <typename List, typename Body> void each(List &Items, Body Item) {
    Items.clear();
    while (!Damaged && Next != In->size()) {
      Items.emplace_back();
      Item(Items.back());
    }
  }

private:
  const json::Value *next() {
    return Next < In->size() ? &(*In)[Next++] : nullptr;
  }

  FindPlace Find;
  bool IsForeign;
  const json::Array *In;
  size_t Next = 0;
  bool Damaged = false;
};

template <typename IO> void fields(IO &A, Interval &I) { all(A, I.Lo, I.Hi); }

template <typename IO> void fields(IO &A, Range &R) {
  all(A, R.Lo, R.Hi, R.Not);
}

/// Without the region, which the access path beside it stands for.
template <typename IO> void fields(IO &A, Target &T) {
  all(A, T.Offset, T.Lo, T.Hi, T.Stride, T.End);
}

template <typename IO> void fields(IO &A, AccessPath &P) {
  all(A, P.From, P.Index);
  A.global(P.Usr);
  value(A, P.Steps);
}

template <typename IO> void fields(IO &A, SummaryTaint &T) {
  all(A, T.IsSecret, T.Labels, T.Story);
}

template <typename IO> void fields(IO &A, SummaryTarget &T) {
  all(A, T.Path, T.At);
}

template <typename IO> void fields(IO &A, SummaryValue &V) {
  all(A, V.What, V.Number, V.Index, V.Bounds, V.MayBeNull, V.Targets,
      V.Secrecy);
}

template <typename IO> void fields(IO &A, SummaryWipe &W) {
  all(A, W.Path, W.Bytes, W.Bounds, W.LengthParameter, W.LengthNumber,
      W.LengthOffset, W.LengthPath, W.IsElidable, W.BeforeOpaque, W.IsOpaque,
      W.IsAbsence, W.At, W.How);
}

template <typename IO> void fields(IO &A, SummarySecret &S) {
  all(A, S.Path, S.Bytes, S.Secrecy, S.InString, S.AsString);
}

template <typename IO> void fields(IO &A, SummaryStore &S) {
  all(A, S.Path, S.Offset, S.Value);
}

template <typename IO> void fields(IO &A, SummaryRelease &R) {
  value(A, R.Path);
  A.place(R.At);
  value(A, R.IsSilent);
}

template <typename IO> void fields(IO &A, SummaryCase::Condition &C) {
  all(A, C.Path, C.Offset, C.Bounds);
}

template <typename IO> void fields(IO &A, std::pair<unsigned, Range> &R) {
  all(A, R.first, R.second);
}

template <typename IO> void fields(IO &A, std::pair<AccessPath, Interval> &L) {
  all(A, L.first, L.second);
}

template <typename IO> void fields(IO &A, SummaryCase &C) {
  std::vector<std::pair<unsigned, Range>> Requires(C.Requires.begin(),
                                                   C.Requires.end());
  value(A, Requires);
  C.Requires = {Requires.begin(), Requires.end()};
  all(A, C.Contents, C.Needed, C.Kept, C.Wipes, C.Secrets, C.Stores, C.Releases,
      C.Unbuffered, C.Result);
}

template <typename IO> void fields(IO &A, SummaryFault &F) {
  all(A, F.Rule, F.Label, F.At, F.Text, F.Stream, F.Arrives, F.Grows,
      F.Container, F.ContainerAt);
}

template <typename IO> void fields(IO &A, FunctionSummary::NewBlock &B) {
  all(A, B.Size, B.Tagged, B.IsHeap, B.SizeParameter, B.SizeNumber, B.IsView,
      B.View, B.ViewReason);
}

template <typename IO> void fields(IO &A, FunctionSummary &S) {
  all(A, S.Usr, S.Name, S.Labels, S.Blocks, S.Variadic, S.Cases, S.Faults,
      S.IsOpaque, S.MayThrow, S.NeverReturns, S.BringsSecrets, S.Emptied);
}

bool isKnown(const SummaryTaint &T, const FunctionSummary &S) {
  return llvm::all_of(T.Labels,
                      [&](unsigned Label) { return Label < S.Labels.size(); });
}

} // namespace

/// Whether all indices lie in their tables.
static bool isConsistent(const FunctionSummary &S) {
  for (const SummaryFault &F : S.Faults)
    if (F.Label >= S.Labels.size() ||
        static_cast<size_t>(F.Rule) >= allRules().size())
      return false;
  for (const SummaryCase &C : S.Cases) {
    if (!isKnown(C.Result.Secrecy, S))
      return false;
    for (const SummarySecret &Each : C.Secrets)
      if (!isKnown(Each.Secrecy, S))
        return false;
    for (const SummaryStore &Each : C.Stores)
      if (!isKnown(Each.Value.Secrecy, S))
        return false;
  }
  return true;
}

json::Value secret::toJson(FunctionSummary S, SpellPlace Spell) {
  json::Array Out;
  Writer To(Spell, Out);
  fields(To, S);
  return Out;
}

bool secret::fromJson(const json::Value &From, FunctionSummary &To,
                      FindPlace Find, bool IsForeign) {
  const json::Array *In = From.getAsArray();
  if (!In)
    return false;
  Reader Source(Find, IsForeign, *In);
  fields(Source, To);
  To.IsForeign = IsForeign;
  return !Source.isDamaged() && isConsistent(To);
}

FunctionSummary secret::translated(FunctionSummary S, SpellPlace Spell,
                                   FindPlace Find, bool IsForeign) {
  Translator To(Spell, Find, IsForeign);
  fields(To, S);
  S.IsForeign = IsForeign;
  return S;
}
