//===- CommandLine.cpp - What secret-audit can be asked -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "CacheArguments.h"
#include "Compat/DriverOptions.h"
#include "ReportArguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace secret::audit;

namespace {

constexpr const char *Overview =
    "secret-audit: finds where secrets outlive their use, in a whole "
    "project\n\n"
    "  secret-audit -p BUILD_DIR [FILES, folders or globs]\n"
    "  secret-audit FILE... -- FLAGS\n"
    "  secret-audit explain FILE:LINE [SOURCES]\n"
    "  secret-audit suggest-tags [--patch] [SOURCES]\n"
    "  secret-audit plan --work-dir DIR -p BUILD_DIR [FILES]\n"
    "  secret-audit link|report --work-dir DIR\n\n"
    "Exit code: 0 nothing found, 1 findings, 2 wrong usage or configuration,\n"
    "3 something could not be analysed.\n";

cl::OptionCategory Category("secret-audit");
cl::SubCommand ExplainCommand("explain",
                              "Say why a line is reported or silent");
cl::SubCommand SuggestCommand("suggest-tags", "Print tags that names suggest");
cl::SubCommand PlanCommand("plan", "Write the steps of an audit to a folder");
cl::SubCommand SummarizeCommand("summarize",
                                "Analyse one file, also for the others");
cl::SubCommand LinkCommand("link", "Tell each file what the others do");
cl::SubCommand CheckCommand("check", "Analyse one file");
cl::SubCommand ReportCommand("report", "Report what the steps have found");

/// Which sub-commands an option holds for, besides the plain audit.
cl::SubCommandGroup Plans{&cl::SubCommand::getTopLevel(), &PlanCommand};
cl::SubCommandGroup Analyses{&cl::SubCommand::getTopLevel(), &PlanCommand,
                             &ExplainCommand, &SuggestCommand};
cl::SubCommandGroup WorksInFolder{&cl::SubCommand::getTopLevel(),
                                  &PlanCommand,
                                  &ExplainCommand,
                                  &SuggestCommand,
                                  &LinkCommand,
                                  &ReportCommand};
cl::SubCommandGroup Units{&SummarizeCommand, &CheckCommand};

/// The options.
struct CommandLine {
  cl::cat Cat{Category};
  cl::sub All{Analyses};
  cl::opt<std::string> Database{
      "p", cl::desc("Folder of compile_commands.json, or that file"),
      cl::value_desc("DIR"), Cat, All};
  cl::opt<unsigned> Workers{
      "j",
      cl::desc("Files analysed at once (default: one a core)"),
      cl::value_desc("N"),
      cl::Prefix,
      Cat,
      All};
  cl::opt<unsigned> FilesPerStep{
      "files-per-step",
      cl::desc("Files that one step analyses, one after the other, at most; "
               "without a launcher, --verbose and --time-trace"),
      cl::value_desc("N"),
      cl::init(8),
      Cat,
      All};
  cl::opt<std::string> Launcher{
      "launcher",
      cl::desc("Start each file's analysis through this command, for instance "
               "'srun --ntasks=1'; needs a --work-dir that all machines share"),
      cl::value_desc("COMMAND"), Cat, All};
  cl::opt<unsigned> Retries{
      "retries",
      cl::desc("How often a file is launched again, when the launcher ends "
               "without a result"),
      cl::value_desc("N"),
      cl::init(2),
      Cat,
      All};
  cl::opt<unsigned> RetryWait{
      "retry-wait",
      cl::desc("Seconds before a file is launched again; doubles each time"),
      cl::value_desc("SECONDS"),
      cl::init(1),
      Cat,
      All};
  cl::opt<std::string> Checks{
      "checks", cl::desc("Globs over the checks, as in clang-tidy"),
      cl::value_desc("GLOBS"), Cat, All};
  cl::list<std::string> Models{
      "models",
      cl::desc("A model file; may be repeated. Without it, the "
               ".secret-tidy.yaml files upward from each source"),
      cl::value_desc("FILE"), Cat, All};
  cl::opt<bool> NoBuiltinModels{"no-builtin-models",
                                cl::desc("Leave out the models that ship"), Cat,
                                All};
  cl::opt<bool> Infer{
      "infer",
      cl::desc("Take what is called like a secret for one where nothing is "
               "tagged"),
      Cat, All};
  cl::opt<bool> AssumeLTO{
      "assume-lto",
      cl::desc("Wipers of other files that are known by their names alone may "
               "be inlined when linking"),
      Cat, All};
  cl::list<std::string> VerifyModels{
      "verify-models",
      cl::desc("Check a model file and stop; with -p or sources, against what "
               "these declare; may be repeated"),
      cl::value_desc("FILE"), Cat};
  cl::opt<bool> ListDeclarations{
      "list-declarations",
      cl::desc("With --verify-models: print the declarations that the entries "
               "speak of"),
      cl::Hidden, Cat};
  cl::opt<bool> DumpModels{
      "dump-models",
      cl::desc("Print the models that hold for a source, as JSON, and stop"),
      Cat};
  cl::opt<bool> Quiet{"quiet", cl::desc("No progress, no summary"), Cat,
                      cl::sub(WorksInFolder)};
  cl::opt<bool> Verbose{"verbose",
                        cl::desc("Print commands, and how long each step took"),
                        Cat, All};
  cl::opt<std::string> TimeTrace{
      "time-trace",
      cl::desc("Write what ran when, for the viewers of Chromium and Perfetto"),
      cl::value_desc("FILE"), Cat, All};
  cl::opt<bool> DumpFacts{"dump-facts", cl::desc("Print facts and stop"), Cat};
  cl::opt<bool> DumpStates{"dump-states",
                           cl::desc("Print dataflow states and stop"), Cat};
  cl::opt<bool> DumpSummaries{
      "dump-summaries", cl::desc("Print function summaries and stop"), Cat};
  cl::opt<bool> DumpEvidence{
      "dump-evidence",
      cl::desc("Print what the optimizer does to each zeroization and stop"),
      Cat};
  cl::opt<OptimizerChoice> Optimizer{
      "optimizer",
      cl::desc("What the optimizer is asked about zeroizations"),
      cl::values(
          clEnumValN(OptimizerChoice::Off, "off", "nothing"),
          clEnumValN(OptimizerChoice::Build, "build",
                     "what it does under the file's own flags; at -O2 too, "
                     "if these say -O0"),
          clEnumValN(OptimizerChoice::All, "all",
                     "what it does at -O1, -O2, -O3, -Os and -Oz too"),
          clEnumValN(OptimizerChoice::Lto, "lto",
                     "what it does if it sees the files of --lto-with too")),
      cl::init(OptimizerChoice::Build),
      Cat,
      All};
  cl::opt<bool> ResidualCopies{
      "residual-copies",
      cl::desc("Report copies of zeroized secrets that Clang leaves in stack "
               "frames (x86-64 only, low confidence)"),
      cl::init(false), Cat, All};
  cl::list<std::string> LtoWith{
      "lto-with",
      cl::desc("With --optimizer=lto: a file with functions that zeroize, "
               "as the database has it; may be repeated"),
      cl::value_desc("FILE"), Cat, All};
  cl::opt<unsigned> Timeout{"timeout",
                            cl::desc("CPU seconds for one file; 0 is no limit"),
                            cl::value_desc("SECONDS"),
                            cl::init(600),
                            Cat,
                            All};
  cl::opt<bool> Link{
      "link",
      cl::desc("Understand functions of other files (default without --infer)"),
      Cat, All};
  cl::opt<bool> NoLink{"no-link", cl::desc("Judge each file by itself"), Cat,
                       All};
  cl::opt<unsigned> LinkMaxEffects{
      "link-max-effects",
      cl::desc("A function with more effects is not understood "
               "from other files"),
      cl::value_desc("N"),
      cl::init(200),
      Cat,
      All};
  cl::opt<uint64_t> LinkMaxWork{
      "link-max-work",
      cl::desc("A function whose analysis takes more steps is "
               "analysed without other files"),
      cl::value_desc("N"),
      cl::init(300000),
      Cat,
      All};
  cl::opt<std::string> Root{
      "root", cl::desc("Stored paths are relative to it (default: here)"),
      cl::value_desc("DIR"), Cat, All};
  cl::opt<std::string> WorkDir{
      "work-dir", cl::desc("Keep the steps' files there"),
      cl::value_desc("DIR"), Cat, cl::sub(WorksInFolder)};
  CacheArguments Cache{Category, Plans};
  cl::opt<bool> DryRun{
      "dry-run",
      cl::desc(
          "Say how many steps there would be, how large their plan is, and "
          "how long it takes to make and to schedule it"),
      Cat};
  ReportArguments Reports{Category, ReportCommand};
  cl::list<std::string> Files{cl::Positional, cl::desc("[FILES]"), Cat,
                              cl::sub(Plans)};
  cl::opt<std::string> Job{cl::Positional, cl::desc("JOB"), cl::Required, Cat,
                           cl::sub(Units)};
  cl::opt<std::string> Result{cl::Positional, cl::desc("RESULT"), cl::Required,
                              Cat, cl::sub(Units)};
  cl::opt<std::string> Place{cl::Positional, cl::desc("FILE:LINE"),
                             cl::Required, Cat, cl::sub(ExplainCommand)};
  cl::list<std::string> Sources{cl::Positional, cl::desc("[SOURCES]"), Cat,
                                cl::sub(ExplainCommand)};
  cl::opt<bool> Patch{"patch",
                      cl::desc("As a patch of the sources, in place of a model "
                               "file"),
                      Cat, cl::sub(SuggestCommand)};
  cl::list<std::string> Untagged{cl::Positional, cl::desc("[SOURCES]"), Cat,
                                 cl::sub(SuggestCommand)};
};

void printVersion(raw_ostream &OS) {
  OS << "secret-audit " SECRET_TIDY_VERSION " (LLVM "
     << secret::compat::LLVMVersion << ")\n";
}

std::vector<std::string> words(const cl::list<std::string> &List) {
  return {List.begin(), List.end()};
}

/// What rests on names would spread from file to file.
bool linksFiles(const CommandLine &Line) {
  return Line.Link || (!Line.NoLink && !Line.Infer);
}

AuditOptions makeOptions(const CommandLine &Line) {
  AuditOptions O;
  O.Database = Line.Database;
  O.Files = words(Line.Files);
  O.Workers = Line.Workers;
  O.Launcher = Line.Launcher;
  O.Launch.FilesPerStep = Line.FilesPerStep;
  O.Launch.Retries = Line.Retries;
  O.Launch.RetryWait = Line.RetryWait;
  O.Quiet = Line.Quiet;
  O.Verbose = Line.Verbose;
  O.TimeTrace = Line.TimeTrace;
  O.WorkDir = Line.WorkDir;
  O.Link = linksFiles(Line);
  O.Linking.MaxEffects = Line.LinkMaxEffects;
  O.Linking.MaxWork = Line.LinkMaxWork;
  O.LtoWith = words(Line.LtoWith);
  O.Checks = Line.Checks;
  O.VerifyModels = words(Line.VerifyModels);
  O.ListDeclarations = Line.ListDeclarations;
  O.DumpModels = Line.DumpModels;
  O.Cache = Line.Cache.options();
  O.Job = Line.Job;
  O.Result = Line.Result;
  O.Reports = Line.Reports.options();
  O.Settings.InferFromNames = Line.Infer;
  O.Settings.AssumeLTO = Line.AssumeLTO;
  O.Settings.Models = words(Line.Models);
  O.Settings.BuiltinModels = !Line.NoBuiltinModels;
  O.Settings.DumpFacts = Line.DumpFacts;
  O.Settings.DumpStates = Line.DumpStates;
  O.Settings.DumpSummaries = Line.DumpSummaries;
  O.Settings.DumpEvidence = Line.DumpEvidence;
  O.Settings.Optimizer = Line.Optimizer;
  O.Settings.ResidualCopies = Line.ResidualCopies;
  O.Settings.Timeout = Line.Timeout;
  O.Settings.Root = Line.Root;
  return O;
}

AuditPart chosenPart(const CommandLine &Line) {
  if (Line.DryRun)
    return AuditPart::DryRun;
  if (PlanCommand)
    return AuditPart::Plan;
  if (SummarizeCommand)
    return AuditPart::Summarize;
  if (LinkCommand)
    return AuditPart::Link;
  if (CheckCommand)
    return AuditPart::Check;
  return ReportCommand ? AuditPart::Report : AuditPart::All;
}

/// `FILE:LINE`, and the sources to look at: FILE itself by default.
bool readPlace(const CommandLine &Line, AuditOptions &O) {
  auto [File, Number] = StringRef(Line.Place).rsplit(':');
  if (Number.getAsInteger(10, O.Settings.ExplainLine) ||
      !O.Settings.ExplainLine)
    return false;
  O.Settings.ExplainFile = File.str();
  O.Files = words(Line.Sources);
  if (O.Files.empty())
    O.Files.push_back(File.str());
  return true;
}

} // namespace

