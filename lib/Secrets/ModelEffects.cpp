//===- ModelEffects.cpp - Read what a function does -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelReader.h"
#include "ModelWords.h"

using namespace llvm;

namespace secret {

template <int Effect::*Member>
bool ModelReader::readParameter(const YamlValue &V, Effect &E) {
  return readPosition(V, V.Text, /*Result=*/false, /*AndRest=*/false,
                      E.*Member);
}

struct ModelReader::EffectTables {
  using K = ModelKey<Effect>;
  using R = ModelReader;
  static constexpr K Zeroizes[] = {
      {"pointer", &R::readParameter<&Effect::Position>, true},
      {"length", &R::readLength},
      {"elements", &R::readElements},
      {"fill", &R::readParameter<&Effect::Fill>},
      {"elidable", &R::readElidable},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"unless", &R::readUnless},
      {"when", &R::readWhen},
  };
  static constexpr K Releases[] = {
      {"pointer", &R::readParameter<&Effect::Position>, true},
      {"zeroes", &R::readEffectFlag<&Effect::Zeroes>},
      {"length", &R::readLength},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"unless", &R::readUnless},
      {"when", &R::readWhen},
  };
  static constexpr K Allocates[] = {
      {"pointer", &R::readTarget},
      {"length", &R::readLength},
      {"elements", &R::readElements},
      {"zeroes", &R::readEffectFlag<&Effect::Zeroes>},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"stack", &R::readEffectFlag<&Effect::Stack>},
      {"cleared_on_free", &R::readEffectFlag<&Effect::ClearedOnFree>},
      {"unless", &R::readUnless},
  };
  static constexpr K Reallocates[] = {
      {"pointer", &R::readParameter<&Effect::Source>, true},
      {"length", &R::readLength},
      {"elements", &R::readElements},
      {"zeroes", &R::readEffectFlag<&Effect::Zeroes>},
  };
  static constexpr K Copies[] = {
      {"from", &R::readFrom, true},
      {"to", &R::readTargets, true},
      {"length", &R::readLength},
      {"elements", &R::readElements},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"unless", &R::readUnless},
  };
  static constexpr K Aliases[] = {
      {"of", &R::readParameter<&Effect::Source>, true},
      {"pointer", &R::readTarget},
      {"elements", &R::readElements},
      {"skip", &R::readParameter<&Effect::Skip>},
      {"from_end", &R::readEffectFlag<&Effect::FromEnd>},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"unless", &R::readUnless},
  };
  static constexpr K Views[] = {
      {"of", &R::readParameter<&Effect::Source>, true},
      {"kind", &R::readKind, true},
      {"pointer", &R::readTarget},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"reason", &R::readEffectReason},
  };
  static constexpr K Arrives[] = {
      {"pointer", &R::readTargets, true},
      {"length", &R::readLength},
      {"elements", &R::readElements},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"unless", &R::readUnless},
      {"when", &R::readWhen},
  };
  static constexpr K Sinks[] = {
      {"from", &R::readFrom, true},
      {"kind", &R::readKind, true},
      {"stream", &R::readParameter<&Effect::Stream>},
      {"indirect", &R::readEffectFlag<&Effect::Indirect>},
      {"reason", &R::readEffectReason},
      {"grows", &R::readGrowth},
      {"unless_moved", &R::readEffectFlag<&Effect::UnlessMoved>},
      {"when", &R::readWhen},
  };
  static constexpr K Unbuffers[] = {
      {"stream", &R::readParameter<&Effect::Position>, true},
      {"when", &R::readWhen},
  };
  static constexpr K Measures[] = {
      {"string", &R::readParameter<&Effect::Position>, true},
  };
  static constexpr K Counts[] = {
      {"of", &R::readParameter<&Effect::Position>, true},
  };
  static constexpr K Reserves[] = {
      {"of", &R::readParameter<&Effect::Position>, true},
      {"elements", &R::readElements, true},
  };
  static constexpr K Constructs[] = {
      {"from", &R::readFrom, true},
      {"pointer", &R::readTarget},
  };
  static constexpr K Tests[] = {
      {"of", &R::readParameter<&Effect::Position>, true},
      {"empty", &R::readEffectFlag<&Effect::WhenEmpty>},
      {"when", &R::readWhen},
  };
  static constexpr K Calls[] = {
      {"function", &R::readParameter<&Effect::Position>, true},
      {"from", &R::readFrom},
      {"later", &R::readEffectFlag<&Effect::Later>},
  };
  static constexpr K Swaps[] = {
      {"of", &R::readParameter<&Effect::Position>, true},
      {"with", &R::readParameter<&Effect::Source>, true},
  };
  // In the order of EffectKind.
  static constexpr EffectForm Forms[] = {
      {"zeroizes", NoPosition, Zeroizes},
      {"releases", NoPosition, Releases},
      {"allocates", ResultPosition, Allocates},
      {"reallocates", ResultPosition, Reallocates},
      {"copies", NoPosition, Copies},
      {"appends", NoPosition, Copies},
      {"aliases", ResultPosition, Aliases},
      {"views", ResultPosition, Views},
      {"secret", NoPosition, Arrives},
      {"fills", NoPosition, Arrives},
      {"public", NoPosition, Arrives},
      {"sinks", NoPosition, Sinks},
      {"unbuffers", NoPosition, Unbuffers},
      {"measures", NoPosition, Measures},
      {"counts", NoPosition, Counts},
      {"reserves", NoPosition, Reserves},
      {"constructs", ResultPosition, Constructs},
      {"tests", NoPosition, Tests},
      {"calls", NoPosition, Calls},
      {"swaps", NoPosition, Swaps},
  };
};

