# Builds a preset and the page. What is up to date is left alone.

# build_preset PRESET [TARGET...]: configures when that was never done, then builds.
build_preset() {
  local preset=$1
  shift
  cd "$root_dir" || return 1
  [ -e "build/$preset/build.ninja" ] || cmake --preset "$preset" || return 1
  cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# The site and the single file, when the module, the page's sources or public files have changed.
build_page() {
  local stamp=build/web/page.stamp
  cd "$root_dir" || return 1
  if [ -e "$stamp" ] && [ -e build/web/zelian.html ] && [ -e build/web/site/index.html ] &&
    [ -z "$(find build/web/zelian.js build/web/zelian.wasm build/web/outline.wasm shell public -newer "$stamp" \
      -print -quit)" ]; then
    return 0
  fi
  rm -f "$stamp"
  touch "$stamp.begun"
  node shell/build.mjs || return 1
  mv "$stamp.begun" "$stamp"
}
