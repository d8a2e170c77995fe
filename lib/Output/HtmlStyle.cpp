//===- HtmlStyle.cpp - The style sheet of the HTML report -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Html.h"

const char *const secret::output::HtmlStyle = R"css(
:root { color-scheme: light dark;
  --back: #fff; --panel: #f5f6f8; --text: #1c2024; --quiet: #5c6570;
  --line: #d9dde2; --link: #0b57d0; --mark: #fff1c2; --bad: #b3261e;
  --step: #e7effc; --steptext: #123a75; --badback: #fbe9e7; --good: #1a7f37;
  --add: #dafbe1; --del: #ffebe9; }
@media (prefers-color-scheme: dark) { :root {
  --back: #15181c; --panel: #1e2328; --text: #e4e7eb; --quiet: #9aa4af;
  --line: #343b43; --link: #8ab4f8; --mark: #4a3d10; --bad: #ff9d94;
  --step: #1d2f4a; --steptext: #c6dafc; --badback: #46221f; --good: #6fdd8b;
  --add: #12361e; --del: #4a1d1b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--back);
  color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
.page h1 { font-size: 1.25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
code, pre, .code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas,
  monospace; font-size: 13px; }
.quiet { color: var(--quiet); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.tile { background: var(--panel); border-radius: 8px; padding: .6rem 1rem;
  min-width: 7rem; }
.tile b { display: block; font-size: 1.6rem; line-height: 1.2; }
.tile.bad b { color: var(--bad); }
.tile.good b { color: var(--good); }
table { border-collapse: collapse; width: 100%; margin: .25rem 0 1rem; }
th, td { text-align: left; padding: .35rem .6rem; vertical-align: top;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; font-size: 13px; }
td.where { min-width: 12rem; }
td.number, th.number { text-align: right; width: 4.5rem; }
.bar { display: inline-block; height: .6rem; background: var(--link);
  border-radius: 2px; min-width: 2px; }
.badge { display: inline-block; border-radius: 4px; padding: 0 .45rem;
  font-size: 12px; background: var(--panel); color: var(--quiet);
  white-space: nowrap; }
.badge.removed, .badge.partial, .badge.shortened, .badge.promoted, .badge.new
  { background: var(--badback); color: var(--bad); }
.notice { background: var(--mark); border-radius: 8px; padding: .6rem 1rem;
  margin: 1rem 0; }
.page { display: none; }
.page:target { display: block; }
body:has(.page:target) #overview { display: none; }
nav { display: flex; gap: 1.25rem; margin-bottom: 1rem; }
nav .gap { flex: 1; }
.file { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0 1rem;
  overflow: hidden; }
.file > .name { background: var(--panel); padding: .35rem .75rem;
  border-bottom: 1px solid var(--line); }
.lines { overflow-x: auto; padding: .25rem 0; }
.row { display: flex; white-space: pre; min-width: max-content; }
.row .no { flex: none; width: 3.75rem; padding-right: .75rem; text-align: right;
  color: var(--quiet); user-select: none; }
.row.hit { background: var(--mark); }
.row.gap .no { text-align: center; }
.note { margin: .2rem 1rem .3rem 4.25rem; padding: .25rem .6rem; white-space: normal;
  border-left: 3px solid var(--link); background: var(--step);
  color: var(--steptext); border-radius: 0 6px 6px 0; max-width: 60rem;
  font: 14px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; }
.note b { margin-right: .4rem; }
.note.here { border-color: var(--bad); background: var(--badback);
  color: var(--bad); }
ol.story { padding-left: 1.5rem; }
pre.fix { background: var(--panel); border-radius: 8px; padding: .5rem .75rem;
  overflow-x: auto; margin: .25rem 0 1rem; }
pre.fix .add { background: var(--add); display: block; }
pre.fix .del { background: var(--del); display: block; }
@media print { .page, #overview { display: block !important; } nav { display: none; }
  .page { break-before: page; } }
)css";
