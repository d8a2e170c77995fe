//===- CodeReach.cpp - The definitions that matter to some code -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeReach.h"
#include "CodeUses.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace secret;

namespace {

using NodeId = unsigned;

struct Node {
  const Decl *What;
  llvm::SmallVector<NodeId, 4> Uses, Users;
  bool IsNeeded = false;
  bool IsAsked = false; ///< its users are needed at any distance
};

/// All that gets code in the unit, and what it uses.
class UseGraph {
public:
  explicit UseGraph(ASTContext &Context) : Uses(Context) {
    addRoots(Context);
    for (NodeId Id = 0; Id != Nodes.size(); ++Id)
      addUses(Id);
  }

  bool isUnclear() const { return Uses.isUnclear(); }
  const std::vector<Node> &nodes() const { return Nodes; }
  /// Functions that get code only if they are used.
  llvm::ArrayRef<const Decl *> idle() const { return Idle; }
  bool has(const Decl *D) const { return Ids.count(D->getCanonicalDecl()); }

  /// Marks all that has to do with \p Seeds as needed.
  void close(llvm::ArrayRef<NodeId> Seeds);

private:
  NodeId idOf(const Decl *D);
  void addRoots(ASTContext &Context);
  void addUses(NodeId Id);
  void need(NodeId Id);
  void needUsers(NodeId Id);
  void needUsersOfLocal(NodeId Id);

  CodeUses Uses;
  std::vector<Node> Nodes;
  llvm::DenseMap<const Decl *, NodeId> Ids;
  llvm::SmallVector<NodeId, 32> Work;
  llvm::SmallVector<const Decl *, 64> Idle;
};

} // namespace

/// Every declaration has a place of its own; this one has the code.
static const Decl *definitionOf(const Decl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return F->getDefinition();
  if (const auto *V = dyn_cast<VarDecl>(D))
    return V->getDefinition() ? V->getDefinition() : V;
  return nullptr;
}

NodeId UseGraph::idOf(const Decl *D) {
  auto [It, New] = Ids.try_emplace(D, Nodes.size());
  if (New)
    Nodes.push_back({D, {}, {}});
  return It->second;
}

/// What has code whether it is used or not.
void UseGraph::addRoots(ASTContext &Context) {
  SmallVector<DeclContext *, 32> Open{Context.getTranslationUnitDecl()};
  while (!Open.empty())
    for (Decl *D : Open.pop_back_val()->decls()) {
      if (isa<FunctionDecl, VarDecl>(D)) {
        if (!D->isInvalidDecl() && Context.DeclMustBeEmitted(D))
          idOf(D->getCanonicalDecl());
        else if (isa<FunctionDecl>(D) && definitionOf(D) == D)
          Idle.push_back(D);
      } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(
                     D)) {
        Open.push_back(cast<DeclContext>(D));
      }
    }
}

void UseGraph::addUses(NodeId Id) {
  for (const Decl *D : Uses.of(Nodes[Id].What))
    if (NodeId Used = idOf(D); Used != Id)
      Nodes[Id].Uses.push_back(Used);
  SmallVectorImpl<NodeId> &All = Nodes[Id].Uses;
  llvm::sort(All);
  All.erase(std::unique(All.begin(), All.end()), All.end());
  for (NodeId Used : All)
    Nodes[Used].Users.push_back(Id);
}

void UseGraph::need(NodeId Id) {
  if (!std::exchange(Nodes[Id].IsNeeded, true))
    Work.push_back(Id);
}

/// All that uses \p Id, at any distance.
void UseGraph::needUsers(NodeId Id) {
  SmallVector<NodeId, 16> Open{Id};
  while (!Open.empty()) {
    NodeId Now = Open.pop_back_val();
    need(Now);
    for (NodeId User : Nodes[Now].Users)
      if (!std::exchange(Nodes[User].IsAsked, true))
        Open.push_back(User);
  }
}

/// Whether only this unit can name it. Constants mean the same whoever reads
/// them.
static bool isLocal(const Decl *D) {
  const auto *Named = dyn_cast<NamedDecl>(D);
  if (!Named || isa<CXXRecordDecl>(D) || Named->isExternallyVisible())
    return false;
  const auto *V = dyn_cast<VarDecl>(D);
  return !V || !V->getType().isConstQualified() ||
         !V->isUsableInConstantExpressions(D->getASTContext());
}

