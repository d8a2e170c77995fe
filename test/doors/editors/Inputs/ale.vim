" ALE with the launcher as its clang-tidy; $LAUNCHER is the path.
set nocompatible
let g:ale_linters = {'c': ['clangtidy']}
let g:ale_c_clangtidy_executable = $LAUNCHER
let g:ale_c_clangtidy_checks = ['-*', 'secret-*']
let g:ale_c_parse_compile_commands = 0
let g:ale_c_parse_makefile = 0
let g:ale_linters_explicit = 1
packadd! ale
