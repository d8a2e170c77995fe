//===- LinkUnits.cpp - Tell each unit what the others do ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinkUnits.h"
#include "Analysis/Link.h"
#include "NinjaRun.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace audit {

Error prepareLinking(MutableArrayRef<Job> Jobs, StringRef WorkDir) {
  for (size_t I = 0; I < Jobs.size(); ++I) {
    std::string Path = slicePath(WorkDir, I);
    UnitSlice Slice;
    Slice.Root = Jobs[I].Settings.Root;
    Slice.Exports = summaryPath(WorkDir, I);
    for (const std::string &Each : {Path, Slice.Exports})
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

Expected<std::vector<size_t>> linkUnits(size_t NumJobs, StringRef WorkDir) {
  std::vector<UnitSummaries> Units(NumJobs);
  for (size_t I = 0; I < NumJobs; ++I) {
    std::string Path = summaryPath(WorkDir, I);
    if (!sys::fs::exists(Path))
      continue;
    Expected<UnitSummaries> Read = readSummaries(Path);
    if (!Read)
      return Read.takeError();
    Units[I] = std::move(*Read);
  }
  std::vector<LinkedUnit> Slices = linkSummaries(Units);
  std::vector<size_t> Changed;
  for (size_t I = 0; I < NumJobs; ++I) {
    std::string Path = slicePath(WorkDir, I);
    Expected<UnitSlice> Slice = readSlice(Path);
    if (!Slice)
      return Slice.takeError();
    if (Slice->Recursive == Slices[I].Recursive &&
        std::equal(Slice->Functions.begin(), Slice->Functions.end(),
                   Slices[I].Functions.begin(), Slices[I].Functions.end(),
                   sameMeaning))
      continue;
    Slice->Functions = std::move(Slices[I].Functions);
    Slice->Recursive = std::move(Slices[I].Recursive);
    if (Error E = writeSlice(*Slice, Path))
      return std::move(E);
    Changed.push_back(I);
  }
  return Changed;
}

} // namespace audit
} // namespace secret
