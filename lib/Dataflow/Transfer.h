//===- Transfer.h - What each fact does to a state --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_DATAFLOW_TRANSFER_H
#define SECRET_TIDY_DATAFLOW_TRANSFER_H

#include "Analysis/Options.h"
#include "Observations.h"
#include "Summary/Summary.h"

namespace secret {

/// A zeroization as a fact, a model or a summary describes it.
struct ZeroizeRequest {
  AbstractValue Pointer;
  /// Number of bytes; none: the whole (sub)object.
  const AbstractValue *Length = nullptr;
  bool ToString = false; ///< up to the terminating NUL
  Strength Wipe = Strength::Reliable;
  bool EndsLife = false; ///< what is const may be zeroized then
  bool IsOpaque = false; ///< done by code that is not visible
  /// Nothing to zeroize: a container is empty on this path.
  bool IsAbsence = false;
  uint32_t Call = NoId;
  int PointerArgument = NoPosition;
  int LengthArgument = NoPosition;
  Span At;
  std::string How;
  Span Inner;
  std::string InnerText;
};

/// Views and owners: their first bytes are a pointer.
inline bool isPointerLike(const TypeInfo &T) {
  return T.Holds == Holding::View || T.Holds == Holding::Owner;
}

/// How bytes are copied.
struct CopyWay {
  bool Append = false; ///< what was there before may stay
  bool Stays = false;  ///< no compiler removes it
  Span At;
  llvm::StringRef By = "the assignment"; ///< what copies
  bool OrOther = false; ///< or something else is copied there instead
};

/// `a + b`, as far as it stays a symbol plus a number, a multiple of one, or a
/// part of a length; of unknown value otherwise.
AbstractValue arithmetic(const AbstractValue &A, const AbstractValue &B,
                         ArithOp Op);

/// The outcome of `A Op B`.
AbstractValue comparison(const AbstractValue &A, CompareOp Op,
                         const AbstractValue &B);

/// The one container at \p V; region 0 if it may be one of several.
CellKey containerAt(const AbstractValue &V);

/// Applies facts to states. One per function under analysis.
class Transfer {
public:
  Transfer(const FunctionFacts &Facts, const TypeTable &Types,
           StateSpace &Space, Observations &Seen, const SummaryTable &Summaries,
           const AnalysisOptions &Options)
      : Facts(Facts), Types(Types), Space(Space), Seen(Seen),
        Summaries(Summaries), Options(Options) {}

  /// Applies \p F to \p S. Paths that part here are added to \p Forks.
  void apply(State &S, const Fact &F, std::vector<State> &Forks);
  /// The state at the function's entry.
  State entry();
  /// Good as long as the state's arena.
  const AbstractValue &valueOf(const State &S, ValueId V) const;
  /// The function ends in \p S.
  void leave(State &S);
  /// A branch on \p Condition led to \p S: what is not there is no secret.
  void noteAbsence(State &S, const AbstractValue &Condition);
  void holdsNothing(State &S, const AbstractValue &V, Span At);

  /// Whether an exception may come out of the call.
  bool mayThrow(const CallInfo &C) const;

private:
  // Memory.cpp
  void beginThis(State &S);
  void declare(State &S, const Fact &F);
  void address(State &S, const Fact &F);
  void element(State &S, const Fact &F);
  AbstractValue elementAt(const State &S, const Fact &F, AbstractValue V);
  bool isTurnOfLoop(const State &S, const Fact &F, const Target &T) const;
  void anyElement(const State &S, const Fact &F, Target &T);
  void field(State &S, const Fact &F);
  void load(State &S, const Fact &F);
  void store(State &S, const Fact &F);
  void copyFact(State &S, const Fact &F);
  AbstractValue contentOf(State &S, const Target &T, TypeId Type);
  void giveToCaller(State &S, const AbstractValue &V);
  void storeValue(State &S, const Target &T, AbstractValue V, TypeId Type,
                  int64_t Size, bool Strong);
  void forgetCells(State &S, RegionId R, Interval Bytes);
  void forgetNumbers(State &S, RegionId R, Interval Bytes);
  void writeBytes(State &S, const Target &T, int64_t Size,
                  const AbstractValue &V, const Fact &F, bool Strong);
  void copy(State &S, const AbstractValue &To, const AbstractValue &From,
            const AbstractValue *Length, const CopyWay &Way);
  void copyInto(State &S, const Target &To, const Target &From, int64_t Length,
                const CopyWay &Way);
  void copyZeros(State &S, const Target &To, int64_t Length,
                 const CopyWay &Way);
  void copyCells(State &S, const Target &To, const Target &From,
                 int64_t Length);
  void knowPointers(State &S, const Target &From, int64_t Length);
  bool isConstantRegion(RegionId R) const;

