#!/usr/bin/env bash
# The set-up script against a machine that misbehaves: stand-ins for apt-get and npm, a cache of its
# own. Each failure must be one sentence, leave nothing half done, and be mendable by a second run.

set -u
root_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
real_path=$PATH

# fresh CACHE-STATE: an empty cache and silent stand-ins that succeed.
fresh() {
  rm -rf "$work"/*
  mkdir -p "$work/bin" "$work/cache"
  stand_in apt-get 'case "$*" in *indextargets*) echo http://mirror.invalid ;; esac'
  stand_in npm 'exit 1'
}

# stand_in NAME BODY: a program that notes how it was called before it does BODY.
stand_in() {
  printf '#!/bin/bash\necho "%s $*" >>"%s/calls"\n%s\n' "$1" "$work" "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# Runs the given part of the set-up; Debian packages and our own tree's npm packages are left alone.
set_up() {
  env PATH="$work/bin:$real_path" XDG_CACHE_HOME="$work/cache" bash -c '
    . "$0/shell/setup/common.sh"; . "$0/shell/setup/packages.sh"
    . "$0/shell/setup/sources.sh"; '"$1" "$root_dir" >"$work/output" 2>&1
}

check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'set-up: %s does not hold; it said:\n%s\n' "$what" "$(cat "$work/output")"
  fi
}

says() { grep -q -- "$1" "$work/output"; }
keeps_nothing() { [ -z "$(find "$work/cache" -name .complete)" ]; }
not() { ! "$@"; }

archive='mkdir p; echo text >p/file; tar -czf x.tar.gz p; rm -r p'

fresh
stand_in apt-get 'case "$*" in *indextargets*) echo http://mirror.invalid ;; *update*) exit 100 ;; esac'
check 'no network: fails' not set_up install_sources
check 'no network: is said' says 'there seems to be no network'
check 'no network: keeps nothing' keeps_nothing

fresh
stand_in apt-get ':'
check 'no mirror: fails' not set_up install_sources
check 'no mirror: is said' says 'apt knows no mirror'

fresh
stand_in apt-get "case \"\$*\" in *indextargets*) echo http://mirror.invalid ;; *--download-only*) $archive ;; esac"
check 'wrong checksum: fails' not set_up install_sources
check 'wrong checksum: is said' says 'wrong checksum'
check 'wrong checksum: keeps nothing' keeps_nothing

fresh
stand_in apt-get 'case "$*" in *indextargets*) echo http://mirror.invalid ;; *--download-only*) exit 100 ;; esac'
check 'gone: fails' not set_up 'install_source zlib'
check 'gone: is said with its name' says 'source of zlib could not be fetched'
check 'gone: every alternative was tried' grep -q '1:1.2.13' "$work/calls"
check 'gone from npm: fails' not set_up 'install_source sqlite'
check 'gone from npm: is said' says 'source of sqlite could not be fetched'

# npm_fails WITH CODE: npm says what went wrong by a code, in the words of its versions since 9.
npm_fails() { stand_in npm "echo 'npm $1 code $2' >&2; echo 'npm $1 it said more' >&2; exit 1"; }

# In a tree of its own: ours would get another folder of packages.
install_modules() {
  local tree=$work/tree
  mkdir -p "$tree/shell"
  cp "$root_dir"/shell/{package.json,package-lock.json,.npmrc} "$tree/shell/"
  set_up '. "$0/shell/setup/node_modules.sh"; root_dir='"$tree"'; install_node_modules'
}
sentences() { [ "$(grep -c '^set-up: .*\.$' "$work/output")" -eq 1 ]; }

# npm_trouble_is_told WHAT CODE SENTENCE: of the packages and of the source that comes from npm.
npm_trouble_is_told() {
  fresh
  npm_fails error "$2"
  check "npm packages, $1: fails" not install_modules
  check "npm packages, $1: is said" says "npm could not install the packages: $3\.$"
  check "npm packages, $1: in one sentence" sentences
  check "npm packages, $1: npm's own words stay" says 'it said more'
  check "npm packages, $1: keeps nothing" keeps_nothing
  check "npm packages, $1: links nothing" [ ! -e "$work/tree/shell/node_modules" ]
  npm_fails 'ERR!' "$2"
  check "source from npm, $1: fails" not set_up 'install_source sqlite'
  check "source from npm, $1: is said" says "source of sqlite could not be fetched: $3\.$"
  check "source from npm, $1: in one sentence" sentences
  check "source from npm, $1: keeps nothing" keeps_nothing
}
npm_trouble_is_told 'no network' ENOTFOUND 'there seems to be no network'
npm_trouble_is_told 'nobody answers' ECONNREFUSED 'there seems to be no network'
npm_trouble_is_told 'gone' E404 "npm's registry does not have it any more"
npm_trouble_is_told 'version gone' ETARGET "npm's registry does not have it any more"
npm_trouble_is_told 'wrong checksum' EINTEGRITY "what came from npm's registry has a wrong checksum"

fresh
npm_fails error EACCES
check 'npm packages, another failure: fails' not install_modules
check 'npm packages, another failure: is not guessed' says 'could not install the packages: its own words are above'
stand_in npm 'mkdir node_modules'
check 'npm packages, the second time: works' install_modules
check 'npm packages, the second time: are linked' [ -d "$work/tree/shell/node_modules/." ]
rm "$work/calls"
check 'npm packages there: works' install_modules
check 'npm packages there: calls nobody' [ ! -e "$work/calls" ]

# The suite of Dear ImGui moves on: the newest of at least 1.92 is taken, and this is said.
moved() {
  stand_in apt-get "case \"\$*\" in
    *indextargets*) echo http://mirror.invalid ;;
    *update*) for a; do case \$a in Dir::State::lists=*) l=\${a#*=} ;; esac; done
      printf 'Package: imgui\nVersion: 1.86+ds-1\n\nPackage: imgui\nVersion: $1\n\n' >\$l/x_Sources ;;
    *imgui=$1) $archive ;;
    *--download-only*) exit 100 ;; esac"
}
fresh
moved 1.93.1+ds-2
check 'moved: works' set_up 'install_source imgui'
check 'moved: is said' says 'took the newest, 1.93.1, instead'
check 'moved: is found again' set_up '[ "$(unpacked_source imgui)" = "$sources_dir/imgui-1.93.1" ]'
fresh
moved 1.91.9+ds-1
check 'too old: fails' not set_up 'install_source imgui'
check 'too old: is said' says 'no Dear ImGui of at least 1.92'

fresh
check 'complete: works' set_up 'for n in $(listed_names); do
  v=$(listed_sources | awk -v n="$n" "\$1 == n {print \$2; exit}")
  mkdir -p "$sources_dir/$n-$v"; touch "$sources_dir/$n-$v/.complete"; done; install_sources'
check 'complete: calls nobody' [ ! -e "$work/calls" ]

fresh
stand_in dpkg-query 'exit 1'
stand_in apt-get 'exit 100'
check 'packages, no network: fails' not set_up 'as_root() { "$@"; }; install_packages build'
check 'packages, no network: says what it wanted' says 'installing Debian packages: build-essential'
check 'packages, no network: is said' says 'there seems to be no network or no mirror'

fresh
stand_in dpkg-query 'exit 1'
stand_in apt-get 'case "$*" in *install*) echo "E: Unable to locate package libfmt-dev"; exit 100 ;; esac'
check 'package gone: fails' not set_up 'as_root() { "$@"; }; install_packages build'
check 'package gone: is said' says 'has no such package'

fresh
stand_in dpkg-query 'echo installed'
check 'packages there: works' set_up 'install_packages tests'
check 'packages there: apt-get is not called' not grep -q apt-get "$work/calls"

# configured_with LINE: a preset was configured, and this is all its build knows.
configured_with() {
  mkdir -p "$work/build/web"
  printf '%s\n' "$1" >"$work/build/web/build.ninja"
}
wants_configuring() {
  bash -c '. "$0/shell/setup/build.sh"; cd "$1" && wants_configuring web' "$root_dir" "$work"
}

fresh
: >"$work/output"
check 'never configured: is to be' wants_configuring
configured_with 'build zelian.js: LINK'
check 'configured before doctest was there: is to be again' wants_configuring
configured_with 'build zelian_tests.js: LINK'
check 'configured with the tests: stays' not wants_configuring

# sum_at TREE CONTENT: compiles a precompiled header of one file in a tree of that name; its sum.
sum_at() {
  local tree="$work/$1"
  mkdir -p "$tree/cmake"
  cp "$root_dir/cmake/compile.sh" "$tree/cmake/"
  printf '%s\n' "$2" >"$tree/common.h"
  (cd "$tree" && sh "$tree/cmake/compile.sh" "$work/bin/ccache" c++ "-I$tree" -Xclang -emit-pch \
    -MF common.d -o common.pch) >"$work/output" 2>&1
  cat "$tree/common.pch.sum" 2>/dev/null
}

fresh
stand_in ccache 'echo x >common.pch
  printf "%s\n" "common.pch: \\" " common.h \\" " $PWD/common.h" >common.d'
check 'precompiled: has a sum' test -n "$(sum_at one 'int a;')"
check 'precompiled: at another path the same sum' test "$(sum_at one 'int a;')" = "$(sum_at two 'int a;')"
check 'precompiled: of other content another' test "$(sum_at one 'int a;')" != "$(sum_at one 'int b;')"
stand_in ccache 'echo x >common.pch; echo "common.pch: common.h gone.h" >common.d'
check 'precompiled: what cannot be read gives no sum' test -z "$(sum_at one 'int a;')"
stand_in ccache 'exit 1'
check 'compiler fails: so does this' not bash -c 'cd "$1/one" && sh cmake/compile.sh "$1/bin/ccache"' - "$work"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
