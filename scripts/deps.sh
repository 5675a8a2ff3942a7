# shellcheck shell=bash
# Sourced by ../run: installs what is missing and says what, and how long it may take.

say() { printf '== %s\n' "$*" >&2; }
die() {
  printf 'run: %s\n' "$*" >&2
  exit 1
}

# The names under the given [groups] of packages.txt, without Node and npm where a usable one is on
# the path already, whoever installed it.
packages_of() {
  awk -v wanted=" $* " '
    /^\[/ { inside = index(wanted, " " substr($1, 2, length($1) - 2) " ") > 0; next }
    inside && NF && !/^#/ { print $1 }' packages.txt | sort -u | while read -r name; do
    case $name in
      nodejs) usable_node || echo "$name" ;;
      npm) [[ -n $(type -P npm) ]] || echo "$name" ;;
      *) echo "$name" ;;
    esac
  done
}

usable_node() {
  local version
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  ((${version%%.*} >= 18))
}

install_debian_packages() {
  local wanted missing
  mapfile -t wanted < <(packages_of "$@")
  [[ ${#wanted[@]} -gt 0 ]] || die "packages.txt has no group '$*'."
  if [[ -z $(type -P dpkg-query) ]]; then
    say "not a Debian system: these must be there already: ${wanted[*]}"
    return 0
  fi
  mapfile -t missing < <(not_installed "${wanted[@]}")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  local root=()
  if [[ $(id -u) != 0 ]]; then
    [[ -n $(type -P sudo) ]] || die "Packages are missing. As root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "installing ${#missing[@]} Debian packages and what they need: ${missing[*]}"
  say "this takes 1 to 5 minutes, by the network; what apt says is in .cache/apt.log"
  run_apt update
  run_apt install -y --no-install-recommends "${missing[@]}"
}

not_installed() {
  local present
  present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p' || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$present")
}

# Uses `root` of its caller.
run_apt() {
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 \
    -o DPkg::Lock::Timeout=300 "$@" </dev/null >>.cache/apt.log 2>&1 || {
    tail -n 20 .cache/apt.log >&2
    die "apt-get $1 failed (its last lines stand above). Is this Debian 12, and is there a network?"
  }
}

# Pinned by package-lock.json; the stamp is the hash of the lock that node_modules was made from.
# In another folder than this: what stands beside that lock.
install_npm_packages() {
  local folder=${1:-.} lock stamp
  stamp=$folder/node_modules/.lock-hash
  lock=$(sha256sum <"$folder/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$lock" ]] && return 0
  say "installing the npm packages of $folder/package-lock.json (some seconds)"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error \
    >.cache/npm.log 2>&1 || {
    tail -n 20 .cache/npm.log >&2
    die "npm ci failed (its last lines stand above). Is there a network?"
  }
  printf '%s\n' "$lock" >"$stamp"
}

# Much, and needed by one measurement alone. It is kept out of bench/, whose files are ours.
install_lighthouse() {
  mkdir -p .cache/lighthouse
  cp bench/lighthouse/package.json bench/lighthouse/package-lock.json .cache/lighthouse/
  install_npm_packages .cache/lighthouse
}

command_deps() {
  [[ $# -gt 0 ]] || set -- build test
  install_debian_packages "$@"
  install_npm_packages
}
