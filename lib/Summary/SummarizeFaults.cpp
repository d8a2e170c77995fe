//===- SummarizeFaults.cpp - Faults that depend on the caller ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summarizer.h"

using namespace secret;

void Summarizer::addFault(RuleId Rule, uint64_t Labels, Span At,
                          std::string Text, int Stream, bool Arrives) {
  SummaryFault Fault;
  Fault.Rule = Rule;
  Fault.At = At;
  Fault.Text = std::move(Text);
  Fault.Stream = Stream;
  Fault.Arrives = Arrives;
  addFault(Labels, Fault);
}

/// One for each of \p Labels.
void Summarizer::addFault(uint64_t Labels, const SummaryFault &Fault) {
  for (unsigned Bit = 1; Bit != 64; ++Bit) {
    unsigned Index;
    if (!(Labels & (uint64_t(1) << Bit)) || !labelIndex(Bit, Index))
      continue;
    Out.Faults.push_back(Fault);
    Out.Faults.back().Label = Index;
  }
}

void Summarizer::addHiddenCopy(const HiddenCopy &Copy) {
  SummaryFault Fault;
  Fault.Rule = RuleId::HiddenCopy;
  Fault.At = Copy.At;
  Fault.Text = Copy.describe();
  Fault.Arrives =
      Copy.By == CopyMaker::StreamBuffer || Copy.By == CopyMaker::Library;
  auto [Container, Offset] = Copy.Container;
  Fault.Grows =
      Container && !isLocal(Container) && pathOf(Container, Fault.Container);
  Fault.ContainerAt = Offset;
  addFault(Copy.Labels & ~Taint::Secret, Fault);
}

void Summarizer::addFaults() {
  for (const auto &[Key, Each] : R.Seen.Releases) {
    if (!isLocal(Each.Region) || (Each.Labels & Taint::Secret))
      continue;
    const Region &Where = Space.Regions[Each.Region];
    addFault(RuleId::MissingZeroization, Each.Labels,
             Each.Kind == ReleaseKind::Free ? Each.At : Where.Declared,
             "its copy in '" + Where.Name +
                 "' is released without "
                 "zeroization");
  }
  for (const Site &Each : R.Seen.Sites) {
    if (!isLocal(Each.Region) || (Each.Labels & Taint::Secret))
      continue;
    const std::string &Name = Space.Regions[Each.Region].Name;
    if (Each.PartialLabels)
      addFault(RuleId::PartialZeroization, Each.PartialLabels, Each.At,
               "its copy in '" + Name + "' is zeroized only in part");
    else if (Each.Ended && !Each.Needed && Each.Wipe == Strength::Elidable)
      addFault(RuleId::ElidableZeroization, Each.Labels, Each.At,
               "the zeroization of its copy in '" + Name + "' may be removed");
  }
  addCopyFaults();
  for (const auto &[Key, Use] : R.Seen.InCallees)
    if (!(Use.Labels & Taint::Secret) || Use.Stream != NoPosition)
      addFault(std::get<1>(Key), Use.Labels, Use.At, Use.Reason, Use.Stream,
               Use.Arrives);
}

void Summarizer::addCopyFaults() {
  for (const auto &[Key, Use] : R.Seen.Sinks) {
    uint64_t Labels = Use.Labels & ~Taint::Secret;
    if (Use.Kind <= SinkKind::String)
      addFault(RuleId::ImmutableCopy, Labels, Use.At,
               "'" + Use.Name + "' copies it");
    else if (isExposure(Use.Kind))
      addFault(RuleId::Exposure, Labels, Use.At,
               "'" + Use.Name + "' exposes it", Use.Stream);
  }
  for (const auto &[Key, Copy] : R.Seen.HiddenCopies)
    addHiddenCopy(Copy);
  for (const auto &[Key, Wipe] : R.Seen.ImmutableWipes)
    addFault(RuleId::ImmutableZeroization, Wipe.Labels & ~Taint::Secret,
             Wipe.At, "'" + Wipe.How + "' zeroizes what must not change");
}
