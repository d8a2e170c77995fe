//===- Dump.cpp - Print facts ---------------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Dump.h"
#include "Types.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace secret;

namespace {

class Printer {
public:
  Printer(const FunctionFacts &F, SpellPlace Spell, llvm::raw_ostream &Out)
      : F(F), Spell(Spell), Out(Out) {}
  void run();

private:
  void object(ObjectId Id);
  void block(const Block &B);
  void fact(const Fact &Each);
  void call(const Fact &Each);
  void edge(const Edge &E);
  llvm::raw_ostream &value(ValueId V) { return Out << '%' << V; }
  llvm::raw_ostream &bytes(int64_t Size);
  void thrown(const ThrowInfo &T);
  void memory(const Fact &Each);
  void operation(const Fact &Each);

  const FunctionFacts &F;
  SpellPlace Spell;
  llvm::raw_ostream &Out;
};

} // namespace

llvm::raw_ostream &Printer::bytes(int64_t Size) {
  if (Size == UnknownSize)
    return Out << "? bytes";
  return Out << Size << " bytes";
}

void Printer::object(ObjectId Id) {
  const ObjectInfo &O = F.Objects[Id];
  static constexpr const char *Kinds[] = {"local",  "parameter", "static local",
                                          "global", "literal",   "temporary"};
  Out << "  object " << Id << ' ' << Kinds[size_t(O.Kind)] << " '" << O.Name
      << "' ";
  bytes(O.Size);
  for (const TaggedRange &T : O.Tagged) {
    Out << " secret[" << T.Lo << ", ";
    if (T.Hi == EndOfObject)
      Out << "end)";
    else
      Out << T.Hi << ')';
    if (T.Pointee)
      Out << '*';
  }
  if (O.PointeeTagged)
    Out << " secret*";
  if (O.IsPublic || O.PointeePublic)
    Out << " public";
  if (O.StartsZero)
    Out << " zero";
  Out << '\n';
}

static const char *opName(CompareOp Op) {
  static constexpr const char *Names[] = {"==", "!=", "<", "<=", ">", ">="};
  return Names[size_t(Op)];
}

static const char *opName(ArithOp Op) {
  static constexpr const char *Names[] = {"+", "-", "*", "/", "&", "|", "op"};
  return Names[size_t(Op)];
}

void Printer::call(const Fact &Each) {
  const CallInfo &C = F.Calls[Each.Index];
  value(Each.Result) << (C.IsPromise ? " = promise " : " = call ") << C.Name
                     << '(';
  bool First = true;
  for (const Argument &A : C.Args) {
    Out << (First ? "" : ", ");
    First = false;
    value(A.Value);
    if (A.IsSecret)
      Out << " secret";
    if (A.IsPublic)
      Out << " public";
  }
  Out << ')';
  if (C.Model)
    Out << " model " << C.Model->From.File << ':' << C.Model->From.Line;
  if (C.Callee != NoId)
    Out << " body";
  if (C.NumTargets) {
    Out << " through ";
    value(C.Table) << " to one of " << C.NumTargets;
  }
  for (const CallTarget &T : C.Targets)
    Out << ", " << T.Function
        << (T.Tables.empty() ? "" : " in " + llvm::join(T.Tables, " and "));
  if (C.Zeroizes)
    Out << " zeroizes";
  if (C.Destroys)
    Out << " destroys";
  if (C.Initializes)
    Out << " initializes";
  if (C.ResultIsSecret)
    Out << " result-secret";
  if (C.KeptByCompiler)
    Out << " kept";
  if (C.MayThrow) {
    Out << " throws";
    thrown(C.Thrown);
  }
}

void Printer::thrown(const ThrowInfo &T) {
  for (const ThrowInfo::Landing &L : T.Landings)
    Out << " to B" << L.Block;
  if (T.Try != NoId && !T.IsKnown)
    Out << " to B" << F.Tries[T.Try].Handlers;
  else if (T.Try != NoId && T.Leaves)
    Out << " past handlers";
  if (T.Built)
    Out << " built " << T.Built;
}

void Printer::memory(const Fact &Each) {
  switch (Each.Kind) {
  case FactKind::Element:
    value(Each.Result) << " = ";
    value(Each.A) << " + ";
    value(Each.B) << " * " << Each.Number << (Each.Flag ? " record" : "");
    break;
  case FactKind::Field:
    value(Each.Result) << " = ";
    value(Each.A) << " + " << Each.Number << ", ";
    bytes(Each.Size);
    break;
  case FactKind::Load:
    value(Each.Result) << " = load ";
    value(Each.A) << ", ";
    bytes(Each.Size);
    break;
  case FactKind::Store:
    Out << "store ";
    value(Each.A) << " = ";
    value(Each.B) << ", ";
    bytes(Each.Size);
    break;
  case FactKind::Copy:
    Out << "copy ";
    value(Each.A) << " = *";
    value(Each.B) << ", ";
    bytes(Each.Size);
    break;
  case FactKind::Zeroize:
    Out << "zeroize ";
    value(Each.A);
    if (Each.B) {
      Out << ", ";
      value(Each.B);
    }
    if (Each.Flag)
      Out << " loop";
    break;
  default:
    break;
  }
  if (Each.IsVolatile)
    Out << " volatile";
  if (Each.Initial)
    Out << " initial";
}

