# shellcheck shell=bash
# Sourced by ../run: benchmarks and fuzzers.

command_bench() {
  command_deps build test bench
  build_web
  configure release LANTOA_BENCH=ON LANTOA_TESTS=ON
  compile release
  local filter=${1:-} name program
  for program in build/release/*_bench bench/*.sh bench/*.mjs; do
    name=$(basename "$program")
    [[ -f $program && $name == *"$filter"* ]] || continue
    say "$name"
    case $program in
      *.sh) LANTOA_PROGRAM=$PWD/build/release/lantoa bash "$program" ;;
      *.mjs) LANTOA_PROGRAM=$PWD/build/release/lantoa node "$program" ;;
      *) "$program" ;;
    esac
  done
}

# Inputs worth keeping stand in tests/corpus/NAME; what a run finds goes to .cache/fuzz/NAME, a
# crash as a file crash-… there: its bytes belong into the corpus together with the fix.
command_fuzz() {
  local seconds=30 filter='' program name found=0
  while [[ $# -gt 0 ]]; do
    case $1 in
      --seconds) seconds=${2:?--seconds needs a number} && shift ;;
      *) filter=$1 ;;
    esac
    shift
  done
  command_deps build fuzz
  configure fuzz
  compile fuzz
  for program in build/fuzz/*_fuzz; do
    name=$(basename "$program")
    [[ -x $program && $name == *"$filter"* ]] || continue
    found=$((found + 1))
    say "$name: $seconds s"
    mkdir -p ".cache/fuzz/$name/corpus" "tests/corpus/$name"
    "$program" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix=".cache/fuzz/$name/" ".cache/fuzz/$name/corpus" "tests/corpus/$name" \
      2>".cache/fuzz/$name/log" || {
      tail -n 40 ".cache/fuzz/$name/log" >&2
      die "$name found a fault; the input is in .cache/fuzz/$name."
    }
    grep -E 'number_of_executed_units|DONE' ".cache/fuzz/$name/log" >&2 || true
  done
  ((found > 0)) || die "No fuzzer matches '$filter'."
}