const EffectForm &ModelReader::form(EffectKind Kind) {
  static_assert(std::size(EffectTables::Forms) == size_t(EffectKind::Swap) + 1,
                "a form for each kind of effect");
  return EffectTables::Forms[size_t(Kind)];
}

bool ModelReader::readEffects(const YamlValue &V, EffectKind Kind,
                              FunctionDraft &Draft) {
  if (!V.isSequence())
    return readEffect(V, Kind, Draft);
  bool Good = true;
  for (const YamlValue &Item : V.Items)
    Good &= readEffect(Item, Kind, Draft);
  return Good;
}

bool ModelReader::readEffect(const YamlValue &V, EffectKind Kind,
                             FunctionDraft &Draft) {
  const EffectForm &Form = form(Kind);
  Effect E;
  E.Kind = Kind;
  E.Position = Form.Position;
  // Only forms with no other required key have a short form.
  bool Short = V.isScalar() &&
               none_of(drop_begin(Form.Keys), [](const ModelKey<Effect> &Key) {
                 return Key.Required;
               });
  bool Good = Short ? (this->*Form.Keys.front().Read)(V, E)
                    : readMapping(V, Form.Name, Form.Keys, E);
  Draft.Effects.push_back(E);
  return Good;
}

bool ModelReader::readTarget(const YamlValue &V, Effect &E) {
  return readPosition(V, V.Text, /*Result=*/true, /*AndRest=*/false,
                      E.Position);
}

bool ModelReader::readTargets(const YamlValue &V, Effect &E) {
  StringRef Text = V.Text;
  E.ToRest = Text.consume_back("..");
  return readPosition(V, Text, /*Result=*/!E.ToRest, E.ToRest, E.Position);
}

bool ModelReader::readFrom(const YamlValue &V, Effect &E) {
  StringRef Text = V.Text;
  E.AndRest = Text.consume_back("..");
  return readPosition(V, Text, /*Result=*/!E.AndRest, E.AndRest, E.Source);
}

