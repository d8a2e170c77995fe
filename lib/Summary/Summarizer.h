//===- Summarizer.h - From an analysis to its summary -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Private to lib/Summary.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_SUMMARIZER_H
#define SECRET_TIDY_SUMMARY_SUMMARIZER_H

#include "Summarize.h"
#include <map>

namespace secret {

class Summarizer {
public:
  Summarizer(FunctionResult &R, bool Widen)
      : R(R), Space(R.Space), Facts(R.Facts), Widen(Widen) {}
  FunctionSummary run();

private:
  bool pathOf(RegionId Id, AccessPath &Out);
  bool isLocal(RegionId Id);
  void joinExits();
  SummaryCase caseOf(State &S);
  void addContents(SummaryCase &Case, State &S);
  void widen(SummaryCase &Case);
  bool isPublic(const AccessPath &Path) const;
  void addObject(SummaryCase &Case, State &S, RegionId Id,
                 const ObjectState &O);
  void nameStoredLength(SummaryWipe &Wipe, SymbolId Length);
  void addWipes(SummaryCase &Case, const AccessPath &Path,
                const ObjectState &O);
  std::vector<SummaryTarget> targetsOf(const AbstractValue &V);
  SummaryValue valueOf(State &S, const AbstractValue &V);
  SummaryTaint taintOf(const Taint &T);
  bool labelIndex(unsigned Bit, unsigned &Index);
  int parameterOf(SymbolId Symbol);
  void addFaults();
  void addFault(RuleId Rule, uint64_t Labels, Span At, std::string Text,
                int Stream = NoPosition, bool Arrives = false);
  void addFault(uint64_t Labels, const SummaryFault &Fault);
  void addHiddenCopy(const HiddenCopy &Copy);
  void addCopyFaults();
  void addBlock(RegionId Id);
  void addEmptied();

  FunctionResult &R;
  StateSpace &Space;
  const FunctionFacts &Facts;
  bool Widen;
  FunctionSummary Out;
  std::map<RegionId, unsigned> Blocks;
};

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_SUMMARIZER_H
