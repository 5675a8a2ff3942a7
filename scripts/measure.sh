# shellcheck shell=bash
# Sourced by ../run: benchmarks.

# The parts and what they are measured against stand in bench/README.md.
command_bench() {
  local groups=(build test bench)
  [[ portal_wordpress != *"${1:-}"* ]] || groups+=(wordpress)
  command_deps "${groups[@]}"
  [[ portal_lighthouse != *"${1:-}"* ]] || install_lighthouse
  build_web
  configure release LANTOA_BENCH=ON LANTOA_TESTS=ON
  local programs=()
  mapfile -t programs < <(programs_of bench)
  compile release lantoa bench_load bench_spin "${programs[@]}"
  LANTOA_PROGRAM=$PWD/build/release/lantoa node bench/run.mjs "$@"
}

# The names of all NAME_fuzz.cc or NAME_bench.cc, or of those that match a filter.
programs_of() {
  local kind=$1 filter=${2:-} file
  find src bench -name "*_$kind.cc" | sort | while read -r file; do
    file=$(basename "$file" .cc)
    [[ $file != *"$filter"* ]] || echo "$file"
  done
}
