//===- Optimizer.cpp - Ask LLVM whether zeroizations survive --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Optimizer.h"
#include "Compat/CodeGen.h"
#include "Compat/CompilerInstance.h"
#include "EmitModule.h"
#include "MachineCode.h"
#include "Prune.h"
#include "ResidualCopies.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/IR/DiagnosticHandler.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"

using namespace clang;
using namespace secret;

namespace {

/// Keeps the first error as a reason; the user sees none of them.
class Reasons : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || !First.empty())
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    First = Text.str().str();
  }

  std::string First;
};

/// Without one, LLVM prints errors and ends the process.
class BackendReasons : public llvm::DiagnosticHandler {
public:
  explicit BackendReasons(std::string &First) : First(First) {}

  bool handleDiagnostics(const llvm::DiagnosticInfo &Info) override {
    if (Info.getSeverity() == llvm::DS_Error && First.empty()) {
      llvm::raw_string_ostream OS(First);
      llvm::DiagnosticPrinterRawOStream Printer(OS);
      Info.print(Printer);
      // Below it, LLVM shows a line of assembly.
      First.resize(std::min(First.find('\n'), First.size()));
    }
    return true;
  }

private:
  std::string &First;
};

class Question {
public:
  Question(ASTContext &Context, const CompilerInvocation &Flags,
           const std::vector<Candidate> &Candidates, AskLevel Level,
           llvm::ArrayRef<LinkedCode> LinkWith);

  std::vector<Evidence> ask();
  std::vector<CompilerCopies> copies(std::string &Error);
  LinkedCode emitOnly();

private:
  /// What code is worth to be generated.
  CodeReach reach() const;
  /// Null, and \p Error says why, if no code can be generated.
  std::unique_ptr<llvm::Module> emit(llvm::LLVMContext &Into,
                                     std::string &Error);
  /// Hands the optimized module to \p Look, which says why it cannot answer.
  /// \returns why there is no answer; empty if there is one.
  using Looker =
      llvm::function_ref<std::string(llvm::Module &, Places &, Watcher &)>;
  std::string run(Looker Look);
  std::string optimizeAndWatch(llvm::Module &M, Looker Look);
  std::string judgeAll(llvm::Module &M, Places &Where, Watcher &Watch);
  CompilerIdentity identity() const;
  /// An answer that says no more than \p Reason for each candidate.
  std::vector<Evidence> unknown(const std::string &Reason) const;

  ASTContext &Context;
  const std::vector<Candidate> &Candidates;
  llvm::ArrayRef<LinkedCode> LinkWith;
  Reasons Complaints;
  std::unique_ptr<CompilerInstance> Compiler;
  std::vector<Evidence> Answers;
};

} // namespace

static void setLevel(CodeGenOptions &O, unsigned Speed, unsigned Size) {
  O.OptimizationLevel = Speed;
  O.OptimizeSize = Size;
  O.setInlining(CodeGenOptions::NormalInlining);
  O.UnrollLoops = Speed > 1;
  O.VectorizeLoop = Speed > 1 && Size != 2;
  O.VectorizeSLP = Speed > 1;
}

static void setLevel(CodeGenOptions &O, AskLevel Level) {
  switch (Level) {
  case AskLevel::Build:
    return;
  case AskLevel::Auto:
    if (!O.OptimizationLevel)
      setLevel(O, 2, 0);
    return;
  case AskLevel::O1:
    return setLevel(O, 1, 0);
  case AskLevel::O2:
    return setLevel(O, 2, 0);
  case AskLevel::O3:
    return setLevel(O, 3, 0);
  case AskLevel::Os:
    return setLevel(O, 2, 1);
  case AskLevel::Oz:
    return setLevel(O, 2, 2);
  }
}

static std::string spellLevel(const CodeGenOptions &O) {
  if (O.OptimizeSize)
    return O.OptimizeSize == 1 ? "-Os" : "-Oz";
  return "-O" + std::to_string(O.OptimizationLevel);
}

