//===- Collect.cpp - All that an analysis of a unit says ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Collect.h"
#include "Secrets/ModelFiles.h"
#include "Unit.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace secret {

namespace {

class Collector : public Reporter {
public:
  explicit Collector(UnitFindings &To) : To(To) {}
  void report(const Finding &F) override { To.Findings.push_back(F); }
  void zeroization(const Zeroization &Z) override { To.Sites.push_back(Z); }
  void remark(Span At, llvm::StringRef Text) override {
    To.Remarks.push_back({At, Text.str()});
  }

private:
  UnitFindings &To;
};

} // namespace

static LoadedModels modelsFor(const ASTContext &Context,
                              const AnalysisOptions &Options) {
  const SourceManager &Sources = Context.getSourceManager();
  OptionalFileEntryRef Main =
      Sources.getFileEntryRefForID(Sources.getMainFileID());
  return loadModels(Main ? Main->getName() : llvm::StringRef(), Options.Models,
                    Options.BuiltinModels,
                    Sources.getFileManager().getVirtualFileSystem());
}

UnitFindings collectFindings(ASTContext &Context,
                             const AnalysisOptions &Options) {
  UnitFindings Result;
  LoadedModels Loaded = modelsFor(Context, Options);
  Result.Models = std::move(Loaded.Index);
  Result.ModelErrors = std::move(Loaded.Errors);
  Collector To(Result);
  analyzeUnit(Context, *Result.Models, Options, To);
  return Result;
}

} // namespace secret
