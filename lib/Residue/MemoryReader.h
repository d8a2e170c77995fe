//===- MemoryReader.h - Memory to look into ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads memory by address, from wherever it is: a core file, a raw dump, a
// process, a buffer. Readers are used by several threads at once.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_MEMORYREADER_H
#define SECRET_TIDY_RESIDUE_MEMORYREADER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace secret {
namespace residue {

/// Addresses [Begin, End).
struct Span {
  uint64_t Begin = 0;
  uint64_t End = 0;

  uint64_t size() const { return End - Begin; }
  bool contains(uint64_t Address) const {
    return Address >= Begin && Address < End;
  }
};

/// A piece of a file that is mapped here, until this dies.
class MappedPiece {
public:
  MappedPiece() = default;
  /// Takes the pages; \p Data lies within them.
  MappedPiece(void *Pages, size_t Size, const uint8_t *Data)
      : Pages(Pages), Size(Size), Data(Data) {}
  MappedPiece(const MappedPiece &) = delete;
  MappedPiece(MappedPiece &&Other) noexcept;
  ~MappedPiece();

  /// Null if there is no piece.
  const uint8_t *data() const { return Data; }

private:
  void *Pages = nullptr;
  size_t Size = 0;
  const uint8_t *Data = nullptr;
};

class MemoryReader {
public:
  virtual ~MemoryReader() = default;

  /// Reads up to \p Size bytes; returns how many were there before the first
  /// one that cannot be read.
  virtual size_t read(uint64_t Address, void *Into, size_t Size) const = 0;

  /// The first address from \p Address on that may hold anything but zeros, or
  /// \p End if there is none before it.
  virtual uint64_t skipHole(uint64_t Address, uint64_t End) const {
    return Address;
  }

  /// Maps \p Size bytes, all of which are there, with \p Slack readable bytes
  /// of any content behind them: faster than read. Nothing where that does not
  /// work.
  virtual MappedPiece map(uint64_t Address, size_t Size, size_t Slack) const {
    return {};
  }

  /// A number of the target's byte order and the given width in bytes (at most
  /// 8); 0 if it cannot be read. (All supported targets are little-endian.)
  uint64_t number(uint64_t Address, unsigned Width = 8) const;
  /// A string up to its null byte, at most \p Max bytes of it.
  std::string string(uint64_t Address, size_t Max = 4096) const;
};

/// Parts of a file that stand at addresses: a core's segments, or one raw dump.
class FileMemory : public MemoryReader {
public:
  struct Segment {
    Span Where;
    uint64_t Offset;
  };

  /// Takes the open \p File. \p Segments are sorted and do not overlap.
  FileMemory(int File, std::vector<Segment> Segments)
      : File(File), Segments(std::move(Segments)) {}
  ~FileMemory() override;

  size_t read(uint64_t Address, void *Into, size_t Size) const override;
  uint64_t skipHole(uint64_t Address, uint64_t End) const override;
  MappedPiece map(uint64_t Address, size_t Size, size_t Slack) const override;

private:
  const Segment *find(uint64_t Address) const;

  int File;
  std::vector<Segment> Segments;
};

/// The memory of a process, by /proc/PID/mem.
class ProcessMemory : public MemoryReader {
public:
  /// Fails with one line that says what forbids it.
  static llvm::Expected<std::unique_ptr<ProcessMemory>> open(int Pid);
  ~ProcessMemory() override;

  size_t read(uint64_t Address, void *Into, size_t Size) const override;
  uint64_t skipHole(uint64_t Address, uint64_t End) const override;
  /// Says where memory belongs to no file: pages that were never touched are
  /// holes there. Programs may have terabytes of them. By address.
  void setAnonymous(std::vector<Span> Spans) { Anonymous = std::move(Spans); }
  /// Writes code, for breakpoints; false if the kernel refuses.
  bool write(uint64_t Address, const void *From, size_t Size) const;

private:
  ProcessMemory(int File, int Pagemap) : File(File), Pagemap(Pagemap) {}

  int File;
  /// The kernel's table of pages, or -1.
  int Pagemap;
  std::vector<Span> Anonymous;
};

/// Bytes of this process, which must stay there, at addresses from 0.
class BufferMemory : public MemoryReader {
public:
  explicit BufferMemory(llvm::ArrayRef<uint8_t> Bytes) : Bytes(Bytes) {}

  size_t read(uint64_t Address, void *Into, size_t Size) const override;

private:
  llvm::ArrayRef<uint8_t> Bytes;
};

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_MEMORYREADER_H
