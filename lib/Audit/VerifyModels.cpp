//===- VerifyModels.cpp - Hold model files against declarations -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VerifyModels.h"
#include "ParseUnits.h"
#include "Secrets/DeclarationMatch.h"
#include "Secrets/DeclaredFunctions.h"
#include "Secrets/FitsDeclaration.h"
#include "Secrets/ModelDump.h"
#include "Secrets/ModelFiles.h"
#include "Secrets/ModelParser.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <set>

using namespace llvm;

namespace secret {
namespace audit {
namespace {

/// What is known of one entry after the sources were read.
struct EntryState {
  bool Named = false; ///< something has its name
  bool Fits = false;  ///< and is what it speaks of
  std::set<unsigned> Arities;
  std::set<std::string> Misfits;
};

/// An entry, by where it is written: the index has copies.
using EntryKey = std::tuple<StringRef, unsigned, unsigned, StringRef>;

EntryKey keyOf(const FunctionModel &F) {
  return {F.From.File, F.From.Line, F.From.Column, F.Name};
}

/// The entries, and what the declarations say of them.
class Verification {
public:
  explicit Verification(const std::vector<ModelTables> &Layers)
      : Index(Layers), Layers(Layers) {}

  void see(const clang::FunctionDecl *F, const clang::ASTContext &Context);
  void seeAll(const clang::ASTContext &Context) {
    for (const clang::FunctionDecl *F : declaredFunctions(Context))
      see(F, Context);
  }
  /// Prints the faults. \returns how many there are.
  unsigned report(raw_ostream &OS) const;
  void listDeclarations(raw_ostream &OS) const {
    for (const std::string &Line : Declarations)
      OS << Line << '\n';
  }

private:
  bool isTagged(const clang::FunctionDecl *F, StringRef Name) const;

