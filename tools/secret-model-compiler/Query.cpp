//===- Query.cpp - Ask which models hold ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Query.h"
#include "Secrets/ModelFiles.h"
#include "Secrets/ModelOrder.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <chrono>

using namespace llvm;

namespace secret {

static void printPlace(const Origin &From, raw_ostream &OS) {
  OS << From.File << ':' << From.Line << ": ";
}

static void printFunctions(const ModelIndex &Index, StringRef Name,
                           raw_ostream &OS) {
  for (const FunctionModel *F : Index.functions(Name)) {
    printPlace(F->From, OS);
    OS << "function " << F->Name;
    if (F->Params >= 0)
      OS << ", params " << F->Params;
    if (!F->Signature.empty())
      OS << ", signature '" << F->Signature << '\'';
    if (!F->Header.empty())
      OS << ", header '" << F->Header << '\'';
    OS << '\n';
  }
}

static void printTags(const ModelIndex &Index, StringRef Name,
                      raw_ostream &OS) {
  static constexpr std::pair<TaggedThing, StringLiteral> Things[] = {
      {TaggedThing::Function, "function"},        {TaggedThing::Field, "field"},
      {TaggedThing::Variable, "variable"},        {TaggedThing::Type, "type"},
      {TaggedThing::Parameter, "parameter 0 of"},
  };
  for (const auto &[Thing, Word] : Things) {
    int Position = Thing == TaggedThing::Parameter ? 0 : NoPosition;
    const TagModel *Tag = Index.tag(Thing, Name, Position);
    if (!Tag)
      continue;
    printPlace(Tag->From, OS);
    OS << (Tag->Kind == TagKind::Secret ? "secret " : "public ") << Word << ' '
       << Tag->Name << '\n';
  }
  if (const TypeModel *Type = Index.type(Name)) {
    printPlace(Type->From, OS);
    OS << "storage of type " << Type->Name << '\n';
  }
}

bool printMatches(StringRef SourceFile, StringRef Models, StringRef Name,
                  raw_ostream &OS, raw_ostream &Errors) {
  IntrusiveRefCntPtr<vfs::FileSystem> FS = vfs::getRealFileSystem();
  LoadedModels Loaded = loadModels(SourceFile, Models, ModelTables(), *FS);
  for (const std::string &File : Loaded.Files)
    OS << "file " << File << '\n';
  printFunctions(*Loaded.Index, Name, OS);
  printTags(*Loaded.Index, Name, OS);
  for (const std::string &Error : Loaded.Errors)
    Errors << Error << '\n';
  return Loaded.Errors.empty();
}

void printLookupTime(ArrayRef<ModelTables> Tables, unsigned Runs,
                     raw_ostream &OS) {
  constexpr unsigned Lookups = 50;
  std::vector<FunctionModel> Functions;
  std::vector<TagModel> Tags;
  std::vector<TypeModel> Types;
  for (const ModelTables &File : Tables) {
    append_range(Functions, File.Functions);
    append_range(Tags, File.Tags);
    append_range(Types, File.Types);
  }
  // The tables that ship are written sorted.
  sortForLookup(Functions);
  sortForLookup(Tags);
  sortForLookup(Types);
  size_t Step = std::max<size_t>(1, Functions.size() / Lookups), Found = 0;
  auto Start = std::chrono::steady_clock::now();
  for (unsigned Run = 0; Run != Runs; ++Run) {
    ModelIndex Index({ModelTables{Functions, Tags, Types, /*Sorted=*/true}});
    for (size_t I = 0; I < Functions.size() && I < Lookups * Step; I += Step)
      Found += Index.functions(Functions[I].Name).size();
  }
  auto Time = std::chrono::steady_clock::now() - Start;
  auto Micros =
      std::chrono::duration_cast<std::chrono::microseconds>(Time).count();
  OS << Functions.size() << " functions, " << Found / std::max(Runs, 1u)
     << " entries found in " << Lookups
     << " look-ups: " << Micros / std::max(Runs, 1u) << " us\n";
}

} // namespace secret
