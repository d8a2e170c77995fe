//===- TableWriter.cpp - Models as C++ source -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every field is written, in the order of Model.h: one that is forgotten shifts
// the others, and the table does not compile.
//
//===----------------------------------------------------------------------===//

#include "TableWriter.h"
#include "Secrets/ModelOrder.h"
#include "llvm/ADT/DenseMap.h"

using namespace llvm;

namespace secret {
namespace {

class TableWriter {
public:
  explicit TableWriter(raw_ostream &OS) : OS(OS) {}

  void effects(ArrayRef<ModelTables> Files);
  void functions(ArrayRef<ModelTables> Files);
  void tags(ArrayRef<ModelTables> Files);
  void types(ArrayRef<ModelTables> Files);

private:
  template <typename T>
  void table(ArrayRef<ModelTables> Files, StringRef Type, StringRef Name,
             ArrayRef<T> ModelTables::*Rows);
  void begin(StringRef Type, StringRef Name);
  void end(StringRef Type, StringRef Name, size_t Count);
  void row(const Effect &E);
  void row(const FunctionModel &F);
  void row(const TagModel &T);
  void row(const TypeModel &T);
  void length(const Length &L);
  void origin(const Origin &From);
  void text(StringRef Text);
  void number(int N) { OS << N << ", "; }
  void flag(bool B) { OS << (B ? "true, " : "false, "); }
  template <typename E> void constant(StringRef Type, E Value) {
    OS << Type << '(' << int(Value) << "), ";
  }

  raw_ostream &OS;
  /// Functions that share a list of effects share it in the output too.
  DenseMap<const Effect *, size_t> FirstEffect;
};

} // namespace

void TableWriter::begin(StringRef Type, StringRef Name) {
  OS << "static constexpr " << Type << " Builtin" << Name << "s[] = {\n";
}

void TableWriter::end(StringRef Type, StringRef Name, size_t Count) {
  if (!Count)
    OS << "    " << Type << "{},\n";
  OS << "};\nstatic constexpr size_t Builtin" << Name << "Count = " << Count
     << ";\n\n";
}

void TableWriter::text(StringRef Text) {
  if (Text.empty()) {
    OS << "\"\", ";
    return;
  }
  OS << '"';
  OS.write_escaped(Text);
  OS << "\", ";
}

void TableWriter::length(const Length &L) {
  OS << '{';
  constant("LengthKind", L.Kind);
  number(L.A);
  number(L.B);
  flag(L.CountsElements);
  OS << "}, ";
}

void TableWriter::origin(const Origin &From) {
  OS << '{';
  text(From.File);
  OS << From.Line << ", ";
  text(From.Library);
  text(From.Seen);
  OS << "}, ";
}

void TableWriter::row(const Effect &E) {
  constant("EffectKind", E.Kind);
  number(E.Position);
  number(E.Source);
  flag(E.AndRest);
  flag(E.ToRest);
  flag(E.Zeroes);
  flag(E.Indirect);
  flag(E.Stack);
  constant("Strength", E.Wipe);
  constant("SinkKind", E.Sink);
  constant("Failure", E.Unless);
  length(E.Len);
  number(E.Stream);
  number(E.Fill);
  number(E.WhenArgument);
  number(E.WhenValue);
  text(E.Reason);
  flag(E.ClearedOnFree);
  number(E.Skip);
  flag(E.FromEnd);
  flag(E.WhenEmpty);
  constant("Growth", E.Grows);
  number(E.GrowsBy);
  flag(E.UnlessMoved);
  flag(E.Later);
}

void TableWriter::row(const FunctionModel &F) {
  text(F.Name);
  number(F.Params);
  text(F.Signature);
  text(F.Header);
  flag(F.OnlyWithoutBody);
  number(F.Flags);
  if (F.Effects.empty())
    OS << "{}, ";
  else
    OS << "{BuiltinEffects + " << FirstEffect.lookup(F.Effects.data()) << ", "
       << F.Effects.size() << "}, ";
  origin(F.From);
}

void TableWriter::row(const TagModel &T) {
  constant("TaggedThing", T.Thing);
  constant("TagKind", T.Kind);
  text(T.Name);
  number(T.Position);
  origin(T.From);
}

void TableWriter::row(const TypeModel &T) {
  text(T.Name);
  flag(T.ZeroizesItself);
  flag(T.Unsuitable);
  constant("SinkKind", T.Storage);
  flag(T.IsView);
  flag(T.OwnsBlock);
  flag(T.OwnsPointee);
  flag(T.HoldsInline);
  text(T.Reason);
  origin(T.From);
}

void TableWriter::effects(ArrayRef<ModelTables> Files) {
  size_t Count = 0;
  begin("Effect", "Effect");
  for (const ModelTables &File : Files) {
    for (const FunctionModel &F : File.Functions) {
      if (F.Effects.empty() ||
          !FirstEffect.try_emplace(F.Effects.data(), Count).second)
        continue;
      for (const Effect &E : F.Effects) {
        OS << "    {";
        row(E);
        OS << "},\n";
      }
      Count += F.Effects.size();
    }
  }
  end("Effect", "Effect", Count);
}

template <typename T>
void TableWriter::table(ArrayRef<ModelTables> Files, StringRef Type,
                        StringRef Name, ArrayRef<T> ModelTables::*Rows) {
  std::vector<T> All;
  for (const ModelTables &File : Files)
    append_range(All, File.*Rows);
  sortForLookup(All);
  begin(Type, Name);
  for (const T &Row : All) {
    OS << "    {";
    row(Row);
    OS << "},\n";
  }
  end(Type, Name, All.size());
}

void TableWriter::functions(ArrayRef<ModelTables> Files) {
  table(Files, "FunctionModel", "Function", &ModelTables::Functions);
}

void TableWriter::tags(ArrayRef<ModelTables> Files) {
  table(Files, "TagModel", "Tag", &ModelTables::Tags);
}

void TableWriter::types(ArrayRef<ModelTables> Files) {
  table(Files, "TypeModel", "Type", &ModelTables::Types);
}

void writeTables(ArrayRef<ModelTables> Files, raw_ostream &OS) {
  OS << "// Made by secret-model-compiler. Do not edit.\n\n";
  TableWriter Writer(OS);
  Writer.effects(Files);
  Writer.functions(Files);
  Writer.tags(Files);
  Writer.types(Files);
}

} // namespace secret
