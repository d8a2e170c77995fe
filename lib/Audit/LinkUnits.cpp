//===- LinkUnits.cpp - Tell each unit what the others do ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkUnits.h"
#include "LinkMemory.h"
#include "NinjaRun.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace secret {
namespace audit {

Error prepareLinking(MutableArrayRef<Job> Jobs, StringRef WorkDir) {
  for (size_t I = 0; I < Jobs.size(); ++I) {
    std::string Path = slicePath(WorkDir, I);
    UnitSlice Slice;
    Slice.Root = Jobs[I].Settings.Root;
    Slice.Facts = factsPath(WorkDir, I);
    for (const std::string &Each : {Path, Slice.Facts})
      if (std::error_code EC =
              sys::fs::create_directories(sys::path::parent_path(Each)))
        return createStringError(EC, "cannot make the folder of '" + Each +
                                         "': " + EC.message());
    if (Error E = writeSlice(Slice, Path))
      return E;
    Jobs[I].Settings.CrossUnit = Path;
  }
  return Error::success();
}

/// Nothing for a unit that could not be analysed.
static Expected<std::optional<StoredFacts>> readFacts(StringRef Path) {
  if (!sys::fs::exists(Path))
    return std::nullopt;
  return StoredFacts::read(Path);
}

/// The unit's facts are there already. \returns whether this is news for it.
static Expected<bool> writeLinked(LinkedUnit Unit, StringRef Path) {
  Expected<UnitSlice> Slice = readSlice(Path);
  if (!Slice)
    return Slice.takeError();
  if (Slice->Facts.empty() && Slice->Functions == Unit.Functions &&
      Slice->Recursive == Unit.Recursive && Slice->Alone == Unit.Alone &&
      Slice->Targets == Unit.Targets)
    return false;
  Slice->Facts.clear();
  Slice->Functions = std::move(Unit.Functions);
  Slice->Recursive = std::move(Unit.Recursive);
  Slice->Alone = std::move(Unit.Alone);
  Slice->Targets = std::move(Unit.Targets);
  if (Error E = writeSlice(*Slice, Path))
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

/// From the facts, or as it was for the same ones.
static Expected<LinkedUnits> link(size_t NumJobs, StringRef WorkDir,
                                  const LinkLimits &Limits,
                                  const UnitCache *Cache) {
  LinkMemory Memory(Cache, NumJobs, WorkDir, Limits);
  if (std::optional<LinkedUnits> Known = Memory.recall())
    return std::move(*Known);
  auto Units = readFacts(NumJobs, WorkDir);
  if (!Units)
    return Units.takeError();
  LinkedUnits Linked = secret::linkUnits(std::move(*Units), Limits);
  Memory.keep(Linked);
  return Linked;
}

Expected<std::vector<size_t>> linkUnits(size_t NumJobs, StringRef WorkDir,
                                        const LinkLimits &Limits,
                                        const UnitCache *Cache) {
  Expected<LinkedUnits> Units = link(NumJobs, WorkDir, Limits, Cache);
  if (!Units)
    return Units.takeError();
  LinkedUnits &Linked = *Units;
  sayLimits(Linked, Limits);
  std::vector<size_t> Affected;
  for (size_t I = 0; I < NumJobs; ++I) {
    if (!Linked.Units[I].IsAffected)
      continue;
    Expected<bool> IsNews =
        writeLinked(std::move(Linked.Units[I]), slicePath(WorkDir, I));
    if (!IsNews)
      return IsNews.takeError();
    if (*IsNews)
      Affected.push_back(I);
  }
  return Affected;
}

} // namespace audit
} // namespace secret
