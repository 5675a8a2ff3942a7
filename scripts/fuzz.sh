# shellcheck shell=bash
# Sourced by ../run: fuzzers.

# Inputs worth keeping stand in tests/corpus/NAME and are replayed by ./run test; what a run finds
# goes to .cache/fuzz/NAME, a crash as a file crash-… there: its bytes belong into the corpus
# together with the fix, under a name that says what they are. --keep afterwards makes the rest of
# the saved corpus anew from both, as small as it covers the same; --coverage says how many lines of
# what each fuzzer tries all of these inputs reach.
command_fuzz() {
  local seconds=30 filter='' keep='' coverage='' table='' name programs=()
  while [[ $# -gt 0 ]]; do
    case $1 in
      --seconds) seconds=${2:?--seconds needs a number} && shift ;;
      --keep) keep=1 ;;
      --coverage) coverage=1 ;;
      --table) table=1 ;;
      *) filter=$1 ;;
    esac
    shift
  done
  [[ $seconds =~ ^[0-9]+$ ]] || die "--seconds needs a whole number, not '$seconds'."
  command_deps build fuzz
  configure fuzz
  mapfile -t programs < <(programs_of fuzz "$filter")
  [[ ${#programs[@]} -gt 0 ]] || die "No fuzzer matches '$filter'."
  compile fuzz "${programs[@]}"
  for name in "${programs[@]}"; do mkdir -p ".cache/fuzz/$name/corpus" "tests/corpus/$name"; done
  [[ $seconds -eq 0 ]] || fuzz_all "$seconds" "${programs[@]}"
  [[ -z $keep ]] || for name in "${programs[@]}"; do keep_corpus "$name"; done
  [[ -z $coverage ]] || for name in "${programs[@]}"; do coverage_of "$name"; done
  [[ -z $table ]] || fuzz_table "${programs[@]}"
}

# fuzz_all SECONDS NAME...: as many at a time as there are processors. What one of them finds does not
# stop the others.
fuzz_all() {
  local seconds=$1 running=0 failed='' name
  shift
  trap 'trap - INT; kill 0' INT  # what runs in the background does not hear Ctrl-C by itself
  for name in "$@"; do
    if [[ $running -ge $(nproc) ]]; then
      wait -n || failed=1
      running=$((running - 1))
    fi
    fuzz_for "$seconds" "$name" &
    running=$((running + 1))
  done
  for (( ; running > 0; running--)); do wait -n || failed=1; done
  trap - INT
  [[ -z $failed ]] || die "A fuzzer found a fault, see above."
}

# fuzz_for SECONDS NAME: one run; a line about it is printed and kept in .cache/fuzz/NAME/runs, so that
# what was tried can be summed up over days. With the sanitizers a program is about five times slower:
# 5 s there are the second that an input may take. What programs are compiled with for coverage
# writes a file as they end: it is nobody's here.
fuzz_for() {
  local seconds=$1 name=$2 folder=.cache/fuzz/$2 TIMEFORMAT=%U
  local asked=(-max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1
    -artifact_prefix="$folder/" "$folder/corpus" "tests/corpus/$name")
  { time LLVM_PROFILE_FILE=/dev/null "build/fuzz/$name" "${asked[@]}" >"$folder/log" 2>&1; } \
    2>"$folder/processor" || {
    tail -n 40 "$folder/log" >&2
    die "$name found a fault; the input is in $folder. Keep it with the fix as" \
      "tests/corpus/$name/found-WHAT: only names of 16 hex digits are made anew by --keep."
  }
  summary_of_run "$name" "$(tail -n 1 "$folder/processor")" "$folder/log" | tee -a "$folder/runs" >&2
}

# fuzz_table NAME...: the runs of each added up, as a table of Markdown. A run's edges are those of
# the whole program; of several runs the most counts. One that was not run has dashes, not zeros.
fuzz_table() {
  local name
  printf '| fuzzer | runs | executions | processor | edges | the end of the runs without a new edge |\n'
  printf '|---|---|---|---|---|---|\n'
  for name in "$@"; do
    if [[ ! -s .cache/fuzz/$name/runs ]]; then
      printf '| %s | – | – | – | – | – |\n' "\`$name\`"
      continue
    fi
    awk -v name="$name" '
      {
        runs++; seconds += $2; executions += $6
        if ($8 > edges) edges = $8
        quiet += $2 * $(NF - 1) / 100
      }
      END {
        printf "| `%s` | %d | %.2f M | %.1f min | %d | %.1f min |\n",
          name, runs, executions / 1e6, seconds / 60, edges, quiet / 60
      }' ".cache/fuzz/$name/runs"
  done
}

# What a run's log says: executions, edges reached, and how long ago the last new one was, as a share
# of the run's executions.
summary_of_run() {
  awk -v name="$1" -v processor="$2" '
    match($0, /cov: [0-9]+/) {
      edges = substr($0, RSTART + 5, RLENGTH - 5) + 0
      if (edges > most) { most = edges; last = substr($1, 2) + 0; is_new = started }
      if ($2 == "INITED") { started = 1; first = substr($1, 2) + 0 }
    }
    /^stat::number_of_executed_units/ { executions = $2 }
    END {
      since = is_new ? executions - last : executions - first
      printf "%-22s %8.0f s of processor, %11d executions, %5d edges, none new in the last %3.0f %%\n",
        name, processor, executions, most, (executions ? 100 * since / executions : 0)
    }' "$3"
}

# coverage_of NAME: the lines of the files that it names behind "Tries:", and which were not reached
# in .cache/fuzz/NAME/unreached.
coverage_of() {
  local name=$1 folder=.cache/fuzz/$1 files=()
  mapfile -t files < <(tried_by "$name")
  [[ ${#files[@]} -gt 0 ]] || die "$name does not say which files it tries."
  LLVM_PROFILE_FILE=$folder/profile.raw "build/fuzz/$name" -runs=0 -rss_limit_mb=2048 \
    "$folder/corpus" "tests/corpus/$name" 2>"$folder/replay.log" ||
    die "$name failed on an input it has, see $folder/replay.log."
  llvm-profdata-19 merge -sparse "$folder/profile.raw" -o "$folder/profile"
  rm "$folder/profile.raw"
  # In the program the files are named as from here, which these tools do not expect.
  local asked=("build/fuzz/$name" "-instr-profile=$folder/profile"
    "-path-equivalence=src,$PWD/src" "${files[@]}")
  llvm-cov-19 show "${asked[@]}" | grep -E '^ +[0-9]+\| +0\||^/' >"$folder/unreached" || true
  # shellcheck disable=SC2016  # what stands in quotes is Node's
  llvm-cov-19 export -summary-only "${asked[@]}" | node -e '
      const { totals, files } = JSON.parse(require("fs").readFileSync(0)).data[0];
      const [name, wanted] = process.argv.slice(1);
      if (files.length !== Number(wanted)) throw new Error(`${name} has ${files.length} of its files`);
      const { count, covered, percent } = totals.lines;
      console.log(`${name.padEnd(24)} ${covered} of ${count} lines, ${percent.toFixed(1)} %`);
    ' "$name" ${#files[@]}
}

# The files that a fuzzer tries, as it names them itself beside its own place.
tried_by() {
  local file
  file=$(find src -name "$1.cc")
  awk '/^\/\/ Tries: /{on=1; sub(/^\/\/ Tries: /, "")}
       on && !/^\/\/   / && seen++ {exit}
       on {sub(/^\/\/   /, ""); print}' "$file" | tr -d ' ' | tr ',' '\n' | grep . |
    while read -r name; do realpath --relative-to=. "$(dirname "$file")/$name"; done
}

# The fewest inputs that reach all that any reaches, or where those are still many, some of every
# size; each is named by 16 hex digits of its content's sum. Only files so named are replaced, and
# only when there is something to put in their place; what a person has named stays.
corpus_files_max=150 corpus_file_bytes_max=1600

keep_corpus() {
  local name=$1 all files file digits='[0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
  all=$(mktemp -d)
  LLVM_PROFILE_FILE=/dev/null "build/fuzz/$name" -set_cover_merge=1 "$all" "tests/corpus/$name" ".cache/fuzz/$name/corpus" \
    2>>".cache/fuzz/$name/log" ||
    die "$name could not merge its inputs, see .cache/fuzz/$name/log; the corpus is as it was."
  mapfile -t files < <(find "$all" -type f -size "-${corpus_file_bytes_max}c" -printf '%s %p\n' |
    sort -n | cut -d' ' -f2 | every_nth_of "$corpus_files_max")
  [[ ${#files[@]} -gt 0 ]] || die "$name kept no input; the corpus is as it was."
  find "tests/corpus/$name" -type f -name "$digits$digits$digits$digits" -delete
  for file in "${files[@]}"; do
    cp "$file" "tests/corpus/$name/$(sha256sum <"$file" | cut -c1-16)"
  done
  rm -rf "$all"
  say "$name: ${#files[@]} inputs, $(du -b --apparent-size -s "tests/corpus/$name" | cut -f1) bytes"
}

# Lines of standard input, at most so many, spread evenly.
every_nth_of() {
  awk -v most="$1" '
    { line[NR] = $0 }
    END {
      if (most > NR) most = NR
      for (i = 1; i <= NR; i++) if (int(i * most / NR) > int((i - 1) * most / NR)) print line[i]
    }'
}