  // Secrecy.cpp
  std::vector<Interval> extents(const Target &T, int64_t Size) const;
  Taint secrecyAt(State &S, const Target &T, int64_t Size);
  Taint refined(Taint T, RegionId R, Interval Bytes);
  bool isCarrier(RegionId Id) const;
  void bring(State &S, RegionId R, Interval Bytes, Taint Secrecy);
  /// Something arrives at \p Bytes of \p T: what is tagged there, as far as a
  /// pointer with the bounds of \p T reaches, is secret now.
  void arrive(State &S, const Target &T, Interval Bytes, Span At,
              const std::string &What);
  void written(State &S, const AbstractValue &Pointer, int64_t Size, Span At,
               const std::string &What);
  void writesSecret(State &S, const Fact &F, const CallInfo &C,
                    const AbstractValue &Pointer, llvm::StringRef Verb);
  void makeSecret(State &S, const AbstractValue &Pointer, int64_t Size, Span At,
                  const std::string &Why);
  void makePublic(State &S, const AbstractValue &Pointer);
  void imageOf(RegionId Id, const std::string &Why);
  void tagPointee(State &S, const AbstractValue &V, const std::string &Why,
                  Place Tag, Span At);
  bool hasNoTypeYet(const Region &R) const;
  void retype(State &S, const AbstractValue &V, TypeId Pointee);
  void tagCallers(State &S, const AbstractValue &V, TypeId Pointee);
  std::vector<Interval> taggedParts(State &S, RegionId R);
  void escape(State &S, const AbstractValue &V);
  void escapeRegion(State &S, RegionId R);
  void markEscaped(State &S, RegionId R);
  void need(State &S, RegionId R);
  void needTargets(State &S, const AbstractValue &V);
  void opaqueCall(State &S);
  void reachedByOpaqueCall(State &S, RegionId R);
  OriginId secretOrigin(RegionId R, Span At, const std::string &What);

  // Zeroize.cpp
  void zeroizeFact(State &S, const Fact &F);
  void zeroize(State &S, ZeroizeRequest Q);
  void zeroizeTarget(State &S, const ZeroizeRequest &Q, const Target &T);
  void zeroizeAgain(const ZeroizeRequest &Q, const Target &T, ObjectState &O);
  void describeSite(const ZeroizeRequest &Q, const Target &T, Site &Where);
  bool zeroizedPointerItself(State &S, const ZeroizeRequest &Q,
                             const Target &T);
  std::vector<Interval> covered(State &S, const ZeroizeRequest &Q,
                                const Target &T, Shortfall &Short);
  void callersLeftovers(State &S);
  void barrier(State &S, const Fact &F);
  void scopeEnd(State &S, const Fact &F);
  void release(State &S, RegionId R, Span At, ReleaseKind Kind,
               const std::string &By, Place Inner = 0);
  void lostPointers(State &S, const AbstractValue &Old, CellKey Cell, Span At,
                    ReleaseKind Kind);
  bool isOwned(RegionId R) const;
  bool mayTellOfRelease(const State &S, RegionId R);
  void returns(State &S, const Fact &F);
  Target returnedRecord(State &S, const Target &T, TypeId Type);

  // Unwinding.cpp
  void unwind(State &S, llvm::ArrayRef<ObjectId> Objects, Span At);
  bool leavesTrace(const State &S, RegionId R, const ObjectState &O) const;
  bool ownsSecret(const State &S) const;
  using EndLocals = llvm::function_ref<void(llvm::ArrayRef<ObjectId>)>;
  bool passHandlers(State &Now, const ThrowInfo &How, EndLocals End,
                    std::vector<State> &Forks);
  void thrown(const State &S, const ThrowInfo &How, Span At,
              std::vector<State> &Forks);
  void throwFact(State &S, const Fact &F, std::vector<State> &Forks);
  void leaveScopes(State &S, llvm::ArrayRef<ObjectId> Objects, Span At);
  void leftBehind(State &S, RegionId R, Span At);
  void drop(State &S, const Fact &F);
  void endOfThis(State &S, const Fact &F);
  void captureFact(State &S, const Fact &F);

