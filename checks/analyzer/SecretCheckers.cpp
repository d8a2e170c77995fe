//===- SecretCheckers.cpp - The rules, for Clang's analyzer ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers `secret.ImmutableCopy` and so on, one for each rule of Rules.def.
// They share one analysis by our own engine, at the end of the unit; the
// analyzer's exploration of paths has no part in it.
//
//===----------------------------------------------------------------------===//

#include "Analysis/Collect.h"
#include "Compat/AnalyzerSymbols.h"
#include "Diagnose.h"
#include "PathReport.h"
#include "clang/AST/ASTContext.h"
#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"
#include <map>

using namespace clang;
using namespace clang::ento;

namespace secret {

namespace {

constexpr const char *Package = "secret";
/// Hidden: what the checkers of the rules depend on.
constexpr const char *BaseName = "secret.Analysis";

class SecretAnalysis : public Checker<check::EndOfTranslationUnit> {
public:
  void checkEndOfTranslationUnit(const TranslationUnitDecl *Unit,
                                 AnalysisManager &Manager,
                                 BugReporter &Reports) const;

  AnalysisOptions Options;
  /// The rules that are on, with the full names of their checkers.
  std::map<RuleId, std::string> Enabled;
};

void SecretAnalysis::checkEndOfTranslationUnit(const TranslationUnitDecl *,
                                               AnalysisManager &Manager,
                                               BugReporter &) const {
  if (Enabled.empty())
    return;
  ASTContext &Context = Manager.getASTContext();
  UnitFindings Found = collectFindings(Context, Options);
  announce(Context.getDiagnostics(), Found);
  PathReporter Reporter(Manager, *Found.Models, Options.Wiper);
  for (const Finding &F : Found.Findings)
    if (auto Name = Enabled.find(F.Rule); Name != Enabled.end())
      Reporter.report(F, Name->second);
}

class OptionReader {
public:
  explicit OptionReader(const AnalyzerOptions &From) : From(From) {}
  void operator()(StringRef Name, bool &Value) const {
    Value = From.getCheckerBooleanOption(BaseName, Name, true);
  }
  void operator()(StringRef Name, unsigned &Value) const {
    int Number = From.getCheckerIntegerOption(BaseName, Name, true);
    Value = Number < 0 ? 0 : static_cast<unsigned>(Number);
  }
  void operator()(StringRef Name, std::string &Value) const {
    Value = From.getCheckerStringOption(BaseName, Name, true).str();
  }

private:
  const AnalyzerOptions &From;
};

void enableBase(CheckerManager &Manager) {
  auto *Base = Manager.registerChecker<SecretAnalysis>();
  forEachOption(Base->Options, OptionReader(Manager.getAnalyzerOptions()));
}

template <RuleId Rule> void enableRule(CheckerManager &Manager) {
  Manager.getChecker<SecretAnalysis>()->Enabled[Rule] =
      StringRef(Manager.getCurrentCheckerName()).str();
}

bool always(const CheckerManager &) { return true; }

/// An option as the registry wants it; it keeps references to the texts.
struct OptionRow {
  const char *Type;
  std::string Name;
  std::string Default;
};

OptionRow describe(StringRef Name, bool Value) {
  return {"bool", Name.str(), Value ? "true" : "false"};
}
OptionRow describe(StringRef Name, unsigned Value) {
  return {"int", Name.str(), std::to_string(Value)};
}
OptionRow describe(StringRef Name, const std::string &Value) {
  return {"string", Name.str(), Value};
}

std::vector<OptionRow> optionRows() {
  std::vector<OptionRow> Rows;
  forEachOption(static_cast<const AnalysisOptions &>(AnalysisOptions()),
                [&](StringRef Name, const auto &Value) {
                  Rows.push_back(describe(Name, Value));
                });
  return Rows;
}

void addOptions(CheckerRegistry &Registry) {
  static const std::vector<OptionRow> Rows = optionRows();
  for (const OptionRow &Row : Rows)
    Registry.addPackageOption(Row.Type, Package, Row.Name, Row.Default,
                              "See docs/options.md of secret-tidy", "released");
}

} // namespace

} // namespace secret

extern "C" void clang_registerCheckers(CheckerRegistry &Registry) {
  using namespace secret;
  Registry.addPackage(Package);
  addOptions(Registry);
  Registry.addChecker(enableBase, always, BaseName,
                      "The analysis that the checkers of this package share",
                      "NoDocsUri", /*IsHidden=*/true);
#define SECRET_RULE(Class, Name, Severity, Security, Precision, Cwe, Summary,  \
                    ...)                                                       \
  Registry.addChecker(enableRule<RuleId::Class>, always, "secret." #Class,     \
                      Summary, "docs/checks/" Name ".md", false);              \
  Registry.addDependency("secret." #Class, BaseName);
#include "Rules/Rules.def"
}

/// The analyzer compares it with its own before it calls us.
extern "C" const char clang_analyzerAPIVersionString[];
const char clang_analyzerAPIVersionString[] = CLANG_ANALYZER_API_VERSION_STRING;
