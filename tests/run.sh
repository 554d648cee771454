#!/usr/bin/env bash
# Installs what is missing, builds and runs every test. Logs: build/logs. The last line sums all
# suites: `N passed, N failed`; the exit code is not zero when anything failed.

. "$(dirname "${BASH_SOURCE[0]}")/../shell/setup/common.sh"
. "$root_dir/shell/setup/build.sh"
. "$root_dir/tests/suites.sh"

bash "$root_dir/shell/setup.sh" tests
tool_environment
cd "$root_dir"
rm -rf build/logs build/scratch-*
mkdir -p build/logs

# Cheap and telling first. What cannot be built is one failure; what needs it is not run.
suite architecture node tests/architecture/check_layers.mjs
suite format check_format
suite set-up bash tests/setup/run.sh
suite page-types check_types
suite page-units run_page_units
if step native build_preset native zelian; then
  suite scenarios run_scenarios
  suite command-line run_command_line
fi
# What keeps only one core busy runs beside what is built next.
asan_built=no
if step asan build_preset asan zelian_tests fuzzers; then
  asan_built=yes
  begin_suite sanitized build/asan/zelian_tests --no-colors
fi
web_built=no
if step web build_preset web zelian zelian_tests; then web_built=yes; fi
if [ $web_built = yes ]; then
  begin_suite wasm node build/web/zelian_tests.js --no-colors
fi
if [ $asan_built = yes ]; then suite fuzz run_fuzzers; fi
end_suite sanitized
end_suite wasm
if [ $web_built = yes ]; then
  suite same-everywhere node tests/same_everywhere.mjs build/logs/sanitized.log \
    build/logs/wasm.log build/native/zelian
  if step page build_page; then suite browser run_browser; fi
fi
report