  // Construction.cpp
  std::vector<State> unwound(const State &S, llvm::ArrayRef<Fact> Facts);
  void endParts(State &S, uint32_t Built);
  std::vector<UnbuiltField> secretsOfObject(const State &S,
                                            RegionId This) const;
  void leaveConstructor(const State &S, uint32_t Built, Span At, bool IsThrow);
  void fieldLeftBehind(const UnbuiltField &Field, bool IsThrow);

  // Holders.cpp
  bool isHolderMethod(const CallInfo &C) const;
  void holderCall(State &S, const Fact &F, const CallInfo &C);
  void holderResult(State &S, const Fact &F, const CallInfo &C,
                    const AbstractValue &This);
  AbstractValue viewed(State &S, const AbstractValue &V, const TypeInfo &View);
  static AbstractValue content(const AbstractValue &V,
                               const TypeInfo &Container, bool Somewhere);
  void overwrittenBlock(State &S, const Fact &F, const CallInfo &C,
                        const AbstractValue &This);
  bool isDeclaredUnsuitable(RegionId R, Interval Bytes) const;
  bool isToldElsewhere(State &S, RegionId Id);
  void stringSink(Span At, llvm::StringRef By, TypeId Type, Taint T,
                  RegionId From);
  bool isTemporary(RegionId Id) const;
  void writtenToString(Span At, llvm::StringRef By, RegionId To, Taint T,
                       RegionId From);
  bool isVacant(State &S, RegionId Id);
  void movedFrom(State &S, const Fact &F, const Argument &A);
  void lostBlock(State &S, const Fact &F, const Target &T);
  Taint brought(State &S, const Argument &A, bool IntoString, RegionId &From,
                bool &IsContent);
  static Target partOf(Target At, const TypeInfo &Type, size_t Index,
                       size_t Count);
  void handOver(State &S, const Fact &F, const ObjectState &Held, Interval From,
                RegionId R, Interval To);
  void swapEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  AbstractValue printed(State &S, const Fact &F, const CallInfo &C,
                        const Effect &E, int Position);
  bool copiesRecord(State &S, const Fact &F, const CallInfo &C,
                    const Argument &A, const AbstractValue &To);
  bool isString(const Argument &A) const;
  TypeId stringMadeOf(const Argument &A, TypeId Holder) const;
  void flowInto(State &S, const Fact &F, const CallInfo &C, const Target &To,
                Interval Bytes, Taint T);
  void absorb(State &S, const Fact &F, const CallInfo &C,
              const AbstractValue &This);
  void assignPointer(State &S, const Fact &F, const CallInfo &C,
                     const AbstractValue &This);
  void letGo(State &S, const AbstractValue &Old, CellKey Cell, Span At,
             ReleaseKind How, const std::string &By);

  // CallEffects.cpp
  void call(State &S, const Fact &F, std::vector<State> &Forks);
  void modelledCall(State &S, const Fact &F, const CallInfo &C,
                    std::vector<State> &Forks);
  void forgetNumbers(State &S, const CallInfo &C);
  bool pointsToPointer(const Argument &A) const;
  void applyEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  void releaseEffect(State &S, const Fact &F, const CallInfo &C,
                     const Effect &E);
  void makeOlder(State &S, const Fact &F, RegionId R);
  void allocateEffect(State &S, const Fact &F, const CallInfo &C,
                      const Effect &E);
  void secretEffect(State &S, const Fact &F, const CallInfo &C,
                    const Effect &E);
  void aliasEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  void countEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  AbstractValue elementsOf(AbstractValue V, TypeId Element);
  AbstractValue elementOf(State &S, const Fact &F, const CallInfo &C,
                          const AbstractValue &This);
  TypeId holderType(const CallInfo &C, int Position) const;
  void copyToNumber(State &S, const Fact &F, const AbstractValue &From);
  void printNumber(State &S, const AbstractValue &To, Taint Secrecy, Span At);
  void copyEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  AbstractValue followed(const State &S, const AbstractValue &V) const;
  AbstractValue target(const State &S, const Fact &F, const CallInfo &C,
                       const Effect &E) const;
  const AbstractValue &argument(const State &S, const Fact &F,
                                const CallInfo &C, int Position) const;
  int64_t elementSize(const CallInfo &C, const Effect &E) const;
  bool lengthOf(const State &S, const CallInfo &C, const Effect &E,
                const Fact &F, AbstractValue &Out) const;

