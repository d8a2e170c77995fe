//===- CacheArguments.cpp - What is kept for the next audit ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CacheArguments.h"

using namespace llvm;

CacheArguments::CacheArguments(cl::OptionCategory &Category,
                               cl::SubCommandGroup &Commands)
    : Cat(Category), Subs(Commands),
      NoCache("no-cache", cl::desc("Analyse every file, and keep nothing"), Cat,
              Subs),
      Folder("cache-dir",
             cl::desc("Keep results for later audits there (default: "
                      "secret-tidy/audit in the user's cache)"),
             cl::value_desc("DIR"), Cat, Subs),
      Policy("cache-policy",
             cl::desc("What is removed from the cache: words as of lld's "
                      "--thinlto-cache-policy"),
             cl::value_desc("WORDS"),
             cl::init("cache_size_bytes=1g:prune_after=720h"), Cat, Subs),
      Explain("explain-cache",
              cl::desc("Say why this file was analysed again, or not"),
              cl::value_desc("FILE"), Cat, Subs) {}

secret::audit::CacheOptions CacheArguments::options() const {
  secret::audit::CacheOptions O;
  O.IsOff = NoCache;
  O.Folder = Folder;
  O.Policy = Policy;
  O.Explain = Explain;
  return O;
}
