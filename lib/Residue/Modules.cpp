//===- Modules.cpp - Programs and libraries in memory ---------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Modules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstring>

using namespace llvm;
using namespace llvm::object;
using namespace secret::residue;

using ElfFile = ELFObjectFile<ELF64LE>;

/// Whether the headers in memory are those of the file. Where memory cannot
/// tell (a core without them), the name has to do.
static bool isMapped(const Target &T, uint64_t Base, StringRef Content) {
  uint8_t Header[sizeof(ELF::Elf64_Ehdr)];
  if (Content.size() < sizeof Header)
    return false;
  if (T.Memory->read(Base, Header, sizeof Header) != sizeof Header)
    return true;
  return memcmp(Header, Content.data(), sizeof Header) == 0;
}

static uint16_t elfMachine(Machine M) {
  return M == Machine::AArch64 ? ELF::EM_AARCH64 : ELF::EM_X86_64;
}

static void readSections(const ElfFile &File, Module &M) {
  for (const ELFSectionRef S : File.sections()) {
    Expected<StringRef> Name = S.getName();
    if (!Name) {
      consumeError(Name.takeError());
      continue;
    }
    bool Tls = S.getFlags() & ELF::SHF_TLS;
    if ((S.getFlags() & ELF::SHF_ALLOC) && S.getSize() && !Tls)
      M.Sections.push_back({S.getAddress(), S.getSize(), Name->str(), false});
  }
}

static void readSymbol(const ELFSymbolRef &S, Module &M) {
  uint8_t Kind = S.getELFType();
  if (Kind != ELF::STT_OBJECT && Kind != ELF::STT_FUNC &&
      Kind != ELF::STT_GNU_IFUNC)
    return;
  Expected<uint64_t> Address = S.getAddress();
  Expected<StringRef> Name = S.getName();
  if (Address && Name && *Address && !Name->empty())
    M.Symbols.push_back(
        {*Address, S.getSize(), Name->str(), Kind != ELF::STT_OBJECT});
  if (!Address)
    consumeError(Address.takeError());
  if (!Name)
    consumeError(Name.takeError());
}

static void readSymbols(const ElfFile &File, Module &M) {
  for (const ELFSymbolRef S : File.symbols())
    readSymbol(S, M);
  // Both tables hold what is exported; a stripped file has only the second.
  for (const ELFSymbolRef S : File.getDynamicSymbolIterators())
    readSymbol(S, M);
  llvm::stable_sort(M.Symbols, [](const Symbol &A, const Symbol &B) {
    return A.Address < B.Address;
  });
}

/// Where the file is loaded, from its program headers; false if it is no
/// program or library.
static bool placeModule(const ElfFile &File, uint64_t Base, Module &M) {
  auto Headers = File.getELFFile().program_headers();
  if (!Headers) {
    consumeError(Headers.takeError());
    return false;
  }
  uint64_t First = UINT64_MAX, End = 0;
  for (const auto &P : *Headers) {
    if (P.p_type != ELF::PT_LOAD)
      continue;
    First = std::min<uint64_t>(First, P.p_vaddr);
    End = std::max<uint64_t>(End, P.p_vaddr + P.p_memsz);
  }
  if (First == UINT64_MAX)
    return false;
  First = First / 4096 * 4096;
  M.Bias = Base - First;
  M.Extent = {Base, Base + (End - First)};
  return true;
}

static std::optional<Module> readModule(const Target &T, const Mapping &At) {
  if (!sys::fs::is_regular_file(At.File))
    return std::nullopt;
  auto Buffer = MemoryBuffer::getFile(At.File, false, false);
  if (!Buffer || !isMapped(T, At.Where.Begin, (*Buffer)->getBuffer()))
    return std::nullopt;
  if (!(*Buffer)->getBuffer().starts_with("\x7f"
                                          "ELF"))
    return std::nullopt;
  Expected<std::unique_ptr<ObjectFile>> Object =
      ObjectFile::createELFObjectFile((*Buffer)->getMemBufferRef());
  if (!Object) {
    consumeError(Object.takeError());
    return std::nullopt;
  }
  const auto *File = dyn_cast<ElfFile>(Object->get());
  if (!File || File->getELFFile().getHeader().e_machine != elfMachine(T.Arch))
    return std::nullopt;
  Module M;
  M.File = At.File;
  if (!placeModule(*File, At.Where.Begin, M))
    return std::nullopt;
  readSections(*File, M);
  readSymbols(*File, M);
  return M;
}

Modules::Modules(const Target &Of) {
  if (Of.IsRaw)
    return;
  for (const Mapping &M : Of.Mappings)
    if (M.FileOffset == 0 && !M.File.empty() && M.File[0] == '/')
      if (std::optional<Module> Read = readModule(Of, M))
        List.push_back(std::move(*Read));
}

const Module *Modules::at(uint64_t Address) const {
  for (const Module &M : List)
    if (M.Extent.contains(Address))
      return &M;
  return nullptr;
}

static const Symbol *coveringSymbol(ArrayRef<Symbol> Sorted, uint64_t Address) {
  auto Next = upper_bound(Sorted, Address, [](uint64_t A, const Symbol &S) {
    return A < S.Address;
  });
  // A few before it: empty and inner symbols may stand between.
  for (unsigned Tries = 0; Next != Sorted.begin() && Tries != 8; ++Tries) {
    --Next;
    if (Address - Next->Address < Next->Size)
      return &*Next;
  }
  return nullptr;
}

const Symbol *Module::symbolAt(uint64_t Address) const {
  return coveringSymbol(Symbols, Address - Bias);
}

const Symbol *Module::sectionAt(uint64_t Address) const {
  for (const Symbol &S : Sections)
    if (Address - Bias - S.Address < S.Size)
      return &S;
  return nullptr;
}

static bool isNamed(const Symbol &S, StringRef Name) {
  if (S.Name == Name)
    return true;
  if (!StringRef(S.Name).starts_with("_Z"))
    return false;
  std::string Plain = demangle(S.Name);
  return StringRef(Plain).split('(').first == Name;
}

std::optional<uint64_t> Modules::find(StringRef Name,
                                      bool OnlyFunctions) const {
  for (const Module &M : List)
    for (const Symbol &S : M.Symbols)
      if ((S.IsFunction || !OnlyFunctions) && isNamed(S, Name))
        return S.Address + M.Bias;
  return std::nullopt;
}