  // Sinks.cpp
  void sinkEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  bool reaches(State &S, const Fact &F, const CallInfo &C, const Effect &E,
               int &Stream) const;
  bool isStandardOutput(const AbstractValue &Stream) const;
  int parameterHolding(const AbstractValue &Stream) const;
  Taint held(State &S, const AbstractValue &V, bool Indirect, RegionId &Where);

  // HiddenCopies.cpp
  HiddenCopy *hiddenCopy(Span At, CopyMaker By, const std::string &Name,
                         RegionId R, Taint Secrecy,
                         llvm::StringRef Reason = "");
  Taint secrecyOutsideBlocks(State &S, const Target &T, TypeId Type);
  bool empties(const CallInfo &C, unsigned Position) const;
  void argumentCopies(State &S, const Fact &F, const CallInfo &C);
  void returnCopies(State &S, const Fact &F);
  bool growsApart(const AbstractValue &V, const CallInfo &C) const;
  void keptCopies(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  void unbuffer(State &S, const Fact &F, const CallInfo &C, int Position);
  bool isUnbuffered(const State &S, const Fact &F, const CallInfo &C,
                    const Effect &E) const;
  void storedRead(State &S, RegionId R, Interval Bytes, const AbstractValue &V);
  void fromOutside(RegionId To, uint64_t Labels, Span At);
  void scratchCopies(State &S);

  // Rooms.cpp
  Room *roomOf(State &S, const AbstractValue &Container);
  void dropRoom(State &S, const AbstractValue &Container);
  void reserveEffect(State &S, const Fact &F, const CallInfo &C,
                     const Effect &E);
  void keepRooms(State &S, const CallInfo &C);
  bool onlyLooks(const CallInfo &C) const;
  int64_t usedAfter(const State &S, const Room &R, const Fact &F,
                    const CallInfo &C, const Effect &E) const;
  bool staysInRoom(State &S, const Fact &F, const CallInfo &C);
  bool growsInRoom(State &S, const Fact &F, const CallInfo &C, const Effect &E);

  // Emptiness.cpp
  void isZeroIfEmpty(SymbolId Symbol, const AbstractValue &Containers, Span At);
  void testEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);

  // ImmutableZeroize.cpp
  void viewEffect(State &S, const Fact &F, const CallInfo &C, const Effect &E);
  void internedResult(State &S, const Fact &F, const CallInfo &C);
  bool zeroizesImmutable(State &S, const ZeroizeRequest &Q, const Target &T);

  // Calls.cpp
  void callThrows(const State &S, const Fact &F, const CallInfo &C,
                  std::vector<State> &Forks);
  void calleeEffects(State &S, const Fact &F, const CallInfo &C,
                     std::vector<State> &Forks);
  void promise(State &S, const AbstractValue &V, Interval Bytes);
  void promisedCall(State &S, const Fact &F, const CallInfo &C);
  void internedArguments(State &S, const Fact &F, const CallInfo &C);
  void unknownCall(State &S, const Fact &F, const CallInfo &C);
  void zeroizerCall(State &S, const Fact &F, const CallInfo &C);
  void destroyCall(State &S, const Fact &F, const CallInfo &C);
  void taggedArguments(State &S, const Fact &F, const CallInfo &C);
  AbstractValue freshResult(State &S, const Fact &F, const CallInfo &C);
  void overwritePointers(State &S, const AbstractValue &V, const Fact &F,
                         unsigned Which);

  // TableCalls.cpp
  void assumeNotNull(State &S, const Fact &F);
  bool givesSecret(State &S, const CallInfo &C);
  std::string tableAt(const Target &At) const;
  std::vector<const CallTarget *> targetsIn(const State &S,
                                            const CallInfo &C) const;
  void chooseTable(State &S, const CallInfo &C, const CallTarget &T);
  const std::set<AccessPath> &zeroizedBy(uint32_t Call);
  std::set<AccessPath> findZeroized(const CallInfo &C) const;
  std::set<AccessPath> secretsZeroizedBy(State &S, const Fact &F,
                                         const CallInfo &C,
                                         const CallTarget &T);
  void dropWeaker(State S, const Fact &F, const CallInfo &C,
                  std::vector<const CallTarget *> &Targets);
  bool callsNull(const State &S, const CallInfo &C) const;
  void shareZeroization(const ObjectState &Before, RegionId R, size_t Of,
                        std::vector<std::vector<State>> &Results);
  void takeZeroization(State &S, RegionId R, const ObjectState &Gone,
                       const ObjectState &By);
  void shareZeroizations(const State &Before,
                         std::vector<std::vector<State>> &Results);
  bool knowsTargets(const CallInfo &C) const;
  void othersMayKeep(State &S, const CallInfo &C);
  void callThroughTable(State &S, const Fact &F, const CallInfo &C,
                        std::vector<State> &Forks);