/// Line tables are the carrier of all that is asked; no file is written, and
/// nobody else's passes or profiles are read.
static void setCarrier(CodeGenOptions &O) {
  O.setDebugInfo(llvm::codegenoptions::LocTrackingOnly);
  O.DebugColumnInfo = true;
  O.PrepareForLTO = O.PrepareForThinLTO = false;
  O.ClearASTBeforeBackend = false;
  O.DiscardValueNames = true;
  O.TimePasses = false;
  O.PassPlugins.clear();
  O.DebugPass.clear();
  O.SplitDwarfFile.clear();
  O.OptRecordFile.clear();
}

Question::Question(ASTContext &Context, const CompilerInvocation &Flags,
                   const std::vector<Candidate> &Candidates, AskLevel Level,
                   llvm::ArrayRef<LinkedCode> LinkWith)
    : Context(Context), Candidates(Candidates), LinkWith(LinkWith) {
  auto Own = std::make_shared<CompilerInvocation>(Flags);
  setLevel(Own->getCodeGenOpts(), Level);
  setCarrier(Own->getCodeGenOpts());
  FileManager &Files = Context.getSourceManager().getFileManager();
  Compiler = compat::makeCompiler(std::move(Own),
                                  Files.getVirtualFileSystemPtr(), Complaints);
}

CompilerIdentity Question::identity() const {
  CompilerIdentity By;
  By.Version = CLANG_VERSION_STRING;
  By.Compiler = "clang " CLANG_VERSION_MAJOR_STRING "." +
                std::to_string(CLANG_VERSION_MINOR);
  By.Level = spellLevel(Compiler->getCodeGenOpts());
  if (!LinkWith.empty())
    By.Level += " -flto";
  const llvm::Triple &Target = Context.getTargetInfo().getTriple();
  By.Target = Target.str();
  By.Arch = spellArch(Target.getArchName());
  return By;
}

std::string Question::optimizeAndWatch(llvm::Module &M, Looker Look) {
  Places Where(Context.getSourceManager(), Candidates);
  Watcher Watch(M, Where, Candidates);
  prune(M, Watch.functions());
  Compiler->getCodeGenOpts().PassBuilderCallbacks.push_back(
      [&](llvm::PassBuilder &Builder) {
        if (auto *Callbacks = Builder.getPassInstrumentationCallbacks())
          Watch.attach(*Callbacks);
      });
  compat::optimize(*Compiler, M);
  if (!Complaints.First.empty())
    return Complaints.First;
  std::string Error = checkInlineAssembly(M, *Compiler);
  return Error.empty() ? Look(M, Where, Watch) : Error;
}

std::string Question::judgeAll(llvm::Module &M, Places &Where, Watcher &Watch) {
  if (Compiler->getCodeGenOpts().OptimizationLevel)
    if (std::string Error = scanMachineCode(M, *Compiler, Where, Watch);
        !Error.empty())
      return Error;
  std::vector<std::vector<Instance>> Fates = Watch.finish();
  for (unsigned I = 0; I != Candidates.size(); ++I) {
    Evidence &E = Answers[I];
    E.Instances = std::move(Fates[I]);
    if (E.Instances.empty()) {
      E.What = Fate::NotEmitted;
      E.Reason = Watch.isEmitted(I) ? "its code is never reached"
                                    : "no code is made for it";
    }
    judge(E);
  }
  return "";
}

/// What other units use is not known before they are linked.
CodeReach Question::reach() const {
  const LangOptions &Language = Context.getLangOpts();
  if (Candidates.empty() || !LinkWith.empty() || Context.getExternalSource() ||
      Language.ObjC || Language.OpenMP || Language.CUDA || Language.OpenCL)
    return CodeReach();
  std::vector<SourceLocation> At;
  for (const Candidate &C : Candidates)
    for (Place P : {C.At.Begin, C.Inner.Begin})
      if (P)
        At.push_back(SourceLocation::getFromRawEncoding(P));
  return CodeReach(Context, At);
}

