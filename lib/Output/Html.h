//===- Html.h - Parts of the HTML report ------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file without scripts and without network: the page of a finding is shown
// when the address ends with its name.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_HTML_H
#define SECRET_TIDY_OUTPUT_HTML_H

#include "Sources.h"
#include "llvm/Support/raw_ostream.h"

namespace secret {
namespace output {

/// \p Text without characters that mean something in HTML.
std::string escapeHtml(llvm::StringRef Text);

/// `src/key.c:12`
std::string placeText(const Place &P);

/// What became of the zeroization in the build that the message speaks of;
/// empty without evidence.
llvm::StringRef verdictOf(const Finding &F);

/// The style sheet, light and dark.
extern const char *const HtmlStyle;

/// Prints the page of the finding at \p Index of the report.
void printFindingPage(llvm::raw_ostream &OS, const Report &R, size_t Index,
                      Sources &Texts);

/// Prints the lines of a file that the finding speaks of, with its steps below
/// the lines that they stand in.
void printExcerpts(llvm::raw_ostream &OS, const Finding &F, Sources &Texts);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_HTML_H
