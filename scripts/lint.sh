# shellcheck shell=bash
# Sourced by ../run: what can be judged without running the product.

command_lint() {
  command_deps build test lint
  configure lint
  local faults=0 check
  for check in formatting scripts hygiene; do
    say "lint: $check"
    "lint_$check" || faults=$((faults + 1))
  done
  say "lint: clang-tidy"
  lint_tidy "$@" || faults=$((faults + 1))
  ((faults == 0)) || die "$faults of 4 checks failed; ./run format mends the first."
  say "lint: nothing to mend"
}

command_format() {
  command_deps lint
  our_files '*.cc' '*.h' | xargs -0 -r clang-format-19 -i
}

# Tracked files and those about to be, NUL-separated.
our_files() { git ls-files --cached --others --exclude-standard --deduplicate -z -- "$@"; }

lint_formatting() { our_files '*.cc' '*.h' | xargs -0 -r clang-format-19 --dry-run -Werror; }

lint_scripts() {
  our_files run .ci/run '*.sh' | xargs -0 -r shellcheck -x &&
    our_files '*.mjs' 'web/*.js' | xargs -0 -r -n 1 node --check &&
    node web/contrast.mjs >&2
}

lint_hygiene() {
  local faults=0
  complain() {
    printf '%s\n' "$*" >&2
    faults=1
  }
  local sources=(run .ci/run '*.cc' '*.h' '*.sh' '*.mjs' '*.css' '*.tpl' '*.cmake' '*.json' '*.txt')
  our_files "${sources[@]}" | xargs -0 grep -nIE $'[ \t\r]+$' &&
    complain "white space or a carriage return stands at these line ends"
  our_files | xargs -0 grep -nIE '^(<<<<<<<|>>>>>>>) ' && complain "conflict marks"
  our_files '*package-lock.json' | xargs -0 grep -n '"resolved"' && complain "a lock names a registry's host"
  our_files | xargs -0 -I{} find {} -size +2M | grep . && complain "these files are over 2 MiB"
  git ls-files -- build node_modules web/dist .cache | grep . &&
    complain "build products are tracked"
  return "$faults"
}

# On the files that differ from origin/main, a header's .cc with it; on every file with --all, or
# when there is no origin/main to compare with.
lint_tidy() {
  local base=''
  [[ ${1:-} == --all ]] || base=$(git merge-base HEAD origin/main 2>/dev/null) || true
  if [[ -n $base ]]; then
    {
      git diff --name-only "$base"
      git ls-files --others --exclude-standard
    } | sed -n 's/\.h$/.cc/p; /\.cc$/p' | sort -u
  else
    our_files '*.cc' | tr '\0' '\n'
  fi | in_compile_commands | xargs -r -d '\n' -P "$(nproc)" -n 1 clang-tidy-19 -p build/lint --quiet
}

in_compile_commands() {
  local names
  names=$(sed -n "s|^  \"file\": \"$PWD/\(.*\)\",\?\$|\1|p" build/lint/compile_commands.json)
  grep -Fx -f <(printf '%s\n' "$names") || true
}