  ModelIndex Index;
  const std::vector<ModelTables> &Layers;
  std::map<EntryKey, EntryState> States;
  std::set<std::string> Declarations;
};

/// Without typedefs, which hide whether it is a pointer.
std::string spell(clang::QualType Type) {
  return Type.getCanonicalType().getAsString();
}

json::Object toJson(const clang::FunctionDecl *F, StringRef Name,
                    const clang::SourceManager &Sources) {
  json::Array Params;
  for (const clang::ParmVarDecl *P : F->parameters())
    Params.push_back(json::Object{{"type", spell(P->getType())},
                                  {"name", P->getNameAsString()}});
  json::Object To{{"name", Name},
                  {"result", spell(F->getReturnType())},
                  {"params", std::move(Params)}};
  if (F->isVariadic())
    To["variadic"] = true;
  // The folder and the name; what is above depends on the machine.
  StringRef Path =
      Sources.getFilename(Sources.getExpansionLoc(F->getLocation()));
  StringRef Folder = sys::path::filename(sys::path::parent_path(Path));
  To["header"] = (Folder + "/" + sys::path::filename(Path)).str();
  return To;
}

bool Verification::isTagged(const clang::FunctionDecl *F,
                            StringRef Name) const {
  if (Index.tag(TaggedThing::Function, Name))
    return true;
  for (int I = 0, E = F->getNumParams(); I != E; ++I)
    if (Index.tag(TaggedThing::Parameter, Name, I))
      return true;
  return false;
}

void Verification::see(const clang::FunctionDecl *F,
                       const clang::ASTContext &Context) {
  std::string Name = qualifiedName(F);
  if (Name.empty())
    return;
  std::vector<const FunctionModel *> Entries = Index.functions(Name);
  if (!Entries.empty() || isTagged(F, Name)) {
    std::string Line;
    raw_string_ostream(Line)
        // The compiler's own declarations have no names of parameters.
        << json::Value(toJson(F->getMostRecentDecl(), Name,
                              Context.getSourceManager()));
    Declarations.insert(Line);
  }
  for (const FunctionModel *Entry : Entries) {
    EntryState &State = States[keyOf(*Entry)];
    State.Named = true;
    State.Arities.insert(F->getNumParams());
    if (!speaksOf(*Entry, F, Context))
      continue;
    State.Fits = true;
    for (const std::string &Clause : misfits(*Entry, F))
      State.Misfits.insert(Clause);
  }
}

std::string placeOf(const Origin &From) {
  return (From.File + ":" + Twine(From.Line) + ":" + Twine(From.Column)).str();
}

std::string numbers(const std::set<unsigned> &Values) {
  std::string Text;
  for (unsigned Value : Values)
    Text += (Text.empty() ? "" : ", ") + std::to_string(Value);
  return Text;
}

unsigned Verification::report(raw_ostream &OS) const {
  unsigned Faults = 0;
  auto Fault = [&](const FunctionModel &F, const Twine &Text) {
    OS << placeOf(F.From) << ": error: " << Text << '\n';
    ++Faults;
  };
  for (const ModelTables &Layer : Layers) {
    for (const FunctionModel &F : Layer.Functions) {
      auto Found = States.find(keyOf(F));
      if (Found == States.end()) {
        Fault(F, "'" + F.Name +
                     "' names no function that these sources "
                     "declare; expected a qualified name, ns::Class::method");
        continue;
      }
      const EntryState &State = Found->second;
      if (!State.Fits)
        Fault(F, "'" + F.Name + "' is declared with " + numbers(State.Arities) +
                     " parameters, and not as this entry says; expected the "
                     "params, signature or header of a declaration");
      for (const std::string &Clause : State.Misfits)
        Fault(F, "'" + F.Name + "': " + Clause);
    }
  }
  return Faults;
}

using Files = std::vector<std::unique_ptr<ModelFile>>;

Files readFiles(ArrayRef<std::string> Names, std::vector<std::string> &Errors) {
  Files Read;
  for (const std::string &Name : Names) {
    auto Buffer = MemoryBuffer::getFile(Name, /*IsText=*/true);
    if (Buffer)
      Read.push_back(parseModelFile(**Buffer, Errors));
    else
      Errors.push_back(Name + ": error: " + Buffer.getError().message() +
                       "; expected a model file");
  }
  return Read;
}

} // namespace

int verifyModels(const AuditOptions &Options) {
  std::vector<std::string> Errors;
  Files Read = readFiles(Options.VerifyModels, Errors);
  for (const std::string &Error : Errors)
    errs() << Error << '\n';
  if (!Errors.empty())
    return WrongUsage;
  if (Options.Files.empty() && Options.Database.empty())
    return NothingFound;
  InitializeAllTargetInfos();
  Expected<std::vector<CompileUnit>> Units = findUnits(Options);
  if (!Units) {
    errs() << "secret-audit: " << toString(Units.takeError()) << '\n';
    return WrongUsage;
  }
  std::vector<ModelTables> Layers;
  for (const auto &File : Read)
    Layers.push_back(File->tables());
  Verification Result(Layers);
  unsigned Failed =
      parseUnits(*Units, Bodies::Skip, [&](clang::CompilerInstance &Compiler) {
        Result.seeAll(Compiler.getASTContext());
      });
  if (Options.ListDeclarations) {
    Result.listDeclarations(outs());
    return Failed ? NotAllAnalysed : NothingFound;
  }
  if (Result.report(errs()))
    return WrongUsage;
  return Failed ? NotAllAnalysed : NothingFound;
}

int dumpModels(const AuditOptions &Options) {
  std::string Source = Options.Files.empty() ? "" : Options.Files.front();
  LoadedModels Loaded =
      loadModels(Source, join(Options.Settings.Models, ";"),
                 Options.Settings.BuiltinModels, *vfs::getRealFileSystem());
  for (const std::string &Error : Loaded.Errors)
    errs() << Error << '\n';
  if (!Loaded.Errors.empty())
    return WrongUsage;
  dumpModels(Loaded.Index->layers(), outs());
  return NothingFound;
}

} // namespace audit
} // namespace secret
