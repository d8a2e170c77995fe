//===- Session.cpp - One call of secret-residue ---------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Session.h"
#include "Residue/Doctor.h"
#include "Residue/Report.h"
#include "Residue/Tracer.h"
#include "llvm/Support/FileSystem.h"
#include <thread>

using namespace llvm;
using namespace secret::residue;

namespace {

class Session {
public:
  explicit Session(const SessionOptions &O) : O(O) {}

  int run();

private:
  int loadSecrets();
  int scan();
  int trace();
  int write();
  int writeTo(const std::string &Path, StringRef Format);
  Expected<Target> openTarget();

  const SessionOptions &O;
  SecureArena Arena;
  std::vector<Secret> Secrets;
  std::vector<Pattern> Patterns;
  Report Result;
};

} // namespace

static int fail(Error E, int Code) {
  errs() << "secret-residue: " << toString(std::move(E)) << '\n';
  return Code;
}

static unsigned threads(const SessionOptions &O) {
  return O.Threads ? O.Threads
                   : std::max(1u, std::thread::hardware_concurrency());
}

int Session::loadSecrets() {
  Expected<std::vector<Secret>> Read = readSecrets(O.Secrets, Arena);
  if (!Read)
    return fail(Read.takeError(), WrongUsage);
  Secrets = std::move(*Read);
  for (const Secret &S : Secrets)
    Result.Secrets.push_back({S.Label, S.Size, S.Fingerprint});
  Patterns = makePatterns(Secrets, O.Patterns, Arena);
  clearVectorRegisters();
  return 0;
}

int Session::scan() {
  std::optional<StoppedProcess> Stopped;
  if (O.Pid) {
    Expected<StoppedProcess> Process = StoppedProcess::stop(O.Pid);
    if (!Process)
      return fail(Process.takeError(), CouldNotRead);
    Stopped.emplace(std::move(*Process));
  }
  Expected<Target> Of = O.Pid ? openProcess(O.Pid, Stopped->threads(), Arena)
                        : !O.Core.empty() ? openCore(O.Core, Arena)
                                          : openDump(O.Dump);
  if (!Of)
    return fail(Of.takeError(), CouldNotRead);
  Searcher For(Patterns, Arena);
  Result.Scans.push_back(scanTarget(*Of, For, threads(O)));
  return 0;
}

int Session::trace() {
  Searcher For(Patterns, Arena);
  TraceOptions Trace;
  Trace.Command = O.Command;
  Trace.Children = O.Children;
  Trace.Kill = O.Kill;
  for (const std::string &Text : O.Moments) {
    Expected<Moment> M = parseMoment(Text);
    if (!M)
      return fail(M.takeError(), WrongUsage);
    Trace.Moments.push_back(std::move(*M));
  }
  auto Look = [&](const Stop &At) -> Error {
    Expected<Target> Of = openProcess(At.Pid, At.Threads, Arena);
    if (!Of)
      return Of.takeError();
    Of->Threads.insert(Of->Threads.end(), At.Ended.begin(), At.Ended.end());
    Result.Scans.push_back(scanTarget(*Of, For, threads(O)));
    Result.Scans.back().Moment = At.Moment;
    return Error::success();
  };
  if (Error E = traceProgram(Trace, Look))
    return fail(std::move(E), CouldNotRead);
  return 0;
}

int Session::writeTo(const std::string &Path, StringRef Format) {
  std::error_code Code;
  raw_fd_ostream OS(Path.empty() ? "-" : Path, Code);
  if (Code)
    return fail(
        createStringError(Code, "cannot write " + Path + ": " + Code.message()),
        CouldNotRead);
  if (Format == "json")
    writeJson(OS, Result);
  else if (Format == "sarif")
    writeSarif(OS, Result, O.Version);
  else if (Format == "html")
    writeHtmlMap(OS, Result);
  else if (Format == "svg")
    writeSvgMap(OS, Result);
  else
    writeTable(OS, Result);
  return 0;
}

int Session::write() {
  if (int Code = writeTo(O.Output, O.Format))
    return Code;
  for (const std::string &Map : O.Maps)
    if (int Code =
            writeTo(Map, StringRef(Map).ends_with(".svg") ? "svg" : "html"))
      return Code;
  return 0;
}

int Session::run() {
  if (int Code = loadSecrets())
    return Code;
  if (int Code = O.What == SessionOptions::Run ? trace() : scan())
    return Code;
  if (!Arena.locked())
    errs() << "secret-residue: the secrets could not be locked in memory; "
              "raise `ulimit -l`\n";
  if (int Code = write())
    return Code;
  // What could not be searched is not clean.
  bool Clean = Result.clean();
  for (const ScanReport &S : Result.Scans)
    if (Clean && S.MissingBytes)
      return CouldNotRead;
  if (!O.Expect.empty())
    return (O.Expect == "clean") == Clean ? 0 : 1;
  return Clean ? ExitCode::Clean : ExitCode::Residue;
}

int secret::residue::runSession(const SessionOptions &Options) {
  if (Options.What == SessionOptions::Doctor)
    return runDoctor(outs());
  return Session(Options).run();
}
