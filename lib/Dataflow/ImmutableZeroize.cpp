//===- ImmutableZeroize.cpp - Zeroizations of what must not change --------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Literals, constant objects, and storage inside of objects that others own or
// share, to which models give views.
//
//===----------------------------------------------------------------------===//

#include "Facts/Types.h"
#include "Transfer.h"

using namespace secret;

/// What \p E's Position points to belongs to the object Source.
void Transfer::viewEffect(State &S, const Fact &F, const CallInfo &C,
                          const Effect &E) {
  Taint Inside;
  for (const Target &T : argument(S, F, C, E.Source).Targets)
    Inside.add(secrecyAt(S, T, UnknownSize));
  AbstractValue Pointer = argument(S, F, C, E.Position);
  if (E.Indirect) {
    overwritePointers(S, Pointer, F, E.Position);
    Pointer = followed(S, Pointer);
  }
  for (const Target &T : Pointer.Targets) {
    Region &R = Space.Regions.edit(T.Region);
    R.IsView = true;
    R.View = E.Sink;
    R.ViewReason = E.Reason;
    // What lies there is a secret if it gets to something tagged.
    if (E.Sink == SinkKind::Environment)
      Inside = {Space.label(T.Region, {0, EndOfObject}), 0};
    bring(S, T.Region, {0, EndOfObject}, Inside);
  }
}

/// A function tagged "interns" gives back the one copy that all share.
void Transfer::internedResult(State &S, const Fact &F, const CallInfo &C) {
  if (!Types[C.ResultType].IsPointer)
    return;
  Effect E;
  E.Kind = EffectKind::View;
  E.Position = ResultPosition;
  E.Sink = SinkKind::Interned;
  for (unsigned I = 0; I != C.Args.size(); ++I) {
    E.Source = I;
    viewEffect(S, F, C, E);
  }
}

static bool isShared(const Region &R) {
  return R.IsView && R.View <= SinkKind::String;
}

static const char *storageName(const Region &R, const ObjectInfo *O) {
  if (O)
    return O->Kind == ObjectKind::Literal ? "a string literal"
                                          : "an object that is const";
  switch (R.View) {
  case SinkKind::Interned:
    return "interned storage";
  case SinkKind::Shared:
    return "shared storage";
  default:
    return "immutable storage";
  }
}

/// True if \p Q would change what must not change; says so if it is a secret.
bool Transfer::zeroizesImmutable(State &S, const ZeroizeRequest &Q,
                                 const Target &T) {
  if (Q.EndsLife || Q.IsAbsence)
    return false;
  const Region &R = Space.Regions[T.Region];
  const ObjectInfo *O =
      R.Kind == RegionKind::Object ? &Facts.Objects[R.Key] : nullptr;
  if (O ? !O->IsConst || O->IsPointer : !isShared(R))
    return false;
  Taint Meant = secrecyAt(S, Space.Regions.whole(T.Region), UnknownSize);
  bool InImage = O && O->Kind == ObjectKind::Literal &&
                 Seen.Images.count(R.Declared.Begin);
  if (InImage || (O && !O->Tagged.empty()))
    Meant.add({Taint::Secret, secretOrigin(T.Region, Span(), "")});
  if (!Meant.any())
    return O;
  ImmutableWipe &Wipe = Seen.ImmutableWipes[{Q.At.Begin, T.Region}];
  Wipe.At = Q.At;
  Wipe.How = Q.How;
  Wipe.What = storageName(R, O);
  Wipe.Reason = R.ViewReason.str();
  Wipe.Region = T.Region;
  Wipe.Labels |= Meant.isSecret() ? Taint::Secret : Meant.Labels;
  if (!Wipe.Story || Meant.isSecret())
    Wipe.Story = Meant.Origin;
  Wipe.Inner = Q.Inner;
  Wipe.InnerText = Q.InnerText;
  // Nothing more to say of this copy when its life ends.
  if (O && !isConstantRegion(T.Region))
    Space.object(S, T.Region).removeSecrets({0, EndOfObject});
  return true;
}
