//===- DocLinks.cpp - Links from diagnostics to our pages -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clangd links every check to a page of LLVM's site, which has none of ours.
// The function that makes the link is called within its own object file, where
// `--wrap` does not reach. So the messages to the client are mended as they go
// out: the function that makes the transport is wrapped, and gets a stream that
// replaces the links.
//
//===----------------------------------------------------------------------===//

#include "Messages.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cstdio>
#include <memory>

namespace clang::clangd {
class Transport;
enum JSONStreamStyle : int;
} // namespace clang::clangd

using clang::clangd::JSONStreamStyle;
/// A unique_ptr in the original; it is only handed on.
using TransportPtr = std::unique_ptr<char>;

TransportPtr realTransport(
    std::FILE *In, llvm::raw_ostream &Out, llvm::raw_ostream *Mirror,
    bool Pretty,
    JSONStreamStyle Style) asm("__real__ZN5clang6clangd16newJSONTransp"
                               "ortEP8_IO_FILERN4llvm11raw_ostreamEPS"
                               "4_bNS0_15JSONStreamStyleE");
TransportPtr wrappedTransport(
    std::FILE *In, llvm::raw_ostream &Out, llvm::raw_ostream *Mirror,
    bool Pretty,
    JSONStreamStyle Style) asm("__wrap__ZN5clang6clangd16newJSONTranspor"
                               "tEP8_IO_FILERN4llvm11raw_ostreamEPS4_bNS"
                               "0_15JSONStreamStyleE");

/// The folder of the installed pages, or of a build's: its URI, or empty.
static std::string pages() {
  using namespace llvm;
  std::string Self = sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void *>(&wrappedTransport));
  for (StringRef Up : {"../share", "../../../../share"}) {
    SmallString<128> Folder(sys::path::parent_path(Self));
    sys::path::append(Folder, Up, "doc/secret-tidy/checks");
    SmallString<128> Real;
    if (!sys::fs::real_path(Folder, Real))
      return ("file://" + Real).str();
  }
  return "";
}

TransportPtr wrappedTransport(std::FILE *In, llvm::raw_ostream &Out,
                              llvm::raw_ostream *Mirror, bool Pretty,
                              JSONStreamStyle Style) {
  // Lives as long as the process: the transport writes to it to the end.
  static secret::LinkMender Mended(Out, pages());
  return realTransport(In, Mended, Mirror, Pretty, Style);
}
