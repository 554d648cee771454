# Debian packages: says which are missing, installs them, does nothing when none is.

packages_to_build="build-essential cmake ninja-build ccache lld ca-certificates debian-archive-keyring
  xz-utils bzip2 nlohmann-json3-dev libfmt-dev libcli11-dev zopfli
  fonts-noto-cjk libharfbuzz-bin"
packages_to_test="doctest-dev clang-14 libclang-rt-14-dev
  clang-format-14 chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb xauth
  libgl1-mesa-dri libegl1"

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing_packages() {
  local name
  for name in "$@"; do
    is_installed "$name" || printf '%s ' "$name"
  done
}

# What is there by another way (a newer emcc, a node that is no package) is left alone.
wanted_packages() {
  printf '%s ' $packages_to_build
  command -v emcc >/dev/null || printf 'emscripten '
  command -v node >/dev/null || printf 'nodejs '
  command -v npm >/dev/null || printf 'npm '
  if [ "$1" = tests ]; then printf '%s ' $packages_to_test; fi
}

install_packages() {
  local missing log
  command -v dpkg-query >/dev/null || fail "this is not a Debian system; see README for what is needed."
  missing=$(missing_packages $(wanted_packages "$1"))
  [ -n "$missing" ] || return 0
  say "set-up: installing Debian packages: $missing"
  log=$(mktemp)
  if ! as_root apt-get -q update >"$log" 2>&1; then
    cat "$log" >&2
    fail "the package lists could not be fetched; there seems to be no network or no mirror."
  fi
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
      install $missing >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    if grep -q 'Unable to locate package\|has no installation candidate' "$log"; then
      fail "the distribution has no such package (named above); Debian 12 is what is supported."
    fi
    fail "apt-get could not install the packages; its own words are above."
  fi
  rm -f "$log"
}
