# shellcheck shell=bash
# Sourced by ../run: web files, configuring, compiling.

# The base directory lets two checkouts share compiled objects; the sloppiness is what GCC's
# precompiled headers need to be cached at all.
export CCACHE_BASEDIR=$PWD CCACHE_SLOPPINESS=pch_defines,time_macros
export NINJA_STATUS='[%f/%t %es] '

# The pages' style sheets, scripts and fonts, put into web/dist and from there into the program.
# Made again only when an input changed, so that an unchanged tree does not link anew.
build_web() {
  [[ -f web/build.mjs ]] || return 0
  local inputs
  inputs=$(find web package-lock.json -path web/dist -prune -o -type f -print0 | sort -z |
    xargs -0 sha256sum | sha256sum)
  [[ -d web/dist && -f .cache/web.stamp && $(<.cache/web.stamp) == "$inputs" ]] && return 0
  node web/build.mjs >&2
  printf '%s\n' "$inputs" >.cache/web.stamp
}

# configure PRESET [OPTION=VALUE ...]: an option set by an earlier call stays as it is.
configure() {
  local preset=$1 stamp=build/$1/.configured presets
  shift
  presets=$(sha256sum CMakePresets.json)
  if [[ -f build/$preset/build.ninja && -f $stamp && $(<"$stamp") == "$presets" ]] &&
    has_options "build/$preset/CMakeCache.txt" "$@"; then
    return 0
  fi
  say "configuring build/$preset"
  cmake --preset "$preset" "${@/#/-D}" >".cache/cmake-$preset.log" 2>&1 || {
    cat ".cache/cmake-$preset.log" >&2
    die "CMake could not configure build/$preset; the reason stands above."
  }
  printf '%s\n' "$presets" >"$stamp"
}

has_options() {
  local cache=$1 option
  shift
  for option in "$@"; do
    grep -qx "${option%%=*}:[A-Z]*=${option#*=}" "$cache" || return 1
  done
}

# compile PRESET [target ...]
compile() {
  local preset=$1
  shift
  [[ -f build/$preset/.ninja_log ]] || say "building for the first time: 5 to 15 minutes on 2 cores, by their speed"
  ninja -C "build/$preset" "$@" >&2
}

command_build() {
  local preset=${1:-release}
  command_deps build test
  build_web
  configure "$preset" LANTOA_TESTS=ON
  compile "$preset"
}

command_demo() {
  command_deps build
  build_web
  # Tests are left out of a tree that has none yet: they need packages that the demo does not.
  if [[ -f build/release/build.ninja ]]; then
    configure release
  else
    configure release LANTOA_TESTS=OFF
  fi
  compile release lantoa
  exec build/release/lantoa demo --data .cache/demo "$@"
}
