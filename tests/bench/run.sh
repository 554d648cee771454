#!/usr/bin/env bash
# Builds the benchmarks and prints one Markdown table of figures, ours beside the anchor measured in
# the same run. `run.sh NAME...` runs only import, xlsx, rules, rank, load, search or page. BENCH_RUNS
# sets how often (5); BENCH_CLOCK=cpu counts computing time, for a machine that is busy with other
# things (the wasm program and the page have no such clock and always count the time that passes).
# The exit code is 1 when a limit is missed.

. "$(dirname "${BASH_SOURCE[0]}")/../../shell/setup/common.sh"
. "$root_dir/shell/setup/build.sh"

wants() {
  local name
  [ $# -gt 1 ] || return 0
  for name in "${@:2}"; do
    [ "$name" != "$1" ] || return 0
  done
  return 1
}

bash "$root_dir/shell/setup.sh" tests >&2
tool_environment
cd "$root_dir"
if wants import "$@" || wants page "$@"; then build_preset bench import_native_bench >&2; fi
if wants xlsx "$@"; then build_preset bench import_native_bench xlsx_native_bench >&2; fi
if wants search "$@"; then build_preset bench search_bench >&2; fi
if wants rank "$@"; then build_preset bench rank_bench >&2; fi
if wants load "$@"; then build_preset bench load_bench >&2; fi
if wants rules "$@"; then
  build_preset bench rules_bench >&2
  build_preset web rules_bench >&2
fi
if wants page "$@"; then
  build_preset native zelian >&2
  build_preset web zelian >&2
  build_page >&2
fi
node tests/bench/run.mjs "$@"
