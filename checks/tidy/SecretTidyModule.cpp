//===- SecretTidyModule.cpp - The checks, for clang-tidy --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers a check for every rule of Rules.def.
//
//===----------------------------------------------------------------------===//

#include "Compat/TidyModuleRegistry.h"
#include "ElidableZeroizationCheck.h"
#include "ExposureCheck.h"
#include "HiddenCopyCheck.h"
#include "ImmutableCopyCheck.h"
#include "ImmutableZeroizationCheck.h"
#include "MissingZeroizationCheck.h"
#include "PartialZeroizationCheck.h"

using namespace clang::tidy;

namespace secret::tidy {

namespace {

template <typename Check>
void add(ClangTidyCheckFactories &Factories, llvm::StringRef Name,
         const std::shared_ptr<UnitAnalyses> &Analyses) {
  Factories.registerCheckFactory(
      Name, [Analyses](llvm::StringRef Name, ClangTidyContext *Context) {
        return std::make_unique<Check>(Name, Context, *Analyses);
      });
}

class SecretTidyModule : public ClangTidyModule {
public:
  /// The factories outlive the module, so they own what the checks share.
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    auto Analyses = std::make_shared<UnitAnalyses>();
#define SECRET_RULE(Class, Name, ...)                                          \
  add<Class##Check>(Factories, Name, Analyses);
#include "Rules/Rules.def"
  }
};

ClangTidyModuleRegistry::Add<SecretTidyModule>
    Registration("secret-module", "Finds secrets that outlive their use.");

} // namespace

} // namespace secret::tidy
