# Builds a preset and the page. What is up to date is left alone.

# Whether a preset is still to be configured: never done, or done before doctest was installed.
wants_configuring() {
  [ -e "build/$1/build.ninja" ] || return 0
  [ -e /usr/include/doctest/doctest.h ] && ! grep -q '^build zelian_tests[.:]' "build/$1/build.ninja"
}

# build_preset PRESET [TARGET...]: configures when that is to be done, then builds.
build_preset() {
  local preset=$1
  shift
  cd "$root_dir" || return 1
  if wants_configuring "$preset"; then cmake --preset "$preset" || return 1; fi
  cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# The site and the single file, when the module, the page's sources or public files have changed.
build_page() {
  local stamp=build/web/page.stamp
  cd "$root_dir" || return 1
  if [ -e "$stamp" ] && [ -e build/web/zelian.html ] && [ -e build/web/zelian.html.sha256 ] &&
    [ -e build/web/site/index.html ] &&
    [ -z "$(find build/web/zelian.js build/web/zelian.wasm build/web/outline.wasm shell public -newer "$stamp" \
      -print -quit)" ]; then
    return 0
  fi
  rm -f "$stamp"
  touch "$stamp.begun"
  node shell/build.mjs || return 1
  mv "$stamp.begun" "$stamp"
}
