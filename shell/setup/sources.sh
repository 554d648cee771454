# Third-party sources: fetched through a private apt root and npm, checked, unpacked into the cache.

sources_list=$root_dir/shell/setup/sources.txt
sources_dir=$cache_dir/sources
oldest_imgui=1.92

listed_sources() { grep -v '^#' "$sources_list"; }
listed_names() { listed_sources | awk '{print $1}' | sort -u; }

# Prints the folder of the first alternative that is unpacked, nothing when none is.
unpacked_source() {
  local name version
  while read -r name version _; do
    if [ "$name" = "$1" ] && [ -e "$sources_dir/$name-$version/.complete" ]; then
      printf '%s\n' "$sources_dir/$name-$version"
      return 0
    fi
  done < <(listed_sources)
  if [ "$1" = imgui ]; then newest_unlisted_imgui; fi
}

newest_unlisted_imgui() {
  local mark
  for mark in "$sources_dir"/imgui-*/.complete; do
    [ ! -e "$mark" ] || dirname "$mark"
  done | sort -V | tail -n 1
}

# A private root keeps the system's own sources untouched. Signatures are checked; only the date
# of a suite that is not released yet is not.
private_apt() {
  apt-get -q -o Dir::Etc::sourcelist="$apt_dir/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists="$apt_dir/lists" -o Dir::Cache="$apt_dir/cache" \
    -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root "$@"
}

prepare_apt() {
  local site suite
  apt_dir=$work_dir/apt
  mkdir -p "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial"
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
  [ -n "$site" ] || fail "apt knows no mirror; its own configuration names none."
  for suite in bookworm forky; do
    printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
      "$site" "$suite"
  done >"$apt_dir/sources.list"
  if ! private_apt update >"$work_dir/apt.log" 2>&1; then
    cat "$work_dir/apt.log" >&2
    fail "the lists of Debian's sources could not be fetched; there seems to be no network."
  fi
}

# fetch_archive NAME FROM: leaves the archive alone in the folder $work_dir/NAME.
fetch_archive() {
  local from=$2
  rm -rf "${work_dir:?}/$1"
  mkdir -p "$work_dir/$1"
  cd "$work_dir/$1"
  case $from in
    npm:*) npm pack --loglevel=error --ignore-scripts "${from#npm:}" >"$work_dir/fetch.log" 2>&1 ;;
    *)
      [ -n "${apt_dir:-}" ] || prepare_apt
      private_apt source --download-only --tar-only "$1=$from" >"$work_dir/fetch.log" 2>&1
      ;;
  esac
}

# unpack_archive NAME VERSION: the one archive of $work_dir/NAME into its place, all or nothing.
unpack_archive() {
  local target=$sources_dir/$1-$2 folder=$work_dir/$1.unpacked
  rm -rf "$folder" "$target"
  mkdir -p "$folder" "$sources_dir"
  tar -xf "$work_dir/$1"/* -C "$folder" --strip-components=1 ||
    fail "the archive of $1 $2 could not be unpacked."
  touch "$folder/.complete"
  mv "$folder" "$target"
}

# Fails with a sentence on a wrong checksum, returns 1 when the archive cannot be had.
install_listed() {
  local name=$1 version=$2 from=$3 sum=$4 got
  fetch_archive "$name" "$from" || return 1
  got=$(sha256sum "$work_dir/$name"/* | cut -d ' ' -f 1)
  if [ "$got" != "$sum" ]; then
    fail "the archive of $name $version has a wrong checksum ($got instead of $sum); not used."
  fi
  unpack_archive "$name" "$version"
  say "set-up: fetched $name $version"
}

# The suite Dear ImGui comes from moves on; then the newest that is there will do.
install_newest_imgui() {
  local full version
  [ -n "${apt_dir:-}" ] || prepare_apt
  full=$(sed -n '/^Package: imgui$/,/^$/s/^Version: //p' "$apt_dir"/lists/*_Sources |
    sort -V | tail -n 1)
  version=${full%%+*}
  version=${version%%-*}
  if [ "$(printf '%s\n' "$oldest_imgui" "$version" | sort -V | head -n 1)" != "$oldest_imgui" ]; then
    fail "Debian has no Dear ImGui of at least $oldest_imgui (newest is '$version')."
  fi
  fetch_archive imgui "$full" || return 1
  unpack_archive imgui "$version"
  say "set-up: the listed Dear ImGui is gone from Debian; took the newest, $version, instead."
}

install_source() {
  local name version from sum trouble
  if [ -z "${work_dir:-}" ]; then
    work_dir=$(mktemp -d)
    trap 'rm -rf "$work_dir"' EXIT
  fi
  while read -r name version from sum; do
    if [ "$name" = "$1" ] && install_listed "$name" "$version" "$from" "$sum"; then return 0; fi
  done < <(listed_sources)
  if [ "$1" = imgui ] && install_newest_imgui; then return 0; fi
  cat "$work_dir/fetch.log" >&2
  trouble=$(npm_trouble "$work_dir/fetch.log")
  fail "the source of $1 could not be fetched: ${trouble:-no network, or it is gone from where it was}."
}

install_sources() {
  local name
  for name in $(listed_names); do
    [ -n "$(unpacked_source "$name")" ] || install_source "$name"
  done
}