  // ApplySummary.cpp
  void foreignCall(State &S, const CallInfo &C);
  void summarizedCall(State &S, const Fact &F, const CallInfo &C,
                      const FunctionSummary &Summary,
                      std::vector<State> &Forks);
  /// Which of the blocks that the call makes the callee's number \p Index is.
  /// Those of a table's functions are described apart.
  static unsigned blockOf(const CallInfo &C, unsigned Index) {
    constexpr unsigned BlocksOfOne = 256; // further ones share descriptions
    return Index + 1 + C.Nth * BlocksOfOne;
  }
  /// A call of a function with a summary; Before is the state before it.
  struct SummarizedCall {
    const Fact &F;
    const CallInfo &C;
    const FunctionSummary &Summary;
    State &Before;
  };
  bool isGiven(const State &S, const SummarizedCall &Call, RegionId R);
  bool isVague(const Target &T, Interval Bytes) const;
  Taint secrecyOfAll(State &S, RegionId R, int64_t First);
  bool hasRoom(State &S, const SummarizedCall &Call, const SummaryFault &Fault);
  void callFault(State &Before, State &After, const SummarizedCall &Call,
                 const SummaryFault &Fault);
  /// \p Pointee is the type of what the last pointer of \p P points to.
  AbstractValue locate(State &S, const Fact &F, const CallInfo &C,
                       const AccessPath &P, TypeId Pointee = 0);
  AbstractValue valueFrom(State &S, const SummarizedCall &Call,
                          const SummaryValue &V, TypeId Pointee = 0);
  Taint taintFrom(const SummarizedCall &Call, const SummaryTaint &T);
  static Target at(Target T, Interval B);

  // ApplyCase.cpp
  bool caseIsPossible(State &S, const SummarizedCall &Call,
                      const SummaryCase &Case);
  bool applyCase(State &S, const SummarizedCall &Call, const SummaryCase &Case);
  bool liesIn(State &S, const AbstractValue &V, const Range &Bounds);
  void makeBlocks(State &S, const SummarizedCall &Call);
  bool lengthOf(State &S, const SummarizedCall &Call, const SummaryWipe &W,
                AbstractValue &N);
  void applyWipe(State &S, const SummarizedCall &Call, const SummaryWipe &W);
  void applySecret(State &S, const SummarizedCall &Call,
                   const SummarySecret &Each);
  bool isTaggedHandle(const Region &R) const;
  AbstractValue onlyBlocks(AbstractValue V) const;
  void applyStore(State &S, const SummarizedCall &Call,
                  const SummaryStore &Store, const AbstractValue &To,
                  AbstractValue V);
  void applyRelease(State &S, const SummarizedCall &Call,
                    const SummaryRelease &R, const AbstractValue &V);
  void applyResult(State &S, const SummarizedCall &Call, const SummaryValue &V,
                   AbstractValue Known);
  void applyPointers(State &S, const SummarizedCall &Call,
                     const SummaryCase &Case);

  template <typename Value> void set(State &S, ValueId V, Value &&New) {
    S.Values.set(V, std::forward<Value>(New));
  }

  const FunctionFacts &Facts;
  const TypeTable &Types;
  StateSpace &Space;
  Observations &Seen;
  const SummaryTable &Summaries;
  const AnalysisOptions &Options;
  bool Unwinding = false; ///< releases are those of an exception
  /// What a buffered read returned, by the value's symbol: which call it was.
  std::map<SymbolId, const Fact *> Reads;
  /// By a table's target: what it zeroizes. References to it stay good.
  std::map<uint32_t, std::set<AccessPath>> Zeroized;
  /// Containers that are empty where the value is 0, and where that was asked.
  llvm::DenseMap<SymbolId, std::pair<AbstractValue, Span>> Emptiable;
};

} // namespace secret

#endif // SECRET_TIDY_DATAFLOW_TRANSFER_H
