#!/bin/bash
#===- new-check.sh - Create every file that a rule needs -------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# new-check.sh secret-NAME CWE "One line that says what it finds"
# Adds the row to Rules.def and creates the rule, its check, a first test and the
# page in docs, with its rows in the index and the tour. The result builds; the rule finds nothing yet, so the new test
# fails until it does. test/project/rules.test sees to it that nothing is missing.
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib/common.sh"
cd "${SECRET_TIDY_ROOT:-$root}"

usage='usage: tools/new-check.sh secret-NAME CWE "One line that says what it finds"'

# secret-hidden-copy -> HiddenCopy
class_name() {
  local part name=""
  for part in $(echo "${1#secret-}" | tr - ' '); do
    name+=${part^}
  done
  echo "$name"
}

# banner FILE TEXT: the file's first lines, 80 columns wide.
banner() {
  local start="//===- $1 - $2 " dashes
  printf -v dashes '%*s' $((80 - ${#start} - 6)) ''
  cat <<END
$start${dashes// /-}===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
END
}

# Refuses to overwrite; then writes standard input to the file.
create() {
  [ ! -e "$1" ] || die "$1 is there already"
  mkdir -p "$(dirname "$1")"
  cat >"$1"
  echo "created $1"
}

add_row() {
  local row="SECRET_RULE($class, \"$name\", Warning,
            \"5.0\", \"high\", $cwe,
            \"$summary\",
            \"What does a finding mean, and why does it matter?\",
            \"What is to be done about it?\")
"
  # Before the audit's own rules: they stand behind the checks.
  awk -v row="$row" '
    !was && /^(SECRET_AUDIT_RULE\(|#undef SECRET_RULE)/ { print row; was = 1 }
    { print }' \
    lib/Rules/Rules.def | cat -s >lib/Rules/Rules.def.new
  mv lib/Rules/Rules.def.new lib/Rules/Rules.def
  echo "changed lib/Rules/Rules.def"
}

# Behind the last row of the index of the checks.
add_index_row() {
  local page=docs/checks/README.md row
  row="| [$name]($name.md) | $summary | [$cwe](https://cwe.mitre.org/data/definitions/$cwe.html) |"
  awk -v row="$row" '
    was && !/^\| \[secret-/ { print row; was = 0 }
    /^\| \[secret-/ { was = 1 }
    { print }' "$page" >"$page.new"
  mv "$page.new" "$page"
  echo "changed $page"
}

# add_tour_row FOLDER ROW: in the folder's table in the tour, which is sorted.
add_tour_row() {
  awk -v heading="## $1" -v row="$2" '
    /^## / { here = $0 == heading }
    here && was && (!/^\|/ || (/^\| `/ && $0 > row)) { print row; here = 0 }
    { was = /^\|/; print }' docs/tour.md >docs/tour.md.new
  mv docs/tour.md.new docs/tour.md
}

create_rule() {
  {
    banner "$class.cpp" "$name"
    cat <<END
//
// $summary.
//
//===----------------------------------------------------------------------===//

#include "Rule.h"

using namespace secret;

void secret::find$class(const RuleInput &In, std::vector<Finding> &Out) {
}
END
  } | create "lib/Rules/$class.cpp"
}

create_check_header() {
  local guard
  guard=SECRET_TIDY_TIDY_$(echo "$class" | tr '[:lower:]' '[:upper:]')CHECK_H
  {
    banner "${class}Check.h" "$name"
    cat <<END

#ifndef $guard
#define $guard

#include "SecretCheck.h"

namespace secret::tidy {

/// $summary.
///
/// For the user-facing documentation see
/// docs/checks/$name.md.
class ${class}Check : public SecretCheck {
public:
  ${class}Check(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                UnitAnalyses &Analyses);
};

} // namespace secret::tidy

#endif // $guard
END
  } | create "checks/tidy/${class}Check.h"
}

create_check() {
  {
    banner "${class}Check.cpp" "$name"
    cat <<END

#include "${class}Check.h"

namespace secret::tidy {

${class}Check::${class}Check(llvm::StringRef Name,
                             clang::tidy::ClangTidyContext *Context,
                             UnitAnalyses &Analyses)
    : SecretCheck(RuleId::$class, Name, Context, Analyses) {}

} // namespace secret::tidy
END
  } | create "checks/tidy/${class}Check.cpp"
  local module=checks/tidy/SecretTidyModule.cpp
  awk -v row="#include \"${class}Check.h\"" '
    /^#include "[A-Za-z]*Check.h"/ { was = 1 }
    was && !done && ($0 > row || !/^#include/) { print row; done = 1 }
    { print }' $module >$module.new
  mv $module.new $module
  echo "changed checks/tidy/SecretTidyModule.cpp"
}

create_test() {
  create "test/checks/$name/basic.c" <<END
// RUN: %expect %s
//
// What must be reported ends in EXPECT; its near twin must stay silent.

void fill(unsigned char *, unsigned long);

void reported(void) {
  [[secret]] unsigned char key[32];
  fill(key, sizeof key); // EXPECT: $name
}
END
}

create_page() {
  create "docs/checks/$name.md" <<END
# $name

$summary ([CWE-$cwe](https://cwe.mitre.org/data/definitions/$cwe.html)).

## What it reports

## Why

## Example

## Options

## How to fix
END
}

main() {
  [ $# = 3 ] || die "$usage"
  name=$1 cwe=$2 summary=${3%.}
  [[ $name =~ ^secret(-[a-z]+)+$ ]] || die "$name is no name of a check; $usage"
  [[ $cwe =~ ^[0-9]+$ ]] || die "$cwe is no CWE number; $usage"
  ! grep -q "\"$name\"" lib/Rules/Rules.def || die "$name is in Rules.def already"
  class=$(class_name "$name")
  create_rule
  create_check_header
  create_check
  add_row
  create_test
  create_page
  add_index_row
  add_tour_row lib/Rules "| \`$class.cpp\` | the rule $name |"
  add_tour_row checks/tidy \
    "| \`${class}Check.h\`, \`${class}Check.cpp\` | the check of that rule |"
  echo "changed docs/tour.md"
}

main "$@"
