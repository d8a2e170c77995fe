//===- Recorder.h - A file system that keeps what it was asked --*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Passes everything on to the real file system. What is read is digested as it
// is read, so that a file that is edited meanwhile is not mistaken for the one
// that was analysed.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_CACHE_RECORDER_H
#define SECRET_TIDY_CACHE_RECORDER_H

#include "Questions.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

namespace secret {
namespace cache {

class Recorder : public llvm::vfs::ProxyFileSystem {
public:
  explicit Recorder(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files)
      : ProxyFileSystem(std::move(Files)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Folder,
                                          std::error_code &EC) override;

  /// All questions with their answers, by path; paths below \p Root relative.
  /// Leaves out the folders above it, and files called \p KnownAbove in them.
  std::vector<Question> questions(llvm::StringRef Root,
                                  llvm::ArrayRef<llvm::StringRef> KnownAbove);
  /// No question had two answers.
  bool isSteady() const { return Steady; }
  /// A source has an assembler directive that makes a compiler read files which
  /// nobody asks for here.
  bool includesBehindOurBack() const { return HasDirective; }

  void note(Ask What, llvm::StringRef Path, std::string Answer);
  void noteContent(llvm::StringRef Path, llvm::StringRef Content);

private:
  std::string absolute(const llvm::Twine &Path) const;

  std::map<std::pair<std::string, Ask>, std::string> Asked;
  bool Steady = true;
  bool HasDirective = false;
};

} // namespace cache
} // namespace secret

#endif // SECRET_TIDY_CACHE_RECORDER_H
