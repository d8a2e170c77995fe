//===- LinkUnits.cpp - Tell each unit what the others do ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkUnits.h"
#include "Files/WholeFile.h"
#include "InjectFault.h"
#include "LinkMemory.h"
#include "NinjaRun.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {

Error prepareLinking(MutableArrayRef<Job> Jobs, StringRef WorkDir) {
  for (const std::string &Path : {slicePath(WorkDir, 0), factsPath(WorkDir, 0)})
    if (std::error_code EC =
            sys::fs::create_directories(sys::path::parent_path(Path)))
      return createStringError(EC, "cannot make the folder of '" + Path +
                                       "': " + EC.message());
  for (size_t I = 0; I < Jobs.size(); ++I)
    Jobs[I].Settings.CrossUnit = slicePath(WorkDir, I);
  return Error::success();
}

Error writeFirstSlices(ArrayRef<Job> Jobs, ArrayRef<size_t> Wanted,
                       StringRef WorkDir) {
  for (size_t I : Wanted) {
    UnitSlice Slice;
    Slice.Root = Jobs[I].Settings.Root;
    Slice.Facts = factsPath(WorkDir, I);
    if (Error E = writeSlice(Slice, Jobs[I].Settings.CrossUnit))
      return E;
  }
  return Error::success();
}

/// Nothing for a unit that could not be analysed.
static Expected<std::optional<StoredFacts>> readFacts(StringRef Path) {
  if (!sys::fs::exists(Path))
    return std::nullopt;
  return StoredFacts::read(Path);
}

static std::string markPath(StringRef WorkDir) {
  return (WorkDir + "/linked").str();
}

bool areLinked(StringRef WorkDir) { return sys::fs::exists(markPath(WorkDir)); }

Error markLinked(StringRef WorkDir) {
  return writeNewFile(markPath(WorkDir), [](raw_ostream &) {});
}

/// The unit's facts are there already. \returns whether this is news for it.
static Expected<bool> writeLinked(LinkedUnit Unit, StringRef Root,
                                  StringRef Path) {
  UnitSlice Slice;
  Slice.Root = Root.str();
  Slice.Functions = std::move(Unit.Functions);
  Slice.Recursive = std::move(Unit.Recursive);
  Slice.Alone = std::move(Unit.Alone);
  Slice.Targets = std::move(Unit.Targets);
  if (sys::fs::exists(Path)) {
    Expected<UnitSlice> Before = readSlice(Path);
    if (!Before)
      return Before.takeError();
    if (*Before == Slice)
      return false;
  }
  if (Error E = writeSlice(Slice, Path))
    return std::move(E);
  return true;
}

static Expected<std::vector<std::optional<StoredFacts>>>
readFacts(size_t NumJobs, StringRef WorkDir) {
  std::vector<std::optional<StoredFacts>> Units;
  for (size_t I = 0; I < NumJobs; ++I) {
    Expected<std::optional<StoredFacts>> Read =
        readFacts(factsPath(WorkDir, I));
    if (!Read)
      return Read.takeError();
    Units.push_back(std::move(*Read));
  }
  return Units;
}

/// What was left out, each limit once.
static void sayLimits(const LinkedUnits &Linked, const LinkLimits &Limits) {
  if (Linked.TooMuch)
    errs() << "secret-audit: " << Linked.TooMuch
           << (Linked.TooMuch == 1 ? " function does" : " functions do")
           << " more than other files are told, " << Limits.MaxEffects
           << (Limits.MaxEffects == 1 ? " effect" : " effects")
           << "; allow more with --link-max-effects\n";
  if (Linked.TooCostly)
    errs() << "secret-audit: " << Linked.TooCostly
           << (Linked.TooCostly == 1 ? " function costs" : " functions cost")
           << " more than " << Limits.MaxWork
           << " steps with what other files do, and "
           << (Linked.TooCostly == 1 ? "is" : "are")
           << " analysed without; allow more with --link-max-work\n";
}

/// From the facts, or as it was for the same ones. Nothing if it was stopped.
static Expected<std::optional<LinkedUnits>>
link(const AuditPlan &Plan, StringRef WorkDir, const UnitCache *Cache,
     function_ref<bool()> IsStopped) {
  const size_t NumJobs = Plan.Files.size();
  LinkMemory Memory(Cache, NumJobs, WorkDir, Plan.Linking);
  if (std::optional<LinkedUnits> Known = Memory.recall())
    return Known;
  auto Units = readFacts(NumJobs, WorkDir);
  if (!Units)
    return Units.takeError();
  injectWait(WorkDir + "/linking", IsStopped);
  std::optional<LinkedUnits> Linked =
      secret::linkUnits(std::move(*Units), Plan.Linking, IsStopped);
  if (Linked)
    Memory.keep(*Linked);
  return Linked;
}

Expected<std::optional<std::vector<size_t>>>
linkUnits(const AuditPlan &Plan, StringRef WorkDir, const UnitCache *Cache,
          function_ref<bool()> IsStopped) {
  auto Linked = link(Plan, WorkDir, Cache, IsStopped);
  if (!Linked)
    return Linked.takeError();
  if (!*Linked)
    return std::nullopt;
  sayLimits(**Linked, Plan.Linking);
  // If it was cut off, nobody has looked at the slices that are there.
  bool WasLinked = areLinked(WorkDir);
  sys::fs::remove(markPath(WorkDir));
  std::vector<size_t> Affected;
  for (size_t I = 0; I < Plan.Files.size(); ++I) {
    LinkedUnit &Unit = (*Linked)->Units[I];
    if (!Unit.IsAffected)
      continue;
    Expected<bool> IsNews =
        writeLinked(std::move(Unit), Plan.Root, slicePath(WorkDir, I));
    if (!IsNews)
      return IsNews.takeError();
    if (*IsNews || !WasLinked || !sys::fs::exists(resultPath(WorkDir, I)))
      Affected.push_back(I);
  }
  return Affected;
}

} // namespace audit
} // namespace secret
