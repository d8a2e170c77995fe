" Lints $FILE with ALE and writes its reports to $OUT.
filetype on
exe 'edit ' . $FILE
setfiletype c
ALELint
let s:turns = 0
while empty(ale#engine#GetLoclist(bufnr(''))) && s:turns < 600
  sleep 100m
  let s:turns += 1
endwhile
let s:found = ale#engine#GetLoclist(bufnr(''))
call writefile(map(copy(s:found), {_, d -> d.lnum . ':' . d.col . ' ' . d.text}), $OUT)
qall!
