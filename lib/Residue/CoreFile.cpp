//===- CoreFile.cpp - ELF core files --------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the headers and notes only, by hand: LLVM's reader wants a whole file,
// and a core may be cut off anywhere.
//
//===----------------------------------------------------------------------===//

#include "Residue/Registers.h"
#include "Residue/Target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"
#include <cerrno>
#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

namespace {

/// From an open file to a target, in steps.
class CoreReader {
public:
  CoreReader(std::string Path, int File, uint64_t FileSize, SecureArena &Arena)
      : Path(std::move(Path)), File(File), FileSize(FileSize), Arena(Arena) {}

  Error read(Target &Result);

private:
  template <typename T> bool get(uint64_t Offset, T *Into, size_t Number = 1) {
    ssize_t Wanted = Number * sizeof(T);
    return pread(File, Into, Wanted, off_t(Offset)) == Wanted;
  }

  Error readHeader(Target &T);
  Error readSegments();
  void addMappings(Target &T);
  void readNotes(Target &T, const Elf64_Phdr &Segment);
  void readNote(Target &T, uint32_t Type, ArrayRef<uint8_t> Content);
  void addRegisters(Target &T, uint32_t Type, ArrayRef<uint8_t> Content);
  void nameMappings(Target &T, ArrayRef<uint8_t> Content);

  std::string Path;
  int File;
  uint64_t FileSize;
  SecureArena &Arena;
  Elf64_Ehdr Header = {};
  std::vector<Elf64_Phdr> Segments;
  int CurrentThread = 0;
};

} // namespace

Error CoreReader::readHeader(Target &T) {
  if (FileSize == 0)
    return createStringError(Path + " is empty; give a core file");
  if (!get(0, &Header) || memcmp(Header.e_ident, ELFMAG, SELFMAG) != 0)
    return createStringError(
        Path + " is no core file (no ELF header); for plain bytes "
               "use --dump");
  if (Header.e_ident[EI_CLASS] != ELFCLASS64 ||
      Header.e_ident[EI_DATA] != ELFDATA2LSB)
    return createStringError(
        Path + " is of a 32-bit or big-endian machine; x86-64 and "
               "AArch64 cores can be read");
  if (Header.e_type != ET_CORE)
    return createStringError(
        Path + " is an ELF file, but no core file; give a core of "
               "the program");
  T.Arch = Header.e_machine == EM_X86_64    ? Machine::X86_64
           : Header.e_machine == EM_AARCH64 ? Machine::AArch64
                                            : Machine::Unknown;
  if (T.Arch == Machine::Unknown)
    return createStringError(Path + " is a core of machine " +
                             Twine(Header.e_machine) +
                             "; x86-64 and AArch64 cores can be read");
  return Error::success();
}

Error CoreReader::readSegments() {
  uint64_t Number = Header.e_phnum;
  if (Number == PN_XNUM) {
    Elf64_Shdr First;
    if (!get(Header.e_shoff, &First))
      return createStringError(
          Path + " is cut off before its section header: nothing in "
                 "it can be placed");
    Number = First.sh_info;
  }
  if (Header.e_phentsize != sizeof(Elf64_Phdr) ||
      Number > FileSize / sizeof(Elf64_Phdr) ||
      (Segments.resize(Number), !get(Header.e_phoff, Segments.data(), Number)))
    return createStringError(
        Path + " is damaged, or cut off within its headers: nothing "
               "in it can be placed");
  return Error::success();
}

void CoreReader::addMappings(Target &T) {
  std::vector<FileMemory::Segment> Parts;
  llvm::stable_sort(Segments, [](const Elf64_Phdr &A, const Elf64_Phdr &B) {
    return A.p_vaddr < B.p_vaddr;
  });
  uint64_t LastEnd = 0;
  for (const Elf64_Phdr &P : Segments) {
    if (P.p_type != PT_LOAD || P.p_vaddr < LastEnd ||
        P.p_vaddr + P.p_memsz < P.p_vaddr)
      continue;
    uint64_t Stored = std::min(P.p_filesz, P.p_memsz);
    uint64_t There =
        P.p_offset < FileSize ? std::min(Stored, FileSize - P.p_offset) : 0;
    T.MissingBytes += Stored - There;
    Mapping M;
    M.Where = {P.p_vaddr, P.p_vaddr + P.p_memsz};
    M.Present = {P.p_vaddr, P.p_vaddr + There};
    M.Readable = P.p_flags & PF_R;
    M.Writable = P.p_flags & PF_W;
    M.Executable = P.p_flags & PF_X;
    T.Mappings.push_back(M);
    if (There)
      Parts.push_back({M.Present, P.p_offset});
    LastEnd = M.Where.End;
  }
  T.Memory = std::make_unique<FileMemory>(File, std::move(Parts));
}

void CoreReader::readNotes(Target &T, const Elf64_Phdr &Segment) {
  constexpr uint64_t MaxNotes = 64 << 20;
  if (Segment.p_offset >= FileSize)
    return;
  size_t Size = std::min(
      {uint64_t(Segment.p_filesz), FileSize - Segment.p_offset, MaxNotes});
  SecureBuffer Notes(Size);
  if (!get(Segment.p_offset, Notes.data(), Size))
    return;
  uint64_t At = 0;
  Elf64_Nhdr Note;
  while (At + sizeof Note <= Size) {
    memcpy(&Note, Notes.data() + At, sizeof Note);
    uint64_t Content = At + sizeof Note + alignTo(Note.n_namesz, 4);
    if (Content + Note.n_descsz > Size)
      return;
    readNote(T, Note.n_type, {Notes.data() + Content, Note.n_descsz});
    At = Content + alignTo(Note.n_descsz, 4);
  }
}

