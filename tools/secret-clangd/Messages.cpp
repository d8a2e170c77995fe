//===- Messages.cpp - Messages to a client, with our links ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Messages.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace secret {

/// What clangd makes of the name `secret-*`: a folder of LLVM's site.
static constexpr StringRef Theirs =
    "https://clang.llvm.org/extra/clang-tidy/checks/secret/";
static constexpr StringRef Header = "Content-Length: ";
static constexpr StringRef EndOfHeader = "\r\n\r\n";

LinkMender::LinkMender(llvm::raw_ostream &Out, std::string Pages)
    : raw_ostream(/*unbuffered=*/true), Out(Out), Pages(std::move(Pages)) {}

LinkMender::~LinkMender() { Out << Pending; }

void LinkMender::write_impl(const char *Text, size_t Size) {
  Position += Size;
  Pending.append(Text, Size);
  send();
}

std::string LinkMender::mend(StringRef Body) const {
  std::string Result;
  while (!Pages.empty()) {
    size_t At = Body.find(Theirs);
    if (At == StringRef::npos)
      break;
    Result += Body.take_front(At);
    StringRef Rest = Body.drop_front(At + Theirs.size());
    StringRef Name = Rest.take_until([](char C) { return C == '.'; });
    Rest = Rest.drop_front(Name.size());
    Rest.consume_front(".html");
    Result += Pages + "/secret-" + Name.str() + ".md";
    Body = Rest;
  }
  return Result + Body.str();
}

std::string LinkMender::firstMessage(size_t &Size) const {
  StringRef Text(Pending);
  size_t End = Text.find(EndOfHeader);
  size_t Length = 0;
  StringRef Number = Text.take_front(End).drop_front(Header.size());
  if (End == StringRef::npos || Number.getAsInteger(10, Length))
    return "";
  size_t Begin = End + EndOfHeader.size();
  if (Text.size() < Begin + Length)
    return "";
  Size = Begin + Length;
  std::string Body = mend(Text.substr(Begin, Length));
  return (Header + llvm::Twine(Body.size()) + EndOfHeader).str() + Body;
}

void LinkMender::send() {
  while (!Pending.empty()) {
    StringRef Text(Pending);
    if (!Header.starts_with(Text) && !Text.starts_with(Header)) {
      // Another style of stream, for tests of clangd.
      Out << Pending;
      Pending.clear();
      break;
    }
    size_t Size = 0;
    std::string Message = firstMessage(Size);
    if (!Size)
      return;
    Out << Message;
    Pending.erase(0, Size);
  }
  Out.flush();
}

} // namespace secret
