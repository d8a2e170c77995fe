//===- UnitCache.cpp - Units that need no analysis ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCache.h"
#include "Cache/Digest.h"
#include "Files/WholeFile.h"
#include "NinjaRun.h"
#include "Paths.h"
#include "Summary/UnitSlice.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using secret::cache::digestOf;

namespace secret {
namespace audit {
namespace {

/// The cache's folder; empty if there is to be none. \p IsNamed is set if
/// somebody has named it.
std::string chooseFolder(const CacheOptions &Options, bool &IsNamed) {
  IsNamed = true;
  if (!Options.Folder.empty())
    return absolutePath(Options.Folder);
  if (auto Folder = sys::Process::GetEnv("SECRET_AUDIT_CACHE_DIR"))
    return Folder->empty() ? "" : absolutePath(*Folder);
  IsNamed = false;
  SmallString<128> Path;
  if (!sys::path::cache_directory(Path))
    return "";
  sys::path::append(Path, "secret-tidy", "audit");
  return Path.str().str();
}

std::string spellBase(const Job &What, StringRef Slice) {
  return Slice.empty() ? What.Cache.Base : digestOf({What.Cache.Base, Slice});
}

Error writeFile(StringRef Path, StringRef Text) {
  return writeNewFile(Path, [&](raw_ostream &OS) { OS << Text; });
}

Error makeFolderOf(StringRef Path) {
  std::error_code EC =
      sys::fs::create_directories(sys::path::parent_path(Path));
  return EC ? createStringError(EC, "cannot make the folder of '" + Path +
                                        "': " + EC.message())
            : Error::success();
}

Expected<std::string> readFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createStringError(Buffer.getError(), "cannot read '" + Path + "'");
  return (*Buffer)->getBuffer().str();
}

} // namespace

Expected<std::optional<UnitCache>>
UnitCache::open(const CacheOptions &Options) {
  Expected<CachePruningPolicy> Policy = parseCachePruningPolicy(Options.Policy);
  if (!Policy)
    return createStringError("--cache-policy: " + toString(Policy.takeError()));
  bool IsNamed = false;
  std::string Folder = Options.IsOff ? "" : chooseFolder(Options, IsNamed);
  if (Folder.empty() && !Options.Explain.empty())
    return createStringError("--explain-cache: there is no cache");
  if (Folder.empty())
    return std::nullopt;
  UnitCache Result(Folder, *Policy);
  if (!Options.Explain.empty())
    Result.Explain = absolutePath(Options.Explain);
  std::error_code EC = sys::fs::create_directories(Folder);
  if (!EC)
    EC = sys::fs::access(Folder, sys::fs::AccessMode::Write);
  Result.IsWritable = !EC;
  if (EC && IsNamed)
    errs() << "secret-audit: nothing can be kept in the cache '" << Folder
           << "': " << EC.message()
           << "; give another one with --cache-dir, or use --no-cache\n";
  return Result;
}

std::optional<UnitCache> UnitCache::of(const Job &What) {
  if (What.Cache.Folder.empty())
    return std::nullopt;
  return UnitCache(What.Cache.Folder, CachePruningPolicy());
}

void UnitCache::prepare(MutableArrayRef<Job> Jobs, StringRef Program) {
  if (Jobs.empty())
    return;
  CacheKey Key(Jobs.front().Settings, Program);
  ProgramDigest = Key.programDigest();
  StringMap<unsigned> Ordinals;
  for (Job &J : Jobs) {
    Ingredients.push_back(Key.ingredientsOf(J.Unit));
    J.Cache.Base = baseOf(Ingredients.back());
    if (IsWritable)
      J.Cache.Folder = Store.folder();
    std::string File = cache::belowRoot(J.Unit.File, J.Settings.Root);
    UnitNames.push_back(
        digestOf({StringRef("unit"), File, std::to_string(Ordinals[File]++)}));
  }
}

Expected<std::vector<size_t>> UnitCache::restore(ArrayRef<Job> Jobs,
                                                 std::vector<size_t> Wanted,
                                                 StringRef WorkDir) {
  std::vector<size_t> Others;
  if (Wanted.empty())
    return Others;
  for (const std::string &Path :
       {resultPath(WorkDir, 0), factsPath(WorkDir, 0)})
    if (Error E = makeFolderOf(Path))
      return std::move(E);
  cache::Answers Now(Jobs[Wanted.front()].Settings.Root);
  for (size_t I : Wanted) {
    const Job &What = Jobs[I];
    Expected<std::string> Slice = sliceDigest(What);
    if (!Slice)
      return Slice.takeError();
    cache::Lookup Found = Store.find(spellBase(What, *Slice), Now);
    if (What.Unit.File == Explain)
      explain(What, I, Found);
    if (!Found.Found) {
      remember(I);
      Others.push_back(I);
      continue;
    }
    if (Error E = writeFile(resultPath(WorkDir, I), Found.Found->Result))
      return std::move(E);
    if (!Found.Found->Facts.empty())
      if (Error E = writeFile(factsPath(WorkDir, I), Found.Found->Facts))
        return std::move(E);
  }
  return Others;
}

void UnitCache::explain(const Job &What, size_t Index,
                        const cache::Lookup &Found) {
  errs() << "secret-audit: "
         << cache::belowRoot(What.Unit.File, What.Settings.Root) << ": ";
  if (Found.Found)
    errs() << "taken from the cache\n";
  else
    errs() << "analysed: "
           << (Found.WhyNot.empty() ? differenceOf(What, Index) : Found.WhyNot)
           << '\n';
}

/// What differs from the ingredients that remember() has written.
std::string UnitCache::differenceOf(const Job &What, size_t Index) const {
  if (Index >= Ingredients.size())
    return "what it needs of other files has changed";
  if (sys::fs::exists(What.Settings.CrossUnit))
    return "once more, with what it needs of other files";
  std::string Text = Store.read(UnitNames[Index]);
  if (Text.empty())
    return "it is not in the cache";
  StringRef Rest = Text;
  for (const Ingredient &I : Ingredients[Index]) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    if (Line != I.Digest)
      return I.Name + " has changed";
  }
  return What.Settings.CrossUnit.empty()
             ? "its last result was not kept"
             : "what it needs of other files has changed";
}

