//===- Cache.cpp - Results that are still good ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cache.h"
#include "Digest.h"
#include "Files/WholeFile.h"
#include "Manifest.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <fcntl.h>
#include <sys/stat.h>

using namespace llvm;

namespace secret {
namespace cache {
namespace {

/// The number is that of the format of all that is stored.
constexpr StringLiteral Header = "secret-tidy cache 1\n";
/// How many sets of questions one base may have.
constexpr size_t MaxSets = 8;

/// pruneCache() goes by the time of the last use, which file systems often do
/// not keep. No matter if that cannot be set.
void markUsed(const std::string &Path) {
  timespec Times[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
  (void)utimensat(AT_FDCWD, Path.c_str(), Times, 0);
}

std::string resultName(StringRef Base, ArrayRef<Question> Asked, Answers *Now) {
  std::vector<StringRef> Texts{"result", Base};
  for (const Question &Q : Asked) {
    Texts.push_back(Q.What == Ask::Presence  ? "presence"
                    : Q.What == Ask::Content ? "content"
                                             : "listing");
    Texts.push_back(Q.Path);
    Texts.push_back(Now ? StringRef(Now->to(Q)) : StringRef(Q.Answer));
  }
  return digestOf(Texts);
}

std::string manifestName(StringRef Base) { return digestOf({"asked", Base}); }

/// Says which answer is another one than it was.
std::string firstDifference(ArrayRef<Question> Asked, Answers &Now) {
  for (const Question &Q : Asked) {
    StringRef Answer = Now.to(Q);
    // A manifest has only the beginning of an answer.
    if (Answer.starts_with(Q.Answer))
      continue;
    if (Q.What == Ask::Listing)
      return "the folder '" + Q.Path + "' has other files";
    if (Answer == Nothing)
      return "'" + Q.Path + "' is gone";
    if (Q.Answer == Nothing)
      return "'" + Q.Path + "' was not there";
    return "'" + Q.Path + "' has changed";
  }
  return "its result is not in the cache any more";
}

} // namespace

std::string Cache::path(StringRef Digest) const {
  // The prefix that pruneCache() looks for.
  return (Folder + "/llvmcache-" + Digest).str();
}

std::string Cache::read(StringRef Digest) const {
  std::string Path = path(Digest);
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return "";
  StringRef Text = (*Buffer)->getBuffer();
  if (!Text.consume_front(Header))
    return "";
  auto [Sum, Rest] = Text.split('\n');
  if (Sum != digestOf({Digest, Rest}))
    return "";
  markUsed(Path);
  return Rest.str();
}

Error Cache::write(StringRef Digest, StringRef Text) const {
  return writeWholeFile(path(Digest), [&](raw_ostream &OS) {
    OS << Header << digestOf({Digest, Text}) << '\n' << Text;
  });
}

Lookup Cache::find(StringRef Base, Answers &Now) const {
  Lookup Result;
  std::vector<std::vector<Question>> Sets =
      readManifest(read(manifestName(Base)));
  for (const std::vector<Question> &Asked : Sets) {
    std::string Text = read(resultName(Base, Asked, &Now));
    auto [Size, Rest] = StringRef(Text).split('\n');
    size_t ResultSize = 0;
    if (Size.getAsInteger(10, ResultSize) || ResultSize > Rest.size())
      continue;
    Result.Found = Stored{Rest.take_front(ResultSize).str(),
                          Rest.drop_front(ResultSize).str()};
    return Result;
  }
  if (!Sets.empty())
    Result.WhyNot = firstDifference(Sets.front(), Now);
  return Result;
}

Error Cache::store(StringRef Base, ArrayRef<Question> Asked,
                   const Stored &What) const {
  std::string Text =
      std::to_string(What.Result.size()) + "\n" + What.Result + What.Facts;
  if (Error E = write(resultName(Base, Asked, /*Now=*/nullptr), Text))
    return E;
  // Another audit may do the same: then the sets of one of them are lost, and
  // it analyses again.
  std::string Name = manifestName(Base);
  std::vector<std::vector<Question>> Sets{Asked};
  for (std::vector<Question> &Old : readManifest(read(Name)))
    if (Sets.size() < MaxSets && !asksTheSame(Old, Asked))
      Sets.push_back(std::move(Old));
  return write(Name, writeManifest(Sets));
}

} // namespace cache
} // namespace secret
