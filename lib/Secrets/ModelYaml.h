//===- ModelYaml.h - A YAML document with places ----------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML parser streams its nodes, so each can be looked at only once and
// in the file's order. This keeps the whole document, and where each value
// stands, for messages that name file, line and column.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELYAML_H
#define SECRET_TIDY_SECRETS_MODELYAML_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/SourceMgr.h"
#include <string>
#include <vector>

namespace secret {

struct YamlEntry;

/// A value of the document. Owns what is below it.
struct YamlValue {
  enum class Kind : uint8_t { Null, Scalar, Sequence, Mapping };
  Kind What = Kind::Null;
  llvm::SMLoc At;
  std::string Text;               ///< of a scalar, unquoted
  std::vector<YamlValue> Items;   ///< of a sequence
  std::vector<YamlEntry> Entries; ///< of a mapping; no key twice

  bool isScalar() const { return What == Kind::Scalar; }
  bool isSequence() const { return What == Kind::Sequence; }
  bool isMapping() const { return What == Kind::Mapping; }
};

struct YamlEntry {
  std::string Key;
  llvm::SMLoc At;
  YamlValue Value;
};

/// One YAML text with its errors. \p Text must outlive it.
class YamlFile {
public:
  /// Errors go to \p Errors, one line each: `FILE:LINE:COL: error: ...`.
  YamlFile(llvm::MemoryBufferRef Text, std::vector<std::string> &Errors);

  /// Parses the text into \p Root. False if it is no single YAML document of
  /// sane depth; then an error has been added.
  bool read(YamlValue &Root);
  void error(llvm::SMLoc At, const llvm::Twine &Message);
  unsigned line(llvm::SMLoc At) const;
  unsigned column(llvm::SMLoc At) const;

private:
  class Builder;

  llvm::SourceMgr Sources;
  llvm::MemoryBufferRef Text;
  std::vector<std::string> &Errors;
};

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELYAML_H