std::unique_ptr<llvm::Module> Question::emit(llvm::LLVMContext &Into,
                                             std::string &Error) {
  if (Context.getDiagnostics().hasUncompilableErrorOccurred()) {
    Error = "the file does not compile";
    return nullptr;
  }
  auto M = emitModule(Context, *Compiler, reach(), Into, Error);
  if (!M && !Complaints.First.empty())
    Error = Complaints.First;
  return M;
}

LinkedCode Question::emitOnly() {
  LinkedCode Unit;
  llvm::LLVMContext Backend;
  if (auto M = emit(Backend, Unit.Error))
    Unit.Bitcode = toBitcode(*M);
  return Unit;
}

std::string Question::run(Looker Look) {
  llvm::LLVMContext Backend;
  std::string BackendError, Error;
  Backend.setDiagnosticHandler(std::make_unique<BackendReasons>(BackendError));
  auto M = emit(Backend, Error);
  if (!M)
    return Error;
  Error = linkBitcode(*M, LinkWith);
  if (Error.empty())
    Error = optimizeAndWatch(*M, Look);
  return BackendError.empty() ? Error : BackendError;
}

std::vector<Evidence> Question::unknown(const std::string &Reason) const {
  CompilerIdentity By = identity();
  std::vector<Evidence> All;
  for (const Candidate &C : Candidates) {
    Evidence &E = All.emplace_back();
    E.Id = C.Id;
    E.By = By;
    E.Reason = Reason;
  }
  return All;
}

std::vector<Evidence> Question::ask() {
  Answers = unknown("");
  std::string Reason = run([&](llvm::Module &M, Places &Where, Watcher &Watch) {
    return judgeAll(M, Where, Watch);
  });
  return Reason.empty() ? std::move(Answers) : unknown(Reason);
}

std::vector<CompilerCopies> Question::copies(std::string &Error) {
  if (!knowsCopies(Context.getTargetInfo().getTriple())) {
    Error = "copies that the compiler makes are looked for in x86-64 code "
            "only, not in code for " +
            identity().Arch;
    return {};
  }
  // Names tell the compiler's own memory from that of variables.
  Compiler->getCodeGenOpts().DiscardValueNames = false;
  std::vector<std::vector<ResidualCopy>> Found(Candidates.size());
  Error = run([&](llvm::Module &M, Places &, Watcher &Watch) {
    return findCopies(M, *Compiler, Watch, Found);
  });
  std::vector<CompilerCopies> Result;
  if (Error.empty())
    for (const Candidate &C : Candidates)
      Result.push_back({C.Id, identity(), std::move(Found[Result.size()])});
  return Result;
}

void secret::initializeTargets() {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargets();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
  llvm::InitializeAllAsmPrinters();
}

std::vector<Evidence>
secret::askOptimizer(ASTContext &Context, const CompilerInvocation &Flags,
                     const std::vector<Candidate> &Candidates, AskLevel Level,
                     llvm::ArrayRef<LinkedCode> LinkWith) {
  if (Candidates.empty())
    return {};
  initializeTargets();
  return Question(Context, Flags, Candidates, Level, LinkWith).ask();
}

std::vector<CompilerCopies>
secret::findResidualCopies(ASTContext &Context, const CompilerInvocation &Flags,
                           const std::vector<Candidate> &Candidates,
                           std::string &Error) {
  if (Candidates.empty())
    return {};
  initializeTargets();
  return Question(Context, Flags, Candidates, AskLevel::Auto, {}).copies(Error);
}

LinkedCode secret::makeLinkedCode(ASTContext &Context,
                                  const CompilerInvocation &Flags,
                                  AskLevel Level) {
  initializeTargets();
  return Question(Context, Flags, {}, Level, {}).emitOnly();
}