void CoreReader::readNote(Target &T, uint32_t Type, ArrayRef<uint8_t> Content) {
  switch (Type) {
  case NT_PRSTATUS:
  case NT_PRFPREG:
  case NT_X86_XSTATE:
    return addRegisters(T, Type, Content);
  case NT_PRPSINFO:
    // pr_pid of struct elf_prpsinfo.
    if (Content.size() >= 28)
      memcpy(&T.Pid, Content.data() + 24, 4);
    return;
  case NT_AUXV:
    T.Auxv.resize(Content.size() / 8);
    memcpy(T.Auxv.data(), Content.data(), T.Auxv.size() * 8);
    return;
  case NT_FILE:
    return nameMappings(T, Content);
  default:
    return;
  }
}

void CoreReader::addRegisters(Target &T, uint32_t Type,
                              ArrayRef<uint8_t> Content) {
  // struct elf_prstatus: pr_pid, and the general registers, which come last
  // but for one number.
  constexpr size_t PidOffset = 32, GeneralOffset = 112;
  if (Type == NT_PRSTATUS) {
    if (Content.size() <= GeneralOffset + 8)
      return;
    memcpy(&CurrentThread, Content.data() + PidOffset, 4);
    Content = Content.drop_front(GeneralOffset).drop_back(8);
  }
  uint8_t *Bytes = Arena.allocate(Content.size());
  memcpy(Bytes, Content.data(), Content.size());
  RegisterSet Set{CurrentThread, Type, Bytes, uint32_t(Content.size())};
  T.Registers.push_back(Set);
  if (Type == NT_PRSTATUS)
    T.Threads.push_back({CurrentThread, stackPointerOf(T.Arch, Set)});
}

/// NT_FILE: a count, a page size, triples (begin, end, offset in pages), then
/// as many names.
void CoreReader::nameMappings(Target &T, ArrayRef<uint8_t> Content) {
  auto Number = [&](size_t Index) {
    uint64_t Value = 0;
    if (Index * 8 + 8 <= Content.size())
      memcpy(&Value, Content.data() + Index * 8, 8);
    return Value;
  };
  uint64_t Count = Number(0), PageSize = Number(1);
  if (Count > Content.size() / 24)
    return;
  StringRef Names(reinterpret_cast<const char *>(Content.data()),
                  Content.size());
  Names = Names.drop_front(std::min<size_t>(Names.size(), 16 + 24 * Count));
  for (uint64_t I = 0; I != Count; ++I) {
    auto [Name, Rest] = Names.split('\0');
    Span Range{Number(2 + 3 * I), Number(3 + 3 * I)};
    for (Mapping &M : T.Mappings) {
      if (!Range.contains(M.Where.Begin))
        continue;
      M.File = Name.str();
      M.FileOffset =
          Number(4 + 3 * I) * PageSize + (M.Where.Begin - Range.Begin);
    }
    Names = Rest;
  }
}

Error CoreReader::read(Target &T) {
  if (Error E = readHeader(T))
    return E;
  if (Error E = readSegments())
    return E;
  addMappings(T);
  for (const Elf64_Phdr &P : Segments)
    if (P.p_type == PT_NOTE)
      readNotes(T, P);
  if (T.MissingBytes)
    T.Warnings.push_back((Path + " is truncated: " + Twine(T.MissingBytes) +
                          " bytes of memory are missing and were not searched")
                             .str());
  if (T.Threads.empty())
    T.Warnings.push_back(Path + " has no notes of threads: registers were not "
                                "searched, stacks cannot be told apart");
  return Error::success();
}

static Expected<std::pair<int, uint64_t>> openFile(const std::string &Path) {
  int File = open(Path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat Status = {};
  if (File < 0 || fstat(File, &Status) != 0)
    return createStringError("cannot read " + Path + ": " + strerror(errno));
  if (S_ISDIR(Status.st_mode)) {
    close(File);
    return createStringError("cannot read " + Path + ": it is a folder");
  }
  return std::make_pair(File, uint64_t(Status.st_size));
}

Expected<Target> secret::residue::openCore(const std::string &Path,
                                           SecureArena &Arena) {
  Expected<std::pair<int, uint64_t>> File = openFile(Path);
  if (!File)
    return File.takeError();
  Target T;
  T.Name = Path;
  CoreReader Reader(Path, File->first, File->second, Arena);
  if (Error E = Reader.read(T)) {
    if (!T.Memory)
      close(File->first);
    return std::move(E);
  }
  return std::move(T);
}

Expected<Target> secret::residue::openDump(const std::string &Path) {
  Expected<std::pair<int, uint64_t>> File = openFile(Path);
  if (!File)
    return File.takeError();
  if (!File->second) {
    close(File->first);
    return createStringError(Path + " is empty; give a dump of memory");
  }
  Target T;
  T.Name = Path;
  T.IsRaw = true;
  Mapping M;
  M.Where = M.Present = {0, File->second};
  M.File = Path;
  M.Readable = true;
  T.Mappings.push_back(M);
  T.Memory = std::make_unique<FileMemory>(
      File->first, std::vector<FileMemory::Segment>{{M.Where, 0}});
  return std::move(T);
}
