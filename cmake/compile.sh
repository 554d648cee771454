#!/bin/sh
# compile.sh CCACHE COMPILER ARGUMENT...: compiles through the compiler's cache, which then finds what
# any clone of this tree compiled, at whatever path it lay.

root=${0%/cmake/compile.sh}
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
# Else it passes over whatever uses precompiled headers.
export CCACHE_SLOPPINESS=pch_defines,time_macros
# The compiler says itself what it read (-MD): nothing is read twice to find that out.
export CCACHE_DEPEND=1
# A precompiled header is full of paths. What it means is known by the sum that is written below.
export CCACHE_PCH_EXTSUM=1

"$@" || exit

# Says after the compiler's own words what a precompiled header was made of: the command without the
# tree's path, and all that was read.
case " $* " in *' -emit-pch '*) ;; *) exit 0 ;; esac
command=$*
output= read_files=
while [ $# -gt 0 ]; do
  case $1 in
    -o) output=$2 ;;
    -MF) read_files=$2 ;;
  esac
  shift
done
# What cannot be read gives no sum, and the cache goes by the header itself.
rm -f "$output.sum"
[ -s "$read_files" ] || exit 0
# The first word names the output; a line ends in a backslash.
sources=$(sed 's/^[^ ]*:\( \|$\)//; s/\\$//' "$read_files")
contents=$(sha256sum -- $sources) || exit 0
echo "$command $contents" | sed "s|$root||g" | sha256sum >"$output.sum"
