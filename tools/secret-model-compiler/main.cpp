//===- secret-model-compiler - Turn model files into constant tables ------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs at build time, so that nothing built in is parsed at run time. Exits
// with 2 if a file is missing or invalid; then nothing is written.
//
//===----------------------------------------------------------------------===//

#include "Query.h"
#include "Secrets/ModelDump.h"
#include "Secrets/ModelParser.h"
#include "TableWriter.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace llvm;
using namespace secret;

static cl::OptionCategory Category("secret-model-compiler options");
static cl::list<std::string> Inputs(cl::Positional, cl::desc("FILES..."),
                                    cl::cat(Category));
static cl::opt<std::string> Output("o", cl::desc("File for the C++ tables"),
                                   cl::value_desc("file"), cl::cat(Category));
static cl::opt<bool> Check("check", cl::desc("Only check the files"),
                           cl::cat(Category));
static cl::opt<bool>
    Dump("dump", cl::desc("Print what holds when later files win, as JSON"),
         cl::cat(Category));
static cl::opt<unsigned>
    Time("time", cl::desc("Print what loading and 50 look-ups cost"),
         cl::value_desc("runs"), cl::Hidden, cl::cat(Category));
static cl::opt<std::string>
    Lookup("lookup", cl::desc("Print the entries for a name, best first"),
           cl::value_desc("name"), cl::cat(Category));
static cl::opt<std::string>
    Source("source",
           cl::desc("Look up in the model files that hold for a "
                    "source file"),
           cl::value_desc("file"), cl::cat(Category));

static constexpr int InvalidInput = 2;

using Files = std::vector<std::unique_ptr<ModelFile>>;

static Files readFiles(std::vector<std::string> &Errors) {
  Files Read;
  for (const std::string &Name : Inputs) {
    auto Buffer = MemoryBuffer::getFile(Name, /*IsText=*/true);
    if (Buffer)
      Read.push_back(parseModelFile(**Buffer, Errors));
    else
      Errors.push_back(Name + ": error: " + Buffer.getError().message() +
                       "; expected a model file");
  }
  return Read;
}

static std::string describe(const Origin &From) {
  return (From.File + ":" + Twine(From.Line)).str();
}

/// All built-in files are one layer, so a name may have one entry in all.
static void checkAcrossFiles(const Files &Read,
                             std::vector<std::string> &Errors) {
  StringMap<std::string> First;
  for (const auto &File : Read) {
    for (const FunctionModel &F : File->tables().Functions) {
      std::string Identity =
          (F.Name + "|" + Twine(F.Params) + "|" + F.Signature + "|" + F.Header)
              .str();
      auto [Place, New] = First.try_emplace(Identity, describe(F.From));
      if (!New)
        Errors.push_back(describe(F.From) + ":1: error: duplicate of '" +
                         F.Name.str() + "' at " + Place->second +
                         "; expected one entry in all files");
    }
  }
}

static std::vector<ModelTables> tablesOf(const Files &Read) {
  std::vector<ModelTables> Tables;
  for (const auto &File : Read)
    Tables.push_back(File->tables());
  return Tables;
}

static bool write(const Files &Read) {
  std::error_code EC;
  ToolOutputFile Out(Output, EC, sys::fs::OF_Text);
  if (EC) {
    errs() << Output << ": error: " << EC.message() << '\n';
    return false;
  }
  writeTables(tablesOf(Read), Out.os());
  Out.keep();
  return true;
}

int main(int Argc, char **Argv) {
  cl::HideUnrelatedOptions(Category);
  cl::ParseCommandLineOptions(Argc, Argv,
                              "Turns model files into constant tables\n");
  if (!Lookup.empty())
    return printMatches(Source, join(Inputs, ";"), Lookup, outs(), errs())
               ? 0
               : InvalidInput;
  if (Check + Dump + (Time != 0) + !Output.empty() != 1 || Inputs.empty()) {
    errs() << "secret-model-compiler: give model files and either -o FILE, "
              "--check, --dump or --lookup NAME\n";
    return InvalidInput;
  }
  std::vector<std::string> Errors;
  Files Read = readFiles(Errors);
  if (!Dump)
    checkAcrossFiles(Read, Errors);
  for (const std::string &Error : Errors)
    errs() << Error << '\n';
  if (!Errors.empty())
    return InvalidInput;
  if (Time)
    printLookupTime(tablesOf(Read), Time, outs());
  if (Dump)
    dumpModels(tablesOf(Read), outs());
  return Check || Dump || Time || write(Read) ? 0 : InvalidInput;
}
