//===- Place.cpp - What is at an address ----------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Place.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Path.h"
#include <elf.h>

using namespace llvm;
using namespace secret::residue;

StringRef secret::residue::placeName(PlaceKind Kind) {
  switch (Kind) {
#define SECRET_PLACE(Name, Text, Color)                                        \
  case PlaceKind::Name:                                                        \
    return Text;
#include "Residue/Places.def"
  }
  llvm_unreachable("no such kind");
}

StringRef secret::residue::placeColor(PlaceKind Kind) {
  switch (Kind) {
#define SECRET_PLACE(Name, Text, Color)                                        \
  case PlaceKind::Name:                                                        \
    return Color;
#include "Residue/Places.def"
  }
  llvm_unreachable("no such kind");
}

/// What tells objects of one kind apart.
static std::string describeObject(const Place &P, bool Numbers) {
  std::string Thread = Numbers ? " of thread " + itostr(P.Thread) : "";
  switch (P.Kind) {
  case PlaceKind::Stack:
    return Thread + (P.ThreadHasEnded ? ", which has ended"
                     : P.DeadFrame    ? ", below its pointer"
                                      : "");
  case PlaceKind::Register:
    return " " + P.Symbol + Thread;
  case PlaceKind::LiveBlock:
  case PlaceKind::FreedBlock:
    return " of " + utostr(P.Object.size()) + " bytes" +
           (Numbers ? " at 0x" + utohexstr(P.Object.Begin, true) : "");
  case PlaceKind::StdioBuffer:
    return " of " + P.Symbol;
  default:
    return P.Symbol.empty() ? "" : " '" + P.Symbol + "'";
  }
}

std::string Place::describe(bool Numbers) const {
  std::string Text = placeName(Kind).str();
  if (!Section.empty())
    Text += " (" + Section + ")";
  Text += describeObject(*this, Numbers);
  if (!File.empty() && File[0] == '/' && Kind != PlaceKind::Dump)
    Text += " of " + sys::path::filename(File).str();
  else if (!File.empty() && Kind == PlaceKind::FileMapping)
    Text += " " + File;
  if (SourceLine)
    Text += ", declared at " + SourceFile + ":" + utostr(SourceLine);
  return Text;
}

Classifier::Classifier(const Target &Of) : Of(Of), Mods(Of), Heap(Of) {
  if (Of.IsRaw)
    return;
  findArguments();
  findStdioBuffers();
}

/// The initial stack: arguments, a null, the environment, a null, the auxiliary
/// vector. Only the last one can be recognized, so they are found backwards.
void Classifier::findArguments() {
  constexpr unsigned MaxStrings = 1 << 16;
  if (Of.Auxv.size() < 4)
    return;
  // The program's name stands at the end of the stack, the vector before it.
  uint64_t Name = 0;
  for (size_t I = 0; I + 1 < Of.Auxv.size(); I += 2)
    if (Of.Auxv[I] == AT_EXECFN)
      Name = Of.Auxv[I + 1];
  const Mapping *Stack = Of.mappingAt(Name);
  if (!Stack)
    return;
  uint64_t Found = 0;
  constexpr uint64_t Reach = 4 << 20;
  uint64_t Lowest =
      std::max(Stack->Present.Begin, Name > Reach ? Name - Reach : 0);
  Lowest = alignTo(Lowest, 8);
  SecureBuffer Room(Name - Lowest + 8);
  Of.Memory->read(Lowest, Room.data(), Name - Lowest);
  ArrayRef<uint64_t> Words(reinterpret_cast<uint64_t *>(Room.data()),
                           (Name - Lowest) / 8);
  for (size_t I = Words.size(); I > 4 && !Found; --I)
    if (std::equal(Of.Auxv.begin(), Of.Auxv.begin() + 4, &Words[I - 4]))
      Found = I - 4;
  if (Found < 3)
    return;
  // Words[Found - 1] is the null behind the environment.
  size_t At = Found - 1;
  for (unsigned Kind = 0; Kind != 2; ++Kind) {
    for (unsigned I = 0; At && Words[At - 1] && I != MaxStrings; ++I) {
      --At;
      if (!Stack->Where.contains(Words[At]))
        return; // The count of arguments.
      findString(Words[At],
                 Kind ? PlaceKind::Arguments : PlaceKind::Environment);
    }
    if (At)
      --At;
  }
}

void Classifier::findString(uint64_t First, PlaceKind Kind) {
  SecureBuffer Room(128 * 1024);
  size_t Size = Of.Memory->read(First, Room.data(), Room.size());
  StringRef Text(reinterpret_cast<char *>(Room.data()), Size);
  Text = Text.split('\0').first;
  std::string Name;
  if (Kind == PlaceKind::Environment)
    Name = Text.split('=').first.take_front(64).str();
  NamedSpans.push_back({{First, First + Text.size() + 1}, Kind, Name});
}

