//===- Query.cpp - Ask which models hold ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Query.h"
#include "Secrets/ModelFiles.h"
#include "llvm/Support/VirtualFileSystem.h"

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

} // namespace secret
