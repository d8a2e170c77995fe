//===- ProcessMemory.cpp - The memory of a process, by address ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/MemoryReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace llvm;
using namespace secret::residue;

namespace {

/// Of linux/fs.h since Linux 6.7, which older headers lack.
struct ScanArguments {
  uint64_t Size = sizeof(ScanArguments);
  uint64_t Flags = 0;
  uint64_t Start = 0;
  uint64_t End = 0;
  uint64_t WalkEnd = 0;
  uint64_t Regions = 0;
  uint64_t NumRegions = 0;
  uint64_t MaxPages = 0;
  uint64_t Inverted = 0;
  uint64_t All = 0;
  uint64_t Any = 0;
  uint64_t Returned = 0;
};

struct ScanRegion {
  uint64_t Start = 0;
  uint64_t End = 0;
  uint64_t Categories = 0;
};

constexpr unsigned long PagemapScan = _IOWR('f', 16, ScanArguments);
constexpr uint64_t CategoryPresent = 1 << 3, CategorySwapped = 1 << 4;
/// Of an entry of the table: in memory, or in swap.
constexpr uint64_t EntryInUse = uint64_t(3) << 62;

} // namespace

/// The first page in use, by the kernel's search; false if it has none.
static bool searchPages(int Pagemap, uint64_t Begin, uint64_t End,
                        uint64_t &Found) {
  ScanRegion Region;
  ScanArguments Arguments;
  Arguments.Start = Begin;
  Arguments.End = End;
  Arguments.Regions = reinterpret_cast<uint64_t>(&Region);
  Arguments.NumRegions = 1;
  Arguments.MaxPages = 1;
  Arguments.Any = Arguments.Returned = CategoryPresent | CategorySwapped;
  int Number = ioctl(Pagemap, PagemapScan, &Arguments);
  if (Number < 0)
    return false;
  Found = Number ? Region.Start : End;
  return true;
}

/// The same, by reading the table; \p Begin if that does not work.
static uint64_t readPages(int Pagemap, uint64_t Begin, uint64_t End) {
  const uint64_t Page = sysconf(_SC_PAGESIZE);
  std::array<uint64_t, 2048> Entries;
  for (uint64_t At = Begin; At < End;) {
    uint64_t Number = std::min<uint64_t>(Entries.size(), (End - At) / Page);
    ssize_t Got =
        pread(Pagemap, Entries.data(), Number * 8, off_t(At / Page * 8));
    if (Got <= 0)
      return At;
    for (ssize_t I = 0; I != Got / 8; ++I)
      if (Entries[I] & EntryInUse)
        return At + I * Page;
    At += Got / 8 * Page;
  }
  return End;
}

uint64_t ProcessMemory::skipHole(uint64_t Address, uint64_t End) const {
  auto Next = llvm::upper_bound(Anonymous, Address,
                                [](uint64_t A, Span S) { return A < S.Begin; });
  if (Pagemap < 0 || Next == Anonymous.begin() ||
      !std::prev(Next)->contains(Address))
    return Address;
  const uint64_t Page = sysconf(_SC_PAGESIZE);
  uint64_t Begin = Address / Page * Page;
  uint64_t Last = std::min(End, std::prev(Next)->End);
  uint64_t LastPage = (Last + Page - 1) / Page * Page;
  uint64_t Found;
  if (!searchPages(Pagemap, Begin, LastPage, Found))
    Found = readPages(Pagemap, Begin, LastPage);
  return std::clamp(Found, Address, Last);
}

Expected<std::unique_ptr<ProcessMemory>> ProcessMemory::open(int Pid) {
  std::string Path = "/proc/" + std::to_string(Pid) + "/mem";
  int File = ::open(Path.c_str(), O_RDWR | O_CLOEXEC);
  if (File < 0)
    return createStringError("cannot read " + Path + ": " + strerror(errno));
  std::string Table = "/proc/" + std::to_string(Pid) + "/pagemap";
  int Pagemap = ::open(Table.c_str(), O_RDONLY | O_CLOEXEC);
  return std::unique_ptr<ProcessMemory>(new ProcessMemory(File, Pagemap));
}

ProcessMemory::~ProcessMemory() {
  close(File);
  if (Pagemap >= 0)
    close(Pagemap);
}

size_t ProcessMemory::read(uint64_t Address, void *Into, size_t Size) const {
  size_t Done = 0;
  while (Done < Size) {
    ssize_t Got = pread(File, static_cast<char *>(Into) + Done, Size - Done,
                        off_t(Address + Done));
    if (Got < 0 && errno == EINTR)
      continue;
    if (Got <= 0)
      break;
    Done += Got;
  }
  return Done;
}

bool ProcessMemory::write(uint64_t Address, const void *From,
                          size_t Size) const {
  return pwrite(File, From, Size, off_t(Address)) == ssize_t(Size);
}