bool ModelReader::readLength(const YamlValue &V, Effect &E) {
  if (E.Len.Kind != LengthKind::Whole)
    return fail(V, "second length", "either 'length' or 'elements'");
  StringRef Text = V.Text;
  if (Text.contains('*'))
    return readProduct(V, Text, E);
  if (Text.consume_back(" bytes")) {
    E.Len.Kind = LengthKind::Constant;
    if (!Text.getAsInteger(10, E.Len.A) && E.Len.A > 0)
      return true;
  }
  if (Text.consume_front("to ")) {
    E.Len.Kind = LengthKind::Until;
    return readPosition(V, Text, false, false, E.Len.A);
  }
  for (const auto &[Word, Kind] : LengthWords) {
    if (Text != Word)
      continue;
    E.Len.Kind = Kind;
    return true;
  }
  E.Len.Kind = LengthKind::Argument;
  int Index = 0;
  if (!V.isScalar() || Text.getAsInteger(10, Index))
    return fail(V, "bad length",
                "a parameter's index, a product such as 0*1, '32 bytes', "
                "'to 1', string, allocation or whole");
  return readPosition(V, Text, false, false, E.Len.A);
}

bool ModelReader::readProduct(const YamlValue &V, StringRef Text, Effect &E) {
  auto [Left, Right] = Text.split('*');
  E.Len.Kind = LengthKind::Product;
  return readPosition(V, Left, false, false, E.Len.A) &&
         readPosition(V, Right, false, false, E.Len.B);
}

bool ModelReader::readElements(const YamlValue &V, Effect &E) {
  if (E.Len.Kind != LengthKind::Whole)
    return fail(V, "second length", "either 'length' or 'elements'");
  E.Len.Kind = LengthKind::Argument;
  E.Len.CountsElements = true;
  return readPosition(V, V.Text, false, false, E.Len.A);
}

bool ModelReader::readSink(const YamlValue &V, SinkKind &Out) {
  std::string Known;
  for (const auto &[Word, Kind] : SinkWords) {
    if (V.Text == Word) {
      Out = Kind;
      return true;
    }
    Known += (Known.empty() ? "" : ", ") + Word.str();
  }
  return fail(V, "bad kind", "one of " + Known);
}

bool ModelReader::readKind(const YamlValue &V, Effect &E) {
  return readSink(V, E.Sink);
}

bool ModelReader::readUnless(const YamlValue &V, Effect &E) {
  std::string Known;
  for (const auto &[Word, Kind] : FailureWords) {
    if (V.Text == Word) {
      E.Unless = Kind;
      return true;
    }
    Known += (Known.empty() ? "'" : ", '") + Word.str() + "'";
  }
  return fail(V, "bad condition", "one of " + Known);
}

bool ModelReader::readWhen(const YamlValue &V, Effect &E) {
  static constexpr ModelKey<Effect> Keys[] = {
      {"parameter", &ModelReader::readParameter<&Effect::WhenArgument>, true},
      {"is", &ModelReader::readWhenValue, true},
  };
  return readMapping(V, "when", ArrayRef(Keys), E);
}

bool ModelReader::readWhenValue(const YamlValue &V, Effect &E) {
  return readInteger(V, "an integer", INT_MIN, E.WhenValue);
}

bool ModelReader::readElidable(const YamlValue &V, Effect &E) {
  bool Elidable = false;
  if (!readBool(V, Elidable))
    return false;
  E.Wipe = Elidable ? Strength::Elidable : Strength::Reliable;
  return true;
}

bool ModelReader::readGrowth(const YamlValue &V, Effect &E) {
  StringRef Text = V.Text;
  E.Grows = Growth::Some;
  if (V.isScalar() && Text == GrowthSome)
    return true;
  E.Grows = Growth::By;
  if (V.isScalar() && Text.consume_front(GrowthBy) &&
      !Text.getAsInteger(10, E.GrowsBy) && E.GrowsBy > 0)
    return true;
  E.Grows = Growth::To;
  if (V.isScalar() && Text.consume_front(GrowthTo))
    return readPosition(V, Text, false, false, E.GrowsBy);
  return fail(V, "bad growth",
              "'by 1', so many elements more; 'to 0', as many as a parameter "
              "says; or some");
}

bool ModelReader::readEffectReason(const YamlValue &V, Effect &E) {
  return readText(V, E.Reason);
}

} // namespace secret
