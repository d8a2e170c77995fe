//===- FixWiper.cpp - How a wiper is called ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixWiper.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret {

static void replaceAll(std::string &Text, llvm::StringRef What,
                       llvm::StringRef With) {
  for (size_t At = Text.find(What); At != std::string::npos;
       At = Text.find(What, At + With.size()))
    Text.replace(At, What.size(), With);
}

std::string Wiper::call(llvm::StringRef Pointer, llvm::StringRef Length) const {
  std::string Text = Call;
  // The length first: the pointer's text may hold "{n}".
  size_t Mark = Text.find("{p}");
  std::string Head = Text.substr(0, Mark);
  std::string Tail =
      Mark == std::string::npos ? std::string() : Text.substr(Mark + 3);
  replaceAll(Head, "{n}", Length);
  replaceAll(Tail, "{n}", Length);
  return Head + Pointer.str() + Tail;
}

static const FunctionDecl *functionAmong(DeclContext::lookup_result Found,
                                         const SourceManager &Sources,
                                         SourceLocation Before) {
  for (const NamedDecl *D : Found) {
    const FunctionDecl *F = D->getUnderlyingDecl()->getAsFunction();
    if (!F)
      continue;
    for (const FunctionDecl *Each : F->redecls())
      if (!Each->isImplicit() &&
          (Before.isInvalid() ||
           Sources.isBeforeInTranslationUnit(Each->getLocation(), Before)))
        return Each;
  }
  return nullptr;
}

/// In C, the first look into what a preamble declares reads all of it. Not
/// needed for a name that it does not hold.
static DeclContext::lookup_result lookUp(DeclContext *Scope,
                                         const IdentifierInfo &Name) {
  return Name.isFromAST() ? Scope->lookup(&Name) : Scope->noload_lookup(&Name);
}

const FunctionDecl *findFunction(const ASTContext &Context,
                                 llvm::StringRef QualifiedName,
                                 SourceLocation Before) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  QualifiedName.split(Parts, "::", -1, /*KeepEmpty=*/false);
  if (Parts.empty())
    return nullptr;
  DeclContext *Scope = Context.getTranslationUnitDecl();
  for (llvm::StringRef Part : llvm::drop_end(Parts)) {
    NamespaceDecl *Inner = nullptr;
    for (NamedDecl *D : lookUp(Scope, Context.Idents.get(Part)))
      if ((Inner = dyn_cast<NamespaceDecl>(D->getUnderlyingDecl())))
        break;
    if (!Inner)
      return nullptr;
    Scope = Inner;
  }
  return functionAmong(lookUp(Scope, Context.Idents.get(Parts.back())),
                       Context.getSourceManager(), Before);
}

static Wiper makeWiper(llvm::StringRef Name, llvm::StringRef Call,
                       llvm::StringRef Header) {
  Wiper W;
  W.Name = Name.str();
  W.Call = Call.str();
  W.Header = Header.str();
  return W;
}

Wiper exitGuard() {
  Wiper W = makeWiper("secret::zeroize_on_exit", "secret::zeroize_on_exit({p})",
                      "secret-tidy/zeroize_on_exit.h");
  W.Remedy = "add the folder of that header, which comes with secret-tidy, to "
             "the include paths";
  return W;
}

static std::optional<Wiper> wiperInTable(llvm::StringRef Name) {
  static constexpr struct {
    llvm::StringLiteral Name, Call, Header;
  } Table[] = {
#define SECRET_WIPER(Name, Call, Header)                                       \
  {llvm::StringLiteral(Name), llvm::StringLiteral(Call),                       \
   llvm::StringLiteral(Header)},
#include "Wipers.def"
  };
  for (const auto &Entry : Table)
    if (Entry.Name == Name)
      return makeWiper(Name, Entry.Call, Entry.Header);
  return std::nullopt;
}

/// The call whose arguments are \p Arguments; nothing if one is not known.
static std::optional<Wiper> wiperWith(llvm::StringRef Name,
                                      llvm::ArrayRef<std::string> Arguments,
                                      llvm::StringRef Header) {
  if (llvm::any_of(Arguments, [](const auto &A) { return A.empty(); }))
    return std::nullopt;
  return makeWiper(Name, Name.str() + "(" + llvm::join(Arguments, ", ") + ")",
                   Header);
}

/// The header a glob like `*/proj/wipe.h` names; empty if it may be several.
static std::string headerOfGlob(llvm::StringRef Glob) {
  Glob.consume_front("*/");
  bool IsPath = Glob.find_first_of("*?[{\\") == llvm::StringRef::npos;
  return IsPath ? Glob.str() : std::string();
}

static const Effect *reliableWipe(const FunctionModel &Model) {
  auto Found = llvm::find_if(Model.Effects, [](const Effect &E) {
    return E.Kind == EffectKind::Zeroize && E.Wipe == Strength::Reliable &&
           E.Position >= 0 && !E.Indirect &&
           E.Len.Kind == LengthKind::Argument && !E.Len.CountsElements;
  });
  return Found == Model.Effects.end() ? nullptr : &*Found;
}

static std::optional<Wiper> wiperInModel(llvm::StringRef Name,
                                         const FunctionModel &Model) {
  const Effect *Wipe = reliableWipe(Model);
  if (!Wipe)
    return std::nullopt;
  int Last = std::max({Wipe->Position, Wipe->Len.A, Wipe->Fill});
  std::vector<std::string> Arguments(std::max(Model.Params, Last + 1));
  Arguments[Wipe->Position] = "{p}";
  Arguments[Wipe->Len.A] = "{n}";
  if (Wipe->Fill >= 0)
    Arguments[Wipe->Fill] = "0";
  return wiperWith(Name, Arguments, headerOfGlob(Model.Header));
}

/// `wipe(pointer, size)` or, like memset, `wipe(pointer, fill, size)`.
static std::optional<Wiper> wiperByShape(llvm::StringRef Name,
                                         const FunctionDecl *F) {
  unsigned Params = F->getNumParams();
  if (Params < 2 || Params > 3 ||
      !F->getParamDecl(0)->getType()->isPointerType())
    return std::nullopt;
  for (unsigned I = 1; I < Params; ++I)
    if (!F->getParamDecl(I)->getType()->isIntegerType())
      return std::nullopt;
  std::vector<std::string> Arguments = {"{p}", "{n}"};
  if (Params == 3)
    Arguments.insert(Arguments.begin() + 1, "0");
  return wiperWith(Name, Arguments, "");
}

std::optional<Wiper> findWiper(llvm::StringRef Name, const ModelIndex &Models,
                               const ASTContext &Context) {
  if (auto Found = wiperInTable(Name))
    return Found;
  for (const FunctionModel *Model : Models.functions(Name))
    if (auto Found = wiperInModel(Name, *Model))
      return Found;
  const FunctionDecl *F = findFunction(Context, Name, SourceLocation());
  return F ? wiperByShape(Name, F) : std::nullopt;
}

} // namespace secret
