//===- Doctor.cpp - What would leak in a crash here? ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residue/Doctor.h"
#include "Residue/SecureMemory.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace llvm;
using namespace secret::residue;

namespace {

/// One setting: what it is, what that means, and what to do. No advice means
/// that nothing leaks by it.
struct Diagnosis {
  std::string Setting;
  std::string Meaning;
  std::string Advice;
};

} // namespace

/// A file of /proc without blanks at its ends; nothing if there is none.
static std::string setting(const char *Path) {
  auto Buffer = MemoryBuffer::getFileAsStream(Path);
  return Buffer ? (*Buffer)->getBuffer().trim().str() : std::string();
}

static std::string limit(rlim_t Value) {
  return Value == RLIM_INFINITY ? "unlimited" : utostr(Value);
}

static Diagnosis corePattern() {
  std::string Pattern = setting("/proc/sys/kernel/core_pattern");
  Diagnosis D{"core_pattern is '" + Pattern + "'", "", ""};
  if (Pattern.empty()) {
    D.Meaning = "crashes leave no core";
  } else if (Pattern[0] == '|') {
    D.Meaning = "cores go to a program, whatever the core limit says";
    D.Advice = "see where it keeps them (coredumpctl list), or set "
               "Storage=none in coredump.conf";
  } else {
    D.Meaning = "cores are written as files, by default where the program runs";
    D.Advice = "sysctl kernel.core_pattern= switches them off";
  }
  return D;
}

static Diagnosis coreLimit() {
  rlimit Limit = {};
  getrlimit(RLIMIT_CORE, &Limit);
  Diagnosis D{"core limit is " + limit(Limit.rlim_cur) +
                  " (hard: " + limit(Limit.rlim_max) + ")",
              "no core file is written", ""};
  if (Limit.rlim_cur) {
    D.Meaning = "a crash writes memory to a core file";
    D.Advice = "`ulimit -c 0`, or setrlimit(RLIMIT_CORE) in the program";
  } else if (Limit.rlim_max) {
    D.Meaning += "; the program may raise it";
  }
  return D;
}

static Diagnosis dumpable() {
  int Flag = prctl(PR_GET_DUMPABLE);
  std::string Suid = setting("/proc/sys/fs/suid_dumpable");
  Diagnosis D{"programs start dumpable (" + itostr(Flag) +
                  "), fs.suid_dumpable is " + Suid,
              "they can be dumped and traced",
              "prctl(PR_SET_DUMPABLE, 0) in the program that holds secrets"};
  if (Flag == 0)
    return {"programs start undumpable", "no core, no ptrace by others", ""};
  if (Suid != "0")
    D.Meaning += ", set-user-ID programs, too";
  return D;
}

static Diagnosis ptraceScope() {
  std::string Scope = setting("/proc/sys/kernel/yama/ptrace_scope");
  if (Scope.empty())
    return {"ptrace scope: this kernel has no Yama",
            "every process of a user can read the memory of the others",
            "separate users, or PR_SET_DUMPABLE"};
  if (Scope == "0")
    return {"kernel.yama.ptrace_scope is 0",
            "every process of a user can read the memory of the others",
            "sysctl kernel.yama.ptrace_scope=1"};
  return {"kernel.yama.ptrace_scope is " + Scope,
          "a process can trace its own children at most", ""};
}

static Diagnosis swap() {
  std::string Swaps = setting("/proc/swaps");
  size_t Lines = StringRef(Swaps).count('\n');
  if (!Lines)
    return {"there is no swap", "memory stays in memory", ""};
  return {"there is swap (" + utostr(Lines) + ")",
          "pages that are not locked may be written to it",
          "mlock what holds secrets, or encrypt the swap"};
}

static Diagnosis locking() {
  rlimit Limit = {};
  getrlimit(RLIMIT_MEMLOCK, &Limit);
  bool Locked = SecureBuffer(4096).locked();
  std::string Text = "lock limit is " + limit(Limit.rlim_cur) + " bytes";
  if (!Locked)
    return {Text, "pages cannot be locked", "raise `ulimit -l`"};
  return {Text, "pages can be locked with mlock", ""};
}

static Diagnosis dumpExclusion() {
  size_t Size = 4096;
  void *Page =
      mmap(nullptr, Size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  bool Works = Page != MAP_FAILED && madvise(Page, Size, MADV_DONTDUMP) == 0;
  if (Page != MAP_FAILED)
    munmap(Page, Size);
  std::string Filter = setting("/proc/self/coredump_filter");
  if (Works)
    return {"MADV_DONTDUMP works, coredump_filter is 0x" + Filter,
            "pages can be left out of cores (gcore and ptrace see them)", ""};
  return {"MADV_DONTDUMP does not work here",
          "pages cannot be left out of cores", "switch cores off"};
}

int secret::residue::runDoctor(raw_ostream &OS) {
  bool Leaks = false;
  for (const Diagnosis &D :
       {corePattern(), coreLimit(), dumpable(), ptraceScope(), swap(),
        locking(), dumpExclusion()}) {
    OS << (D.Advice.empty() ? "ok    " : "leak  ") << D.Setting << ": "
       << D.Meaning << '\n';
    if (!D.Advice.empty())
      OS << "      do: " << D.Advice << '\n';
    Leaks |= !D.Advice.empty();
  }
  return Leaks;
}