void UnitCache::remember(size_t Index) const {
  if (!IsWritable || Index >= Ingredients.size())
    return;
  std::string Text;
  for (const Ingredient &I : Ingredients[Index])
    Text += I.Digest + "\n";
  // It only serves explanations.
  if (Store.read(UnitNames[Index]) != Text)
    consumeError(Store.write(UnitNames[Index], Text));
}

std::string UnitCache::nameOf(ArrayRef<std::string> Inputs) const {
  std::vector<std::string> All(Inputs);
  All.push_back(ProgramDigest);
  return cache::digestOf(All);
}

std::string UnitCache::recall(ArrayRef<std::string> Inputs) const {
  return ProgramDigest.empty() ? "" : Store.read(nameOf(Inputs));
}

/// A cache that cannot be written costs the next audit a link.
void UnitCache::keep(ArrayRef<std::string> Inputs, StringRef Text) const {
  if (IsWritable && !ProgramDigest.empty())
    consumeError(Store.write(nameOf(Inputs), Text));
}

void UnitCache::prune() const {
  if (IsWritable)
    pruneCache(Store.folder(), Policy);
}

Error UnitCache::store(const Job &What, ArrayRef<cache::Question> Asked,
                       StringRef ResultPath) {
  Expected<std::string> Slice = sliceDigest(What);
  if (!Slice)
    return Slice.takeError();
  Expected<std::string> Text = readFile(ResultPath);
  if (!Text)
    return Text.takeError();
  cache::Stored Kept{std::move(*Text), ""};
  if (!Slice->empty()) {
    Expected<UnitSlice> Linked = readSlice(What.Settings.CrossUnit);
    if (!Linked)
      return Linked.takeError();
    Expected<std::string> Facts =
        Linked->Facts.empty() ? std::string() : readFile(Linked->Facts);
    if (!Facts)
      return Facts.takeError();
    Kept.Facts = std::move(*Facts);
  }
  // Another checkout would show this one's paths.
  std::string Root = What.Settings.Root + "/";
  if (Root.size() > 2 && StringRef(Kept.Result).contains(Root))
    return Error::success();
  return cache::Cache(What.Cache.Folder)
      .store(spellBase(What, *Slice), Asked, Kept);
}

} // namespace audit
} // namespace secret
