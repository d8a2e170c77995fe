//===- MapReport.cpp - Draws memory ---------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each look into a program: all its regions on a strip that is folded into
// rows, to one scale and without the gaps, and below it each region that holds
// something on a line of its own. What was found is marked in red.
//
//===----------------------------------------------------------------------===//

#include "Residue/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;
using namespace secret::residue;

namespace {

constexpr unsigned Width = 1000, Left = 20, RowHeight = 22, Rows = 24;

class MapDrawing {
public:
  MapDrawing(raw_ostream &OS, const Report &R) : OS(OS), R(R) {}

  void draw();

private:
  void drawScan(const ScanReport &S);
  void drawStrip(const ScanReport &S);
  void drawZooms(const ScanReport &S);
  void drawZoom(const MappedArea &A, ArrayRef<const Finding *> Inside);
  void drawLegend();
  void piece(double X, double W, StringRef Color, const Twine &Title,
             unsigned Height);
  void text(const Twine &Words, StringRef Class = "t");

  raw_ostream &OS;
  const Report &R;
  unsigned Y = 30;
};

} // namespace

static std::string escape(StringRef Text) {
  std::string Result;
  raw_string_ostream OS(Result);
  printHTMLEscaped(Text, OS);
  return Result;
}

static std::string hex(uint64_t Value) { return "0x" + utohexstr(Value, true); }

static std::string readable(uint64_t Bytes) {
  if (Bytes < 1 << 20)
    return utostr(Bytes >> 10) + " KiB";
  return utostr(Bytes >> 20) + " MiB";
}

static std::string areaTitle(const MappedArea &A) {
  std::string Text = placeName(A.Kind).str() + " " + hex(A.Where.Begin) + "-" +
                     hex(A.Where.End) + ", " + readable(A.Where.size());
  if (!A.File.empty())
    Text += ", " + A.File;
  return A.Present ? Text : Text + " (not there to search)";
}

static std::string findingTitle(const Finding &F, const Report &R) {
  const SecretInfo &Secret = R.Secrets[F.Found.SecretIndex];
  return Secret.Label + ", " + describeForm(F.Found) + ", " +
         describeExtent(F.Found, Secret) + " at " + hex(F.Found.Address) +
         ": " + F.Where.describe();
}

static std::vector<const Finding *> findingsIn(const ScanReport &S, Span In) {
  std::vector<const Finding *> Inside;
  for (const Finding &F : S.Findings)
    if (F.Where.Kind != PlaceKind::Register && In.contains(F.Found.Address))
      Inside.push_back(&F);
  return Inside;
}

void MapDrawing::piece(double X, double W, StringRef Color, const Twine &Title,
                       unsigned Height) {
  OS << "<rect x=\"" << format("%.2f", Left + X) << "\" y=\"" << Y
     << "\" width=\"" << format("%.2f", W) << "\" height=\"" << Height
     << "\" fill=\"" << Color << "\"><title>" << escape(Title.str())
     << "</title></rect>\n";
}

void MapDrawing::text(const Twine &Words, StringRef Class) {
  OS << "<text class=\"" << Class << "\" x=\"" << Left << "\" y=\"" << Y + 13
     << "\">" << escape(Words.str()) << "</text>\n";
  Y += 20;
}