/// Functions that use \p Id, through any variables and classes.
void UseGraph::needUsersOfLocal(NodeId Id) {
  llvm::SmallDenseSet<NodeId, 16> Seen{Id};
  SmallVector<NodeId, 16> Open{Id};
  while (!Open.empty())
    for (NodeId User : Nodes[Open.pop_back_val()].Users) {
      need(User);
      if (!isa<FunctionDecl>(Nodes[User].What) && Seen.insert(User).second)
        Open.push_back(User);
    }
}

void UseGraph::close(llvm::ArrayRef<NodeId> Seeds) {
  for (NodeId Id : Seeds)
    needUsers(Id);
  while (!Work.empty()) {
    NodeId Id = Work.pop_back_val();
    for (NodeId Used : Nodes[Id].Uses)
      need(Used);
    if (isLocal(Nodes[Id].What))
      needUsersOfLocal(Id);
  }
}

namespace {

/// Compares places as debug information has them, by lines.
class PlaceTable {
public:
  PlaceTable(const SourceManager &Sources, llvm::ArrayRef<SourceLocation> At);

  /// True if a place is in \p D; notes it as found.
  bool find(const Decl *D);
  bool hasLost() const {
    return llvm::any_of(Lines, [](const Line &L) { return !L.IsFound; });
  }

private:
  struct Line {
    const void *File;
    unsigned Number;
    bool IsFound;
  };

  Line lineOf(SourceLocation At) const;
  bool mayHold(SourceLocation At) const;

  const SourceManager &Sources;
  std::vector<Line> Lines;
};

} // namespace

PlaceTable::PlaceTable(const SourceManager &Sources,
                       llvm::ArrayRef<SourceLocation> At)
    : Sources(Sources) {
  for (SourceLocation Each : At)
    Lines.push_back(lineOf(Sources.getFileLoc(Each)));
}

PlaceTable::Line PlaceTable::lineOf(SourceLocation At) const {
  PresumedLoc Where = Sources.getPresumedLoc(At);
  if (Where.isInvalid())
    return {nullptr, 0, false};
  auto Ref = Sources.getFileManager().getOptionalFileRef(Where.getFilename());
  return {Ref ? &Ref->getFileEntry() : nullptr, Where.getLine(), false};
}

/// Spares most functions of a unit a look at their lines.
bool PlaceTable::mayHold(SourceLocation At) const {
  FileID File = Sources.getFileID(At);
  if (File.isInvalid())
    return false;
  const SrcMgr::SLocEntry &Entry = Sources.getSLocEntry(File);
  if (!Entry.isFile() || Entry.getFile().hasLineDirectives())
    return true;
  const void *Found = Sources.getFileEntryForID(File);
  return llvm::any_of(Lines, [&](const Line &L) { return L.File == Found; });
}

bool PlaceTable::find(const Decl *D) {
  CharSourceRange Range = Sources.getExpansionRange(D->getSourceRange());
  if (Range.isInvalid() || !mayHold(Range.getBegin()))
    return false;
  Line Begin = lineOf(Range.getBegin()), End = lineOf(Range.getEnd());
  bool Any = false;
  for (Line &L : Lines)
    if (L.File && L.File == Begin.File && Begin.Number <= L.Number &&
        L.Number <= End.Number)
      Any = L.IsFound = true;
  return Any;
}

CodeReach::CodeReach(ASTContext &Context, llvm::ArrayRef<SourceLocation> At) {
  UseGraph Graph(Context);
  PlaceTable Places(Context.getSourceManager(), At);
  SmallVector<NodeId, 16> Seeds;
  for (NodeId Id = 0; Id != Graph.nodes().size(); ++Id)
    if (const Decl *D = definitionOf(Graph.nodes()[Id].What);
        D && Places.find(D))
      Seeds.push_back(Id);
  for (const Decl *D : Graph.idle())
    if (!Graph.has(D))
      Places.find(D);
  IsAll = Graph.isUnclear() || Places.hasLost();
  if (IsAll)
    return;
  Graph.close(Seeds);
  for (const Node &N : Graph.nodes())
    if (N.IsNeeded)
      Needed.insert(N.What);
}