/// All open streams are in one list; a FILE of glibc begins with flags and
/// eight pointers, of which the last two are the buffer.
void Classifier::findStdioBuffers() {
  constexpr unsigned MaxStreams = 1000;
  constexpr uint64_t BufferBase = 56, BufferEnd = 64, Next = 104, FileNo = 112;
  std::optional<uint64_t> List = Mods.find("_IO_list_all");
  if (!List)
    return;
  uint64_t Stream = Of.Memory->number(*List);
  for (unsigned I = 0; Stream && I != MaxStreams; ++I) {
    Span Buffer{Of.Memory->number(Stream + BufferBase),
                Of.Memory->number(Stream + BufferEnd)};
    int File = int(Of.Memory->number(Stream + FileNo, 4));
    if (Buffer.Begin < Buffer.End)
      NamedSpans.push_back(
          {Buffer, PlaceKind::StdioBuffer, "file descriptor " + itostr(File)});
    Stream = Of.Memory->number(Stream + Next);
  }
}

const ThreadState *Classifier::stackOwner(const Mapping &M) const {
  const ThreadState *Owner = nullptr;
  for (const ThreadState &T : Of.Threads)
    // The stack may have grown since: the pointer can be just below.
    if (M.Where.contains(T.StackPointer) && !M.Executable)
      Owner = Owner ? Owner : &T;
  return Owner;
}

PlaceKind Classifier::kindOf(const Mapping &M) const {
  if (Of.IsRaw)
    return PlaceKind::Dump;
  if (M.File == "[stack]" || (M.Writable && stackOwner(M)))
    return PlaceKind::Stack;
  if (M.File == "[heap]" || Heap.contains(M.Where.Begin) ||
      Heap.contains(M.Where.Begin + 4096))
    return PlaceKind::Heap;
  if (Mods.at(M.Where.Begin))
    return M.Executable ? PlaceKind::Code
           : M.Writable ? PlaceKind::Data
                        : PlaceKind::ReadOnlyData;
  return M.File.empty() ? PlaceKind::Anonymous : PlaceKind::FileMapping;
}

bool Classifier::classifyNamed(uint64_t Address, Place &P) const {
  for (const Named &N : NamedSpans) {
    if (!N.Where.contains(Address))
      continue;
    P.Kind = N.Kind;
    P.Object = N.Where;
    P.Symbol = N.Name;
    return true;
  }
  return false;
}

bool Classifier::classifyStack(uint64_t Address, const Mapping &M,
                               Place &P) const {
  const ThreadState *Owner = M.Writable ? stackOwner(M) : nullptr;
  if (!Owner && M.File != "[stack]")
    return false;
  P.Kind = PlaceKind::Stack;
  P.Thread = Owner ? Owner->Id : Of.Pid;
  P.ThreadHasEnded = Owner && Owner->HasEnded;
  P.DeadFrame = Owner && Address < Owner->StackPointer;
  return true;
}

bool Classifier::classifyHeap(uint64_t Address, Place &P) const {
  if (const HeapBlock *Block = Heap.blockAt(Address)) {
    P.Kind = Block->Live ? PlaceKind::LiveBlock : PlaceKind::FreedBlock;
    P.Object = Block->Where;
    return true;
  }
  if (!Heap.contains(Address))
    return false;
  P.Kind = PlaceKind::Heap;
  return true;
}

static PlaceKind kindOfSection(const Mapping &M) {
  if (M.Executable)
    return PlaceKind::Code;
  return M.Writable ? PlaceKind::Data : PlaceKind::ReadOnlyData;
}

bool Classifier::classifyModule(uint64_t Address, Place &P) const {
  const Module *M = Mods.at(Address);
  const Mapping *At = Of.mappingAt(Address);
  if (!M || !At)
    return false;
  P.Kind = kindOfSection(*At);
  P.File = M->File;
  if (const Symbol *Section = M->sectionAt(Address))
    P.Section = Section->Name;
  if (const Symbol *S = M->symbolAt(Address)) {
    P.Symbol = S->Name;
    P.Object = {S->Address + M->Bias, S->Address + M->Bias + S->Size};
    findDeclaration(*M, S->Address, P);
  }
  return true;
}

Place Classifier::classify(uint64_t Address) const {
  Place P;
  if (Of.IsRaw) {
    P.Kind = PlaceKind::Dump;
    return P;
  }
  const Mapping *M = Of.mappingAt(Address);
  if (!M || classifyNamed(Address, P) || classifyStack(Address, *M, P) ||
      classifyHeap(Address, P) || classifyModule(Address, P))
    return P;
  P.File = M->File;
  P.Kind = M->File.empty() ? PlaceKind::Anonymous : PlaceKind::FileMapping;
  return P;
}