void Printer::operation(const Fact &Each) {
  if (Each.Result)
    value(Each.Result) << " = ";
  switch (Each.Kind) {
  case FactKind::Constant:
    Out << Each.Number;
    if (Each.Flavor == NumberFlavor::SizeofPointer)
      Out << " sizeof-pointer";
    return;
  case FactKind::Address:
    Out << "&'" << F.Objects[Each.Object].Name << "'";
    return;
  case FactKind::Arith:
    value(Each.A) << ' ' << opName(Each.Op) << ' ';
    value(Each.B);
    return;
  case FactKind::Compare:
    value(Each.A) << ' ' << opName(Each.Cmp) << ' ';
    value(Each.B);
    return;
  case FactKind::Not:
    Out << '!';
    value(Each.A);
    return;
  case FactKind::Return:
    Out << "return ";
    value(Each.A);
    return;
  case FactKind::Image:
    Out << "image";
    if (Each.Object != NoId)
      Out << " '" << F.Objects[Each.Object].Name << "'";
    return;
  case FactKind::Barrier:
    Out << "barrier" << (Each.Flag ? " memory" : "");
    break;
  case FactKind::Choose:
    Out << "choose";
    break;
  case FactKind::Drop:
    Out << "drop ";
    value(Each.A);
    return;
  case FactKind::Capture:
    Out << "capture ";
    value(Each.A);
    if (Each.Object != NoId)
      Out << " of '" << F.Objects[Each.Object].Name << "'";
    return;
  case FactKind::EndOfThis:
    Out << "end of this";
    return;
  case FactKind::Throw:
    Out << "throw";
    thrown(F.Throws[Each.Index]);
    return;
  default:
    Out << "mix";
  }
  for (ValueId V : Each.Operands) {
    Out << ' ';
    value(V);
  }
}

void Printer::fact(const Fact &Each) {
  Out << "    ";
  switch (Each.Kind) {
  case FactKind::Declare:
    Out << "declare '" << F.Objects[Each.Object].Name << "'";
    break;
  case FactKind::ScopeEnd:
    Out << "end '" << F.Objects[Each.Object].Name << "'";
    break;
  case FactKind::Call:
    call(Each);
    break;
  case FactKind::Element:
  case FactKind::Field:
  case FactKind::Load:
  case FactKind::Store:
  case FactKind::Copy:
  case FactKind::Zeroize:
    memory(Each);
    break;
  default:
    operation(Each);
  }
  if (Each.At.Begin)
    Out << " at " << Spell(Each.At.Begin);
  Out << '\n';
}

void Printer::edge(const Edge &E) {
  Out << " B" << E.To;
  switch (E.When) {
  case Edge::Test::Always:
    return;
  case Edge::Test::True:
    Out << " if true";
    return;
  case Edge::Test::False:
    Out << " if false";
    return;
  case Edge::Test::Case:
  case Edge::Test::Default:
    Out << (E.When == Edge::Test::Case ? " if" : " if not");
    for (int64_t Value : E.Values)
      Out << ' ' << Value;
  }
}

void Printer::block(const Block &B) {
  Out << "  B" << B.Id << ":\n";
  for (const Fact &Each : B.Facts)
    fact(Each);
  if (B.Successors.empty())
    return;
  Out << "    to";
  bool First = true;
  for (const Edge &E : B.Successors) {
    Out << (First ? "" : ",");
    First = false;
    edge(E);
  }
  if (B.Condition) {
    Out << " on ";
    value(B.Condition);
  }
  Out << '\n';
}

void Printer::run() {
  Out << "facts of " << F.Name << (F.IsUnoptimized ? " optnone" : "") << '\n';
  if (!F.Problem.empty()) {
    Out << "  none: " << F.Problem << '\n';
    return;
  }
  for (ObjectId Id = 0; Id != F.Objects.size(); ++Id)
    object(Id);
  for (unsigned Id : F.Order)
    block(F.Blocks[Id]);
  for (size_t I = 0; I != F.Parts.size(); ++I) {
    Out << "  destroys part " << I + 1 << ":\n";
    for (const Fact &Each : F.Parts[I])
      fact(Each);
  }
  if (F.Destructor.empty())
    return;
  Out << "  its destructor:\n";
  for (const Fact &Each : F.Destructor)
    fact(Each);
}

void secret::dump(const FunctionFacts &F, SpellPlace Spell,
                  llvm::raw_ostream &Out) {
  Printer(F, Spell, Out).run();
}
