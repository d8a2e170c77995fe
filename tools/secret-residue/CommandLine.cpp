//===- CommandLine.cpp - What secret-residue can be asked -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret::residue;

namespace {

constexpr const char *Overview =
    "secret-residue: looks for secrets that are left in memory\n\n"
    "  secret-residue run --secret FILE [--at MOMENT] -- PROGRAM ARGS\n"
    "  secret-residue scan --secret FILE (--core FILE | --pid PID | --dump "
    "FILE)\n"
    "  secret-residue doctor\n\n"
    "Moments: exit (default), return:FUNCTION[:N], signal:NAME[:N],\n"
    "syscall:NAME[:N], checkpoint:LABEL[:N].\n\n"
    "Exit code: 0 clean, 1 residue, 2 wrong usage, 3 something could not be\n"
    "read. With --expect: 0 if it is so, 1 if not.\n";

cl::OptionCategory Category("secret-residue");
cl::SubCommand RunCommand("run", "Start a program and look into it");
cl::SubCommand ScanCommand("scan", "Look into a core, a dump or a process");
cl::SubCommand DoctorCommand("doctor", "Say what would leak in a crash here");

struct CommandLine {
  cl::cat Cat{Category};
  cl::sub Run{RunCommand};
  cl::sub Scan{ScanCommand};
  cl::list<std::string> Secrets{
      "secret",
      cl::desc("A file that holds a secret, a folder of such files, or - for "
               "standard input; may be repeated"),
      cl::value_desc("FILE"),
      Cat,
      Run,
      Scan};
  cl::opt<bool> Raw{"raw", cl::desc("A trailing newline is part of the secret"),
                    Cat, Run, Scan};
  cl::opt<std::string> KeyFile{
      "fingerprint-key",
      cl::desc("File of 16 or more random bytes: equal fingerprints in all "
               "runs with it"),
      cl::value_desc("FILE"),
      Cat,
      Run,
      Scan};
  cl::opt<unsigned> Part{"part",
                         cl::desc("Report parts of so many bytes, at least 8; "
                                  "0 for whole secrets only (default: 8)"),
                         cl::value_desc("N"),
                         cl::init(8),
                         Cat,
                         Run,
                         Scan};
  cl::opt<bool> Xor{"xor", cl::desc("Also secrets XORed with a repeated byte"),
                    Cat, Run, Scan};
  cl::opt<unsigned> Threads{"j",
                            cl::desc("Threads (default: one a core)"),
                            cl::value_desc("N"),
                            cl::Prefix,
                            Cat,
                            Run,
                            Scan};
  cl::opt<std::string> Format{"format",
                              cl::desc("table (default), json or sarif"),
                              cl::value_desc("NAME"),
                              cl::init("table"),
                              Cat,
                              Run,
                              Scan};
  cl::opt<std::string> Output{
      "o", cl::desc("Write the report there"), cl::value_desc("FILE"), Cat, Run,
      Scan};
  cl::list<std::string> Maps{
      "map",
      cl::desc("Draw memory, as .html or .svg; may be repeated"),
      cl::value_desc("FILE"),
      Cat,
      Run,
      Scan};
  cl::opt<std::string> Expect{
      "expect",
      cl::desc("clean or residue: exit with 0 if it is so, else 1"),
      cl::value_desc("WHAT"),
      Cat,
      Run,
      Scan};
  cl::list<std::string> At{"at",
                           cl::desc("The moment to look; may be repeated"),
                           cl::value_desc("MOMENT"), Cat, Run};
  cl::opt<bool> Children{"children", cl::desc("Look into child processes, too"),
                         Cat, Run};
  cl::opt<bool> Kill{"kill", cl::desc("Kill the program after the last moment"),
                     Cat, Run};
  cl::opt<std::string> Core{"core", cl::desc("An ELF core file"),
                            cl::value_desc("FILE"), Cat, Scan};
  cl::opt<std::string> Dump{"dump", cl::desc("A file of plain bytes"),
                            cl::value_desc("FILE"), Cat, Scan};
  cl::opt<int> Pid{"pid", cl::desc("A process; it is stopped meanwhile"),
                   cl::value_desc("PID"), Cat, Scan};
};

bool complain(const Twine &What) {
  errs() << "secret-residue: " << What << '\n';
  return false;
}

void printVersion(raw_ostream &OS) {
  OS << "secret-residue " SECRET_TIDY_VERSION "\n";
}

std::vector<std::string> words(const cl::list<std::string> &List) {
  return {List.begin(), List.end()};
}

SessionOptions makeOptions(const CommandLine &Line) {
  SessionOptions O;
  O.Version = SECRET_TIDY_VERSION;
  O.What = RunCommand    ? SessionOptions::Run
           : ScanCommand ? SessionOptions::Scan
                         : SessionOptions::Doctor;
  O.Secrets.Paths = words(Line.Secrets);
  O.Secrets.Raw = Line.Raw;
  O.Secrets.KeyFile = Line.KeyFile;
  O.Patterns.MinPart = Line.Part;
  O.Patterns.Xor = Line.Xor;
  O.Threads = Line.Threads;
  O.Format = Line.Format;
  O.Output = Line.Output;
  O.Maps = words(Line.Maps);
  O.Expect = Line.Expect;
  O.Moments = words(Line.At);
  O.Children = Line.Children;
  O.Kill = Line.Kill;
  O.Core = Line.Core;
  O.Dump = Line.Dump;
  O.Pid = Line.Pid;
  return O;
}

bool checkOutputs(const SessionOptions &O) {
  if (!is_contained({"table", "json", "sarif"}, O.Format))
    return complain("unknown --format '" + O.Format +
                    "'; expected table, json or sarif");
  if (!is_contained({"", "clean", "residue"}, O.Expect))
    return complain("unknown --expect '" + O.Expect +
                    "'; expected clean or residue");
  for (const std::string &Map : O.Maps)
    if (!StringRef(Map).ends_with(".html") && !StringRef(Map).ends_with(".svg"))
      return complain("--map " + Map + ": expected a name in .html or .svg");
  return true;
}

bool checkOptions(const SessionOptions &O) {
  if (O.What == SessionOptions::Doctor)
    return true;
  if (O.Secrets.Paths.empty())
    return complain("no secret given; expected --secret FILE");
  if (O.Patterns.MinPart && O.Patterns.MinPart < 8)
    return complain("--part wants at least 8, or 0 for whole secrets only");
  if (O.What == SessionOptions::Run && O.Command.empty())
    return complain("no program given; expected run ... -- PROGRAM ARGS");
  int Sources = !O.Core.empty() + !O.Dump.empty() + (O.Pid != 0);
  if (O.What == SessionOptions::Scan && Sources != 1)
    return complain("scan wants one of --core, --pid and --dump");
  return checkOutputs(O);
}

} // namespace

std::optional<SessionOptions> parseCommandLine(ArrayRef<const char *> Args) {
  CommandLine Line;
  for (cl::SubCommand *Sub : {&RunCommand, &ScanCommand, &DoctorCommand})
    cl::HideUnrelatedOptions(Category, *Sub);
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter(printVersion);
  const auto *Dashes =
      find_if(Args, [](const char *Word) { return StringRef(Word) == "--"; });
  std::vector<const char *> Own(Args.begin(), Dashes);
  // The way to ask for it that people try first.
  if (Own.size() == 2 && StringRef(Own[1]) == "--doctor")
    Own[1] = "doctor";
  if (!cl::ParseCommandLineOptions(Own.size(), Own.data(), Overview, &errs()))
    return std::nullopt;
  if (!RunCommand && !ScanCommand && !DoctorCommand) {
    complain("expected run, scan or doctor; see --help");
    return std::nullopt;
  }
  SessionOptions Options = makeOptions(Line);
  for (const char *Word : Args.drop_front(
           std::min<size_t>(Dashes - Args.begin() + 1, Args.size())))
    Options.Command.push_back(Word);
  if (!checkOptions(Options))
    return std::nullopt;
  return Options;
}
