//===- Messages.h - Messages to a client, with our links --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_TOOLS_MESSAGES_H
#define SECRET_TIDY_TOOLS_MESSAGES_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace secret {

/// A stream of LSP messages that replaces the links to LLVM's pages of our
/// checks. What is no message passes as it is.
class LinkMender : public llvm::raw_ostream {
public:
  /// \p Out must outlive the stream. \p Pages is the URI of the folder with our
  /// pages; if it is empty, nothing is replaced.
  LinkMender(llvm::raw_ostream &Out, std::string Pages);
  ~LinkMender() override;

private:
  void write_impl(const char *Text, size_t Size) override;
  uint64_t current_pos() const override { return Position; }
  /// Passes on the whole messages that have arrived.
  void send();
  /// The first message of \p Pending, header and all, mended; its length in
  /// \p Size, or 0 if more is to come.
  std::string firstMessage(size_t &Size) const;
  std::string mend(llvm::StringRef Body) const;

  llvm::raw_ostream &Out;
  std::string Pages;
  std::string Pending;
  uint64_t Position = 0;
};

} // namespace secret

#endif // SECRET_TIDY_TOOLS_MESSAGES_H
