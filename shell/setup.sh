#!/usr/bin/env bash
# Installs what building needs (`setup.sh`) or what testing needs too (`setup.sh tests`).
# Says what it installs; does nothing the second time.

. "$(dirname "${BASH_SOURCE[0]}")/setup/common.sh"
. "$root_dir/shell/setup/packages.sh"
. "$root_dir/shell/setup/sources.sh"
. "$root_dir/shell/setup/node_modules.sh"

mode=${1:-build}
case $mode in
  build | tests) ;;
  *) fail "usage: setup.sh [build|tests]" ;;
esac

install_packages "$mode"
install_sources
[ ! -e "$root_dir/shell/package-lock.json" ] || install_node_modules
