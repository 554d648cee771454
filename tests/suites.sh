# How tests/run.sh runs a suite, counts it, and shows what failed.

passed_total=0
failed_total=0
declare -A running=()  # Suites that were begun and not ended: name -> process.

count_result() {
  passed_total=$((passed_total + $1))
  failed_total=$((failed_total + $2))
}

# Reads "passed failed" from the end of a log: our own closing line, doctest's, node's; else nothing.
counts_in() {
  awk '/^[0-9]+ passed, [0-9]+ failed$/ { counts = $1 " " $3 }
       /^\[doctest\] test cases:/ { split($0, part, "|"); split(part[2], good, " ")
                                    split(part[3], bad, " "); counts = good[1] " " bad[1] }
       /^# pass [0-9]+$/ { good_cases = $3 }
       /^# fail [0-9]+$/ { counts = good_cases " " $3 }
       END { if (counts != "") print counts }' "$1"
}

# suite NAME COMMAND...: a command without counts of its own is one test.
suite() {
  run_suite "$@"
  tell_suite "$1"
}

# The same beside what follows, for a suite that keeps one core busy: end_suite waits for it and tells.
begin_suite() {
  run_suite "$@" &
  running[$1]=$!
}

end_suite() {
  [ -n "${running[$1]:-}" ] || return 0
  wait "${running[$1]}"
  unset "running[$1]"
  tell_suite "$1"
}

run_suite() {
  local name=$1 log=build/logs/$1.log code=0 begun=$SECONDS
  shift
  ("$@") >"$log" 2>&1 </dev/null || code=$?
  echo "$code $((SECONDS - begun))" >"build/logs/$name.ended"
}

tell_suite() {
  local name=$1 log=build/logs/$1.log code seconds counts passed failed
  read -r code seconds <"build/logs/$name.ended"
  if [ "$code" -eq "$nothing_to_run" ]; then return 0; fi
  counts=$(counts_in "$log")
  read -r passed failed <<<"${counts:-$((code == 0)) 0}"
  # A suite that died after (or instead of) counting has failed at least once.
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  count_result "$passed" "$failed"
  printf '%-14s %5d passed %4d failed  %4d s\n' "$name" "$passed" "$failed" "$seconds"
  if [ "$failed" -ne 0 ]; then
    printf -- '---- %s\n' "$log"
    tail -n 60 "$log"
    printf -- '----\n'
  fi
}

# step NAME COMMAND...: something that must work but is no test; only its failure counts.
step() {
  local name=$1 log=build/logs/build-$1.log code=0 begun=$SECONDS
  shift
  ("$@") >"$log" 2>&1 </dev/null || code=$?
  if [ "$code" -eq 0 ]; then
    printf '%-14s built %28d s\n' "$name" $((SECONDS - begun))
    return 0
  fi
  count_result 0 1
  printf 'building %s failed; from %s:\n' "$name" "$log"
  grep -n -A 6 -E 'error|FAILED|Error' "$log" | cut -c 1-400 | head -n 60
  tail -n 5 "$log"
  return 1
}

# The exit code of a suite that has nothing to run, and so is not counted.
nothing_to_run=77

# Names the files that clang-format would change.
check_format() {
  local found code=0
  found=$(find core web native tests -name '*.h' -o -name '*.cpp' | sort |
    xargs clang-format-14 --dry-run --Werror 2>&1) || code=$?
  sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: error: .*/not formatted (clang-format-14 -i): \1/p' \
    <<<"$found" | sort -u
  return $code
}

check_types() {
  [ -e shell/tsconfig.json ] || return $nothing_to_run
  local project
  for project in shell shell/worker; do
    node shell/node_modules/typescript/bin/tsc --noEmit -p "$project" || return 1
  done
}

run_page_units() {
  [ -d tests/shell ] || return $nothing_to_run
  run_each tests/shell
}

# Every script of a folder: those that count are summed, the others are one test each.
run_each() {
  local script log=build/logs/each.tmp passed=0 failed=0 code counts p f
  for script in "$1"/*.mjs "$1"/*.sh; do
    [ -e "$script" ] || continue
    code=0
    case $script in
      *.test.mjs) node --test --test-reporter=tap "$script" >"$log" 2>&1 || code=$? ;;
      *.mjs) node "$script" >"$log" 2>&1 || code=$? ;;
      *) bash "$script" >"$log" 2>&1 || code=$? ;;
    esac
    cat "$log"
    counts=$(counts_in "$log")
    read -r p f <<<"${counts:-$((code == 0)) 0}"
    if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    passed=$((passed + p))
    failed=$((failed + f))
  done
  rm -f "$log"
  printf '%d passed, %d failed\n' "$passed" "$failed"
}

run_scenarios() {
  local files=(tests/scenarios/*.json)
  [ -e "${files[0]}" ] || return $nothing_to_run
  build/native/zelian scenario --json "${files[@]}" >build/logs/scenarios.json || true
  node tests/scenario_counts.mjs build/logs/scenarios.json
}

run_command_line() {
  [ -d tests/cli ] || return $nothing_to_run
  run_each tests/cli
}

run_browser() {
  [ -e tests/browser/run.mjs ] || return $nothing_to_run
  node tests/browser/run.mjs
}

# A few seconds each, from the kept corpus; what is found new stays in build/fuzzing.
run_fuzzers() {
  local program name kept found passed=0 failed=0
  for program in build/asan/*_fuzz; do
    [ -x "$program" ] || continue
    name=$(basename "$program")
    kept=tests/fuzz/corpus/${name%_fuzz}
    found=build/fuzzing/$name
    mkdir -p "$found" "$kept"
    if "$program" -max_total_time="${FUZZ_SECONDS:-8}" -rss_limit_mb=2048 -timeout=10 \
      -print_final_stats=1 -artifact_prefix="build/logs/$name-" "$found" "$kept"; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
    fi
  done
  printf '%d passed, %d failed\n' "$passed" "$failed"
}

report() {
  printf '%d passed, %d failed\n' "$passed_total" "$failed_total"
  [ "$failed_total" -eq 0 ] && [ "$passed_total" -gt 0 ]
}
