//===- ProgramId.cpp - Which program this is ------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProgramId.h"
#include "Digest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include <cstring>
#include <elf.h>
#include <link.h>
#include <vector>

using namespace llvm;

namespace secret {
namespace cache {
namespace {

/// The build id in the notes of a loaded object; empty if there is none.
std::string buildIdIn(StringRef Notes) {
  while (Notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) Note;
    memcpy(&Note, Notes.data(), sizeof Note);
    size_t NameEnd = sizeof Note + alignTo(Note.n_namesz, 4);
    size_t End = NameEnd + alignTo(Note.n_descsz, 4);
    if (End > Notes.size())
      break;
    StringRef Name = Notes.substr(sizeof Note, Note.n_namesz);
    if (Note.n_type == NT_GNU_BUILD_ID && Name.rtrim('\0') == "GNU")
      return toHex(Notes.substr(NameEnd, Note.n_descsz), /*LowerCase=*/true);
    Notes = Notes.drop_front(End);
  }
  return "";
}

std::string buildIdOf(const dl_phdr_info &Object) {
  for (unsigned I = 0; I != Object.dlpi_phnum; ++I) {
    const ElfW(Phdr) &Header = Object.dlpi_phdr[I];
    if (Header.p_type != PT_NOTE)
      continue;
    std::string Id = buildIdIn(StringRef(
        reinterpret_cast<const char *>(Object.dlpi_addr + Header.p_vaddr),
        Header.p_memsz));
    if (!Id.empty())
      return Id;
  }
  return digestOfFile(Object.dlpi_name);
}

/// Leaves out the program itself, which has no name here, and what the kernel
/// brings, which has no folder.
int addLibrary(dl_phdr_info *Object, size_t, void *Ids) {
  if (StringRef(Object->dlpi_name).contains('/'))
    static_cast<std::vector<std::string> *>(Ids)->push_back(buildIdOf(*Object));
  return 0;
}

} // namespace

std::string programId(StringRef Program) {
  std::vector<std::string> Ids;
  dl_iterate_phdr(addLibrary, &Ids);
  llvm::sort(Ids);
  Ids.push_back(digestOfFile(Program));
  return digestOf(Ids);
}

} // namespace cache
} // namespace secret
