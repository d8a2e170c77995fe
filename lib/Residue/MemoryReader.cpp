//===- MemoryReader.cpp - Memory to look into -----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/MemoryReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace llvm;
using namespace secret::residue;

uint64_t MemoryReader::number(uint64_t Address, unsigned Width) const {
  uint64_t Value = 0;
  return read(Address, &Value, Width) == Width ? Value : 0;
}

std::string MemoryReader::string(uint64_t Address, size_t Max) const {
  std::string Text(Max, '\0');
  Text.resize(read(Address, Text.data(), Max));
  return Text.substr(0, Text.find('\0'));
}

/// pread until all is there or nothing more comes.
static size_t readAt(int File, uint64_t Offset, void *Into, size_t Size) {
  size_t Done = 0;
  while (Done < Size) {
    ssize_t Got = pread(File, static_cast<char *>(Into) + Done, Size - Done,
                        off_t(Offset + Done));
    if (Got < 0 && errno == EINTR)
      continue;
    if (Got <= 0)
      break;
    Done += Got;
  }
  return Done;
}

FileMemory::~FileMemory() { close(File); }

const FileMemory::Segment *FileMemory::find(uint64_t Address) const {
  auto Next =
      llvm::upper_bound(Segments, Address, [](uint64_t A, const Segment &S) {
        return A < S.Where.Begin;
      });
  if (Next == Segments.begin() || !std::prev(Next)->Where.contains(Address))
    return nullptr;
  return &*std::prev(Next);
}

size_t FileMemory::read(uint64_t Address, void *Into, size_t Size) const {
  size_t Done = 0;
  while (Done < Size) {
    const Segment *S = find(Address + Done);
    if (!S)
      break;
    uint64_t At = Address + Done - S->Where.Begin;
    size_t Wanted = std::min<uint64_t>(Size - Done, S->Where.size() - At);
    size_t Got =
        readAt(File, S->Offset + At, static_cast<char *>(Into) + Done, Wanted);
    Done += Got;
    if (Got != Wanted)
      break;
  }
  return Done;
}

uint64_t FileMemory::skipHole(uint64_t Address, uint64_t End) const {
  const Segment *S = find(Address);
  if (!S)
    return Address;
  uint64_t At = S->Offset + (Address - S->Where.Begin);
  off_t Data = lseek(File, off_t(At), SEEK_DATA);
  if (Data < 0)
    return errno == ENXIO ? std::min(End, S->Where.End) : Address;
  return std::min({End, S->Where.End, Address + (uint64_t(Data) - At)});
}

MappedPiece FileMemory::map(uint64_t Address, size_t Size, size_t Slack) const {
  constexpr uint64_t Page = 65536; // A multiple of every page size.
  const Segment *S = find(Address);
  struct stat Status = {};
  if (!S || S->Where.End - Address < Size || fstat(File, &Status) != 0)
    return {};
  uint64_t At = S->Offset + (Address - S->Where.Begin);
  // Behind the end of the file there are no pages.
  if (At + Size + Slack > uint64_t(Status.st_size))
    return {};
  uint64_t Begin = At / Page * Page;
  size_t Length = At + Size + Slack - Begin;
  void *Pages = mmap(nullptr, Length, PROT_READ, MAP_SHARED | MAP_POPULATE,
                     File, off_t(Begin));
  if (Pages == MAP_FAILED)
    return {};
  return {Pages, Length, static_cast<uint8_t *>(Pages) + (At - Begin)};
}

MappedPiece::MappedPiece(MappedPiece &&Other) noexcept
    : Pages(std::exchange(Other.Pages, nullptr)), Size(Other.Size),
      Data(std::exchange(Other.Data, nullptr)) {}

MappedPiece::~MappedPiece() {
  if (Pages)
    munmap(Pages, Size);
}

size_t BufferMemory::read(uint64_t Address, void *Into, size_t Size) const {
  if (Address >= Bytes.size())
    return 0;
  size_t Got = std::min<uint64_t>(Size, Bytes.size() - Address);
  memcpy(Into, Bytes.data() + Address, Got);
  return Got;
}
