# shellcheck shell=bash
# Sourced by ../run: every test, one sum. Test programs are run by ctest and report to JSON files;
# what needs the real process are the suites tests/NAME/run.mjs or run.sh, which end with a line
# "N passed, N failed[, N skipped]" and find the program in $LANTOA_PROGRAM.

passed=0 failed=0 skipped=0
took=() # what each part took, in seconds; printed before the sum
part_began=$SECONDS

part_ends() {
  took+=("$1 $((SECONDS - part_began)) s")
  part_began=$SECONDS
}

command_test() {
  local preset=release filter=.
  while [[ $# -gt 0 ]]; do
    case $1 in
      --long) export LANTOA_LONG=1 ;;
      --preset) preset=${2:?--preset needs a name: release, dev, asan or tsan} && shift ;;
      -*) die "test does not know $1; see ./run help" ;;
      *) filter=$1 ;;
    esac
    shift
  done
  local groups=(build test)
  [[ -z ${LANTOA_LONG:-} ]] || ! grep -qE -- "$filter" <<<security || groups+=(scan)
  [[ -z ${LANTOA_LONG:-} ]] || ! grep -qE -- "$filter" <<<papers || groups+=(office)
  command_deps "${groups[@]}"
  part_ends packages
  build_web
  configure "$preset" LANTOA_TESTS=ON

  local programs suites=() targets=()
  mapfile -t programs < <(ctest --test-dir "build/$preset" -N -R "$filter" |
    sed -n 's/^ *Test *#[0-9]*: //p')
  local suite
  for suite in $(suite_names); do
    [[ ! $suite =~ $filter ]] || suites+=("$suite")
  done
  ((${#programs[@]} + ${#suites[@]} > 0)) || die "No part of the tests matches '$filter'."
  if [[ $filter != . ]]; then
    targets=("${programs[@]/%/_tests}")
    ((${#suites[@]} == 0)) || targets+=(lantoa)
  fi
  compile "$preset" "${targets[@]}"
  part_ends compiling

  if ((${#programs[@]} > 0)); then
    run_programs "$preset" "$filter" "${programs[@]}"
    part_ends programs
  fi
  for suite in "${suites[@]}"; do
    run_suite "$suite" "$PWD/build/$preset/lantoa"
    part_ends "tests/$suite"
  done
  close
}

suite_names() {
  local entry
  for entry in tests/*/run.mjs tests/*/run.sh; do
    [[ ! -f $entry ]] || basename "$(dirname "$entry")"
  done | sort
}

run_programs() {
  local preset=$1 filter=$2 results=$PWD/build/$1/results
  local timeout_s=600 failures=build/$1/Testing/Temporary/LastTestsFailed.log
  shift 2
  [[ -z ${LANTOA_LONG:-} ]] || timeout_s=14400
  rm -rf "$results" "$failures"
  GTEST_OUTPUT="json:$results/" ctest --test-dir "build/$preset" -R "$filter" -j2 \
    --output-on-failure --timeout "$timeout_s" || true
  local program
  for program in "$@"; do
    count_program "$results/${program}_tests.json" "$program" "$failures"
  done
}

# A program that died, or ended badly after its last test (a sanitizer's word), is one failure.
count_program() {
  local json=$1 program=$2 failures=$3 tests=0 bad=0 skips=0
  if [[ -f $json ]]; then
    tests=$(sed -n '0,/"tests":/s/.*"tests": \([0-9]*\).*/\1/p' "$json")
    bad=$(sed -n '0,/"failures":/s/.*"failures": \([0-9]*\).*/\1/p' "$json")
    skips=$(grep -c '"result": "SKIPPED"' "$json" || true)
    passed=$((passed + tests - bad - skips))
  fi
  if [[ $bad == 0 ]] && { [[ ! -f $json ]] || grep -qsx "[0-9]*:$program" "$failures"; }; then
    bad=1
  fi
  [[ $skips == 0 ]] || say "$program: $skips skipped"
  failed=$((failed + bad)) skipped=$((skipped + skips))
}

run_suite() {
  local name=$1 program=$2 log=.cache/suite-$1.log status=0 line bad
  say "tests/$name"
  if [[ -f tests/$name/run.mjs ]]; then
    LANTOA_PROGRAM=$program node "tests/$name/run.mjs" 2>&1 | tee "$log" || status=$?
  else
    LANTOA_PROGRAM=$program bash "tests/$name/run.sh" 2>&1 | tee "$log" || status=$?
  fi
  line=$(grep -aE '^([a-z]+: )?[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$log" |
    tail -n 1 || true)
  if [[ ! $line =~ ([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)? ]]; then
    say "tests/$name ended without its closing line"
    failed=$((failed + 1))
    return 0
  fi
  bad=${BASH_REMATCH[2]}
  [[ $status == 0 || $bad != 0 ]] || bad=1
  passed=$((passed + BASH_REMATCH[1])) failed=$((failed + bad))
  skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
}

# Where everything is installed, as in CI, a test that does not run is a fault like any other.
close() {
  if [[ -n ${CI:-} && $skipped -gt 0 ]]; then
    say "$skipped skipped tests count as failed in CI"
    failed=$((failed + skipped)) skipped=0
  fi
  local IFS=,
  say "took: ${took[*]}"
  local line="$passed passed, $failed failed"
  [[ $skipped == 0 ]] || line+=", $skipped skipped"
  printf '%s\n' "$line"
  ((failed == 0 && passed > 0))
}