/// The strip goes on in the next row where one ends.
void MapDrawing::drawStrip(const ScanReport &S) {
  uint64_t Total = 0;
  for (const MappedArea &A : S.Areas)
    Total += A.Where.size();
  double PerRow = std::max<double>(double(Total) / Rows, 65536);
  text("each row: " + readable(uint64_t(PerRow)), "s");
  double At = 0;
  for (const MappedArea &A : S.Areas) {
    std::vector<const Finding *> Inside = findingsIn(S, A.Where);
    uint64_t Done = 0;
    while (Done < A.Where.size()) {
      uint64_t Part = std::min(A.Where.size() - Done,
                               std::max<uint64_t>(uint64_t(PerRow - At), 1));
      Span Shown{A.Where.Begin + Done, A.Where.Begin + Done + Part};
      piece(At / PerRow * Width, std::max(Part / PerRow * Width, 0.5),
            A.Present ? placeColor(A.Kind) : "#e8e8e8", areaTitle(A),
            RowHeight - 4);
      for (const Finding *F : Inside)
        if (Shown.contains(F->Found.Address))
          piece((At + double(F->Found.Address - Shown.Begin)) / PerRow * Width,
                2, "#d00000", findingTitle(*F, R), RowHeight - 2);
      Done += Part;
      At += double(Part);
      if (At + 1 >= PerRow) {
        At = 0;
        Y += RowHeight;
      }
    }
  }
  Y += RowHeight + 8;
}

void MapDrawing::drawZoom(const MappedArea &A,
                          ArrayRef<const Finding *> Inside) {
  text(areaTitle(A) + ": " + Twine(Inside.size()) + " found", "s");
  double Scale = double(Width) / double(A.Where.size());
  piece(0, Width, placeColor(A.Kind), areaTitle(A), RowHeight - 4);
  for (const Finding *F : Inside)
    piece(double(F->Found.Address - A.Where.Begin) * Scale,
          std::max(F->Found.Size * Scale, 2.0), "#d00000", findingTitle(*F, R),
          RowHeight);
  Y += RowHeight + 4;
}

void MapDrawing::drawZooms(const ScanReport &S) {
  for (const MappedArea &A : S.Areas) {
    std::vector<const Finding *> Inside = findingsIn(S, A.Where);
    if (!Inside.empty())
      drawZoom(A, Inside);
  }
  for (const Finding &F : S.Findings)
    if (F.Where.Kind == PlaceKind::Register)
      text(findingTitle(F, R), "s");
}

void MapDrawing::drawLegend() {
  unsigned X = 0;
  for (PlaceKind Kind : {PlaceKind::Stack, PlaceKind::Heap, PlaceKind::Data,
                         PlaceKind::ReadOnlyData, PlaceKind::Code,
                         PlaceKind::FileMapping, PlaceKind::Anonymous}) {
    piece(X, 12, placeColor(Kind), placeName(Kind), 12);
    OS << "<text class=\"s\" x=\"" << Left + X + 16 << "\" y=\"" << Y + 10
       << "\">" << placeName(Kind) << "</text>\n";
    X += 130;
  }
  Y += 26;
}

void MapDrawing::drawScan(const ScanReport &S) {
  text(S.Target + (S.Moment.empty() ? "" : " at " + S.Moment) + ": " +
       Twine(S.Findings.size()) + " found");
  drawStrip(S);
  drawZooms(S);
  Y += 16;
}

void MapDrawing::draw() {
  // The height is known at the end only, so the drawing is made first.
  std::string Body;
  raw_string_ostream BodyOS(Body);
  MapDrawing Inner(BodyOS, R);
  Inner.drawLegend();
  for (const ScanReport &S : R.Scans)
    Inner.drawScan(S);
  OS << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << Width + 2 * Left
     << "\" height=\"" << Inner.Y << "\">\n"
     << "<style>text{font-family:sans-serif;fill:#222}.t{font-size:15px;"
        "font-weight:bold}.s{font-size:11px}</style>\n"
     << "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
     << Body << "</svg>\n";
}

void secret::residue::writeSvgMap(raw_ostream &OS, const Report &R) {
  MapDrawing(OS, R).draw();
}

void secret::residue::writeHtmlMap(raw_ostream &OS, const Report &R) {
  OS << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<title>Secrets in memory</title></head><body>\n";
  writeSvgMap(OS, R);
  OS << "<pre>\n";
  std::string Table;
  raw_string_ostream TableOS(Table);
  writeTable(TableOS, R);
  OS << escape(Table) << "</pre>\n</body></html>\n";
}
