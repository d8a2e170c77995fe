//===- ObjectCode.cpp - What the code in an object file writes ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ObjectCode.h"
#include "KnownZeros.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/DebugInfo/DIContext.h"
#include "llvm/DebugInfo/DWARF/DWARFContext.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include <map>

using namespace llvm;
using namespace llvm::object;
using namespace secret;

std::string secret::realPath(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

namespace {

using Address = SectionedAddress;

/// Reads all functions of one object file.
class ObjectReader {
public:
  ObjectReader(const ELFObjectFileBase &Object,
               const compat::Disassembler &Tools, ObjectCode &Into);

  Error read();

private:
  void readRelocations(const SectionRef &Code);
  Error readFunction(const ELFSymbolRef &Symbol);
  void readInstruction(const MCInst &I, Address At, uint64_t Size, bool First);
  std::string calleeOf(const MCInst &I, Address At, uint64_t Size) const;
  std::string functionAt(uint64_t Section, uint64_t Offset) const;
  std::vector<CodeFrame> framesAt(Address At);
  void readDebugInfo();
  void readFunctionInfo(DWARFDie Die);
  void readInlined(DWARFDie Die);
  CodeFrame frameOf(DWARFDie Function);
  CodeFrame callerOf(DWARFDie Inlined, DWARFDie Caller);
  std::string fileOf(DWARFUnit &Unit, uint64_t Number);
  std::string symbolOf(DWARFDie Function) const;
  const std::string &resolve(StringRef Path);
  unsigned indexOf(StringRef Function);

  const ELFObjectFileBase &Object;
  const compat::Disassembler &Tools;
  ObjectCode &Into;
  std::unique_ptr<DWARFContext> Debug;
  KnownZeros Zeros;
  /// By section and offset in it.
  std::map<std::pair<uint64_t, uint64_t>, std::string> FunctionNames, Relocated;
  StringMap<std::string> RealPaths;
  StringMap<unsigned> Indices;
  /// What debug information says of functions, by index; of what was inlined
  /// there, where it is in Into.Inlinings, and its code.
  struct FunctionInfo {
    CodeFrame Own;
    std::vector<std::pair<size_t, DWARFAddressRangesVector>> Inlined;
  };
  std::map<unsigned, FunctionInfo> Known;
  unsigned Current = 0;
  uint64_t CurrentEnd = 0;
};

/// What an error says, or nothing: a symbol without a name is no reason to
/// stop.
template <typename T> T valueOr(Expected<T> Value, T Default) {
  if (Value)
    return *Value;
  consumeError(Value.takeError());
  return Default;
}

void ignore(Error E) { consumeError(std::move(E)); }

} // namespace

ObjectReader::ObjectReader(const ELFObjectFileBase &Object,
                           const compat::Disassembler &Tools, ObjectCode &Into)
    : Object(Object), Tools(Tools), Into(Into),
      Debug(DWARFContext::create(Object,
                                 DWARFContext::ProcessDebugRelocations::Process,
                                 nullptr, "", ignore, ignore)),
      Zeros(Tools) {}

static bool isFunction(const ELFSymbolRef &S) {
  return S.getELFType() == ELF::STT_FUNC && S.getSize() &&
         !(valueOr<uint32_t>(S.getFlags(), SymbolRef::SF_Undefined) &
           SymbolRef::SF_Undefined);
}

/// The section that \p S is in; nothing if that is not known.
static std::optional<SectionRef> sectionOf(const ObjectFile &Object,
                                           const SymbolRef &S) {
  section_iterator It = valueOr(S.getSection(), Object.section_end());
  if (It == Object.section_end())
    return std::nullopt;
  return *It;
}

unsigned ObjectReader::indexOf(StringRef Function) {
  Function.consume_back(".cold");
  auto [It, New] = Indices.try_emplace(Function, Into.Functions.size());
  if (New)
    Into.Functions.push_back(Function.str());
  return It->second;
}

/// Calls of static functions in other sections name the section.
void ObjectReader::readRelocations(const SectionRef &Code) {
  for (const ELFRelocationRef R : Code.relocations()) {
    section_iterator Where =
        valueOr(Code.getRelocatedSection(), Object.section_end());
    symbol_iterator Symbol = R.getSymbol();
    if (Where == Object.section_end() || Symbol == Object.symbol_end())
      continue;
    std::string Name = valueOr(Symbol->getName(), StringRef()).str();
    if (ELFSymbolRef(*Symbol).getELFType() == ELF::STT_SECTION)
      if (std::optional<SectionRef> In = sectionOf(Object, *Symbol)) {
        int64_t Addend = valueOr<int64_t>(R.getAddend(), 0);
        Name = functionAt(In->getIndex(), Addend);
        if (Name.empty()) // relative to the instruction's end
          Name = functionAt(In->getIndex(), Addend + 4);
      }
    Relocated[{Where->getIndex(), R.getOffset()}] = std::move(Name);
  }
}

std::string ObjectReader::functionAt(uint64_t Section, uint64_t Offset) const {
  auto It = FunctionNames.find({Section, Offset});
  return It == FunctionNames.end() ? "" : It->second;
}

Error ObjectReader::read() {
  for (const ELFSymbolRef S : Object.symbols())
    if (isFunction(S))
      if (std::optional<SectionRef> In = sectionOf(Object, S))
        FunctionNames[{In->getIndex(), valueOr<uint64_t>(S.getValue(), 0)}] =
            valueOr(S.getName(), StringRef()).str();
  for (const SectionRef &S : Object.sections())
    readRelocations(S);
  readDebugInfo();
  for (const ELFSymbolRef S : Object.symbols())
    if (isFunction(S))
      if (Error E = readFunction(S))
        return E;
  return Error::success();
}

Error ObjectReader::readFunction(const ELFSymbolRef &Symbol) {
  std::optional<SectionRef> In = sectionOf(Object, Symbol);
  Expected<StringRef> Bytes = In ? In->getContents() : StringRef();
  if (!Bytes)
    return Bytes.takeError();
  uint64_t Begin = valueOr<uint64_t>(Symbol.getValue(), 0);
  if (Object.getArch() == Triple::thumb || Object.getArch() == Triple::arm)
    Begin &= ~uint64_t(1);
  CurrentEnd = std::min<uint64_t>(Begin + Symbol.getSize(), Bytes->size());
  Current = indexOf(valueOr(Symbol.getName(), StringRef()));
  Zeros.clear();
  for (uint64_t At = Begin; At < CurrentEnd;) {
    MCInst I;
    uint64_t Size = 0;
    ArrayRef<uint8_t> Rest(Bytes->bytes_begin() + At, CurrentEnd - At);
    if (Tools.Reader->getInstruction(I, Size, Rest, At, nulls()) ==
        MCDisassembler::Success)
      readInstruction(I, {At, In->getIndex()}, Size, At == Begin);
    else
      Into.HasUnreadable = true;
    At += std::max<uint64_t>(Size, 1);
  }
  return Error::success();
}

/// Whom \p I calls or jumps to, if that is a function; an empty name else.
std::string ObjectReader::calleeOf(const MCInst &I, Address At,
                                   uint64_t Size) const {
  auto It = Relocated.lower_bound({At.SectionIndex, At.Address});
  if (It != Relocated.end() && It->first.first == At.SectionIndex &&
      It->first.second < At.Address + Size)
    return It->second;
  uint64_t Target = 0;
  if (Tools.Branches &&
      Tools.Branches->evaluateBranch(I, At.Address, Size, Target))
    return functionAt(At.SectionIndex, Target);
  return "";
}

void ObjectReader::readInstruction(const MCInst &I, Address At, uint64_t Size,
                                   bool First) {
  const MCInstrDesc &Desc = Tools.Instructions->get(I.getOpcode());
  CodeWrite W;
  W.IsStore = isPlainStore(I, Tools);
  if (Desc.isCall() || Desc.isBranch()) {
    W.Callee = calleeOf(I, At, Size);
    W.IsCall = Desc.isCall() || !W.Callee.empty();
  }
  W.IsZero = W.IsStore && Zeros.storesZero(I);
  Zeros.read(I);
  if (!W.IsStore && !W.IsCall && !First)
    return;
  W.Function = Current;
  W.Opcode = Tools.Instructions->getName(I.getOpcode()).str();
  W.Frames = framesAt(At);
  Into.Writes.push_back(std::move(W));
}

const std::string &ObjectReader::resolve(StringRef Path) {
  auto [It, New] = RealPaths.try_emplace(Path);
  if (New && !Path.empty())
    It->second = realPath(Path);
  return It->second;
}

static bool contains(const DWARFAddressRangesVector &Ranges, Address At) {
  return any_of(Ranges, [&](const DWARFAddressRange &R) {
    return R.SectionIndex == At.SectionIndex && R.LowPC <= At.Address &&
           At.Address < R.HighPC;
  });
}

/// LLVM knows lines by section and address, but functions by address alone, and
/// each section of an object file begins at 0.
std::vector<CodeFrame> ObjectReader::framesAt(Address At) {
  DIInliningInfo Info = Debug->getInliningInfoForAddress(
      At, DILineInfoSpecifier(
              DILineInfoSpecifier::FileLineInfoKind::AbsoluteFilePath,
              DILineInfoSpecifier::FunctionNameKind::LinkageName));
  if (!Info.getNumberOfFrames())
    return {};
  const FunctionInfo &Function = Known[Current];
  std::vector<CodeFrame> Frames{Function.Own};
  for (const auto &[Index, Ranges] : Function.Inlined) {
    const std::vector<CodeFrame> &Inner = Into.Inlinings[Index].Frames;
    if (Inner.size() > Frames.size() && contains(Ranges, At))
      Frames = Inner;
  }
  const DILineInfo &Line = Info.getFrame(0);
  Frames.front().File = resolve(Line.FileName);
  Frames.front().At = {Line.Line, Line.Column};
  return Frames;
}

/// \p Function, as far as it does not matter from where it is called.
CodeFrame ObjectReader::frameOf(DWARFDie Function) {
  CodeFrame F;
  if (const char *Name = Function.getSubroutineName(DINameKind::LinkageName))
    F.Function = Name;
  // getDeclFile() is silent where all functions share a file's number.
  if (auto Number =
          dwarf::toUnsigned(Function.findRecursively(dwarf::DW_AT_decl_file)))
    F.StartFile = fileOf(*Function.getDwarfUnit(), *Number);
  F.StartLine = static_cast<unsigned>(Function.getDeclLine());
  return F;
}

/// \p Caller, at the call that became \p Inlined.
CodeFrame ObjectReader::callerOf(DWARFDie Inlined, DWARFDie Caller) {
  CodeFrame F = frameOf(Caller);
  uint32_t File = 0, Discriminator = 0;
  Inlined.getCallerFrame(File, F.At.first, F.At.second, Discriminator);
  F.File = fileOf(*Inlined.getDwarfUnit(), File);
  return F;
}

std::string ObjectReader::fileOf(DWARFUnit &Unit, uint64_t Number) {
  std::string Name;
  if (const auto *Lines = Debug->getLineTableForUnit(&Unit))
    Lines->getFileNameByIndex(
        Number, Unit.getCompilationDir(),
        DILineInfoSpecifier::FileLineInfoKind::AbsoluteFilePath, Name);
  return resolve(Name);
}

/// Empty for a function that has no code of its own.
std::string ObjectReader::symbolOf(DWARFDie Function) const {
  for (const DWARFAddressRange &R :
       valueOr(Function.getAddressRanges(), DWARFAddressRangesVector()))
    if (std::string Name = functionAt(R.SectionIndex, R.LowPC); !Name.empty())
      return Name;
  return "";
}

static DWARFDie functionAround(DWARFDie Die) {
  DWARFDie Up = Die.getParent();
  while (Up && !Up.isSubroutineDIE())
    Up = Up.getParent();
  return Up;
}

void ObjectReader::readInlined(DWARFDie Die) {
  // What was deleted as a whole has no address.
  if (!Die.find({dwarf::DW_AT_low_pc, dwarf::DW_AT_ranges}))
    return;
  auto Ranges = valueOr(Die.getAddressRanges(), DWARFAddressRangesVector());
  CodeInlining Found;
  Found.Frames.push_back(frameOf(Die));
  DWARFDie Caller = functionAround(Die);
  for (; Caller; Die = Caller, Caller = functionAround(Die))
    Found.Frames.push_back(callerOf(Die, Caller));
  std::string Symbol = symbolOf(Die);
  if (Symbol.empty())
    return;
  Found.Function = indexOf(Symbol);
  Known[Found.Function].Inlined.push_back(
      {Into.Inlinings.size(), std::move(Ranges)});
  Into.Inlinings.push_back(std::move(Found));
}

void ObjectReader::readFunctionInfo(DWARFDie Die) {
  if (Die.find(dwarf::DW_AT_inline))
    Into.Inlined.push_back(frameOf(Die));
  else if (std::string Symbol = symbolOf(Die); !Symbol.empty())
    Known[indexOf(Symbol)].Own = frameOf(Die);
}

void ObjectReader::readDebugInfo() {
  for (const auto &Unit : Debug->compile_units())
    for (const DWARFDebugInfoEntry &Entry : Unit->dies()) {
      DWARFDie Die(Unit.get(), &Entry);
      if (Die.getTag() == dwarf::DW_TAG_inlined_subroutine)
        readInlined(Die);
      else if (Die.getTag() == dwarf::DW_TAG_subprogram)
        readFunctionInfo(Die);
    }
}

Expected<ObjectCode> secret::readObjectCode(MemoryBufferRef Buffer) {
  Expected<std::unique_ptr<ObjectFile>> File =
      ObjectFile::createObjectFile(Buffer);
  if (!File)
    return File.takeError();
  const auto *Object = dyn_cast<ELFObjectFileBase>(File->get());
  if (!Object)
    return createStringError("what it makes is no ELF file");
  Triple Target = Object->makeTriple();
  std::string Features;
  if (Expected<SubtargetFeatures> Found = Object->getFeatures())
    Features = Found->getString();
  else
    consumeError(Found.takeError());
  if (Target.isAArch64())
    Features += Features.empty() ? "+all" : ",+all";
  auto Tools = compat::makeDisassembler(Target, Features);
  if (!Tools)
    return createStringError("LLVM cannot read code for " + Target.str());
  ObjectCode Code;
  Code.Target = Target.str();
  Code.Arch = Target.getArchName().str();
  if (Error E = ObjectReader(*Object, *Tools, Code).read())
    return std::move(E);
  return Code;
}