std::optional<AuditOptions> parseCommandLine(ArrayRef<const char *> Args) {
  CommandLine Line;
  cl::HideUnrelatedOptions(Category);
  for (cl::SubCommand *Each : cl::getRegisteredSubcommands())
    cl::HideUnrelatedOptions(Category, *Each);
  cl::SetVersionPrinter(printVersion);
  const auto *Dashes =
      find_if(Args, [](const char *Word) { return StringRef(Word) == "--"; });
  size_t NumArgs = Dashes - Args.begin();
  if (!cl::ParseCommandLineOptions(NumArgs, Args.data(), Overview, &errs()))
    return std::nullopt;

  AuditOptions Options = makeOptions(Line);
  Options.What = chosenPart(Line);
  Options.HasFlags = Dashes != Args.end();
  for (const char *Flag : Args.drop_front(std::min(NumArgs + 1, Args.size())))
    Options.Flags.push_back(Flag);
  if (SuggestCommand) {
    Options.SuggestTags = true;
    Options.Patch = Line.Patch;
    Options.Files = words(Line.Untagged);
  }
  if (ExplainCommand && !readPlace(Line, Options)) {
    errs() << "secret-audit: explain wants FILE:LINE, not '" << Line.Place
           << "'\n";
    return std::nullopt;
  }
  if (Options.HasFlags && Options.Files.empty()) {
    errs() << "secret-audit: no file before '--'; expected FILE -- FLAGS\n";
    return std::nullopt;
  }
  return Options;
}
