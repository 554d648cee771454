# Shared by the set-up scripts: where things are, how a failure is told, how to become root.

set -euo pipefail

root_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/zelian

say() { printf '%s\n' "$*"; }

# One sentence for the person who started us; what the failing tool said stays above it.
fail() {
  printf 'set-up: %s\n' "$*" >&2
  exit 1
}

# npm_trouble LOG: why npm could not fetch, by the code it names; nothing when that is none of these.
npm_trouble() {
  case $(sed -n 's/^npm \(ERR!\|error\) code //p' "$1" | head -n 1) in
    ENOTFOUND | EAI_AGAIN | ECONN* | E*TIMEDOUT | E*TIMEOUT | ERR_SOCKET_TIMEOUT | ENETUNREACH | EHOSTUNREACH)
      say "there seems to be no network" ;;
    E404 | E410 | ETARGET | ENOVERSIONS) say "npm's registry does not have it any more" ;;
    EINTEGRITY) say "what came from npm's registry has a wrong checksum" ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "packages are missing and this user is neither root nor has sudo; run it as root once."
  fi
}

# Debian's acorn lies where a node from elsewhere does not look, and its emscripten refuses a
# private cache.
tool_environment() {
  export NODE_PATH=/usr/share/nodejs
  unset EM_CACHE
}
