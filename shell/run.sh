#!/usr/bin/env bash
# Installs what is missing, builds, imports the sample county's Excel files and serves the page on
# http://127.0.0.1:8080. `--no-serve` stops after building. The second time there is nothing to do.

. "$(dirname "${BASH_SOURCE[0]}")/setup/common.sh"
. "$root_dir/shell/setup/build.sh"

serve=yes
for argument in "$@"; do
  case $argument in
    --no-serve) serve=no ;;
    *) fail "usage: run.sh [--no-serve]" ;;
  esac
done

# The ledger appears under its name only when everything is in it.
import_sample() {
  local ledger=build/sample/qingshan.zelian new=build/sample/new.zelian
  if [ -e "$ledger" ] && [ -z "$(find build/native/zelian public/sample -newer "$ledger" \
    -print -quit)" ]; then
    return 0
  fi
  say "Importing the sample county into $ledger"
  mkdir -p build/sample
  rm -f "$new" "$new"-*
  node shell/sample_county.mjs build/native/zelian "$new"
  mv "$new" "$ledger"
}

bash "$root_dir/shell/setup.sh" build
tool_environment
cd "$root_dir"
say "Building the command line (build/native)"
build_preset native zelian
say "Building the page (build/web)"
build_preset web zelian
build_page
import_sample
say "Done: build/native/zelian, build/web/site/, build/web/zelian.html, build/sample/qingshan.zelian"
if [ "$serve" = yes ]; then exec node shell/serve.mjs build/web/site 8080; fi
