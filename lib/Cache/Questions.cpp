//===- Questions.cpp - What an analysis asks of files ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Questions.h"
#include "Digest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace secret {
namespace cache {
namespace {

std::string readListing(StringRef Path) {
  std::vector<std::string> Names;
  std::error_code EC;
  for (sys::fs::directory_iterator It(Path, EC), End; !EC && It != End;
       It.increment(EC))
    Names.push_back(sys::path::filename(It->path()).str());
  return EC ? Nothing : listingOf(std::move(Names));
}

std::string lookAt(StringRef Path) {
  sys::fs::file_status Status;
  if (sys::fs::status(Path, Status) || !sys::fs::exists(Status))
    return Nothing;
  return presenceOf(sys::fs::is_directory(Status));
}

std::string readContent(StringRef Path) {
  std::string Digest = digestOfFile(Path);
  return Digest.empty() ? Nothing : Digest;
}

} // namespace

std::string belowRoot(StringRef Path, StringRef Root) {
  StringRef Rest = Path;
  if (Root.size() < 2 || !Rest.consume_front(Root))
    return Path.str();
  if (Rest.empty())
    return ".";
  return Rest.consume_front("/") && !Rest.empty() ? Rest.str() : Path.str();
}

std::string listingOf(std::vector<std::string> Names) {
  llvm::sort(Names);
  return digestOf(Names);
}

const std::string &Answers::to(const Question &Q) {
  StringMap<std::string> &Known = Q.What == Ask::Content   ? Contents
                                  : Q.What == Ask::Listing ? Listings
                                                           : Presences;
  auto [It, IsNew] = Known.try_emplace(Q.Path);
  if (!IsNew)
    return It->second;
  std::string Path =
      sys::path::is_absolute(Q.Path) ? Q.Path : Root + "/" + Q.Path;
  It->second = Q.What == Ask::Content   ? readContent(Path)
               : Q.What == Ask::Listing ? readListing(Path)
                                        : lookAt(Path);
  return It->second;
}

} // namespace cache
} // namespace secret
