#include "Residue/Report.h"
using namespace secret::residue;
void secret::residue::writeSarif(llvm::raw_ostream &OS, const Report &R, llvm::StringRef Version) {}
void secret::residue::writeSvgMap(llvm::raw_ostream &OS, const Report &R) {}
void secret::residue::writeHtmlMap(llvm::raw_ostream &OS, const Report &R) {}
