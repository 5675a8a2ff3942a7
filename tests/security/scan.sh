#!/usr/bin/env bash
# QS6: the scanners of others against a running site: ffuf with lists of names that forgotten files
# have, wapiti with all modules that need no other host, sqlmap at level 5 and risk 3 on every
# parameter of a page and of a form. Says what each asked and found; its last line sums up.
#
#   tests/security/scan.sh               loads a demo, serves it on a free port of this machine,
#                                        scans it and takes it away again; what is not installed
#                                        comes by ./run deps scan
#   tests/security/scan.sh SITE FOLDER   a demo that runs already; the reports stay in FOLDER/scan
#
# Nothing outside this machine is asked. Each part has its longest time, in seconds:
# LANTOA_SCAN_NAMES_S (ffuf), LANTOA_SCAN_S (wapiti, each of two scans),
# LANTOA_SCAN_MODULE_S (each of its modules), LANTOA_SCAN_ADDRESS_S (sqlmap, each address).
# LANTOA_SCAN_WHOLE=1: sqlmap tries every test on every parameter, not only where the first tries
# promise something, and all limits are longer: hours.
#
# Ends with 0 when nothing was found, 1 when something was, 2 when it could not begin, 3 when
# nothing was found but part of it was cut off or asked nothing.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
whole=${LANTOA_SCAN_WHOLE:-}
names_s=${LANTOA_SCAN_NAMES_S:-${whole:+1800}}
names_s=${names_s:-300}
wapiti_s=${LANTOA_SCAN_S:-${whole:+14400}}
wapiti_s=${wapiti_s:-1500}
module_s=${LANTOA_SCAN_MODULE_S:-${whole:+400}}
module_s=${module_s:-45}
address_s=${LANTOA_SCAN_ADDRESS_S:-${whole:+3600}}
address_s=${address_s:-90}
names=/usr/share/dirb/wordlists
password=lan-toa-mau-2021
persons=700
load_s_max=600 start_s_max=60 stop_s_max=60 kill_after_s=20
own='' server='' site='' folder=''
found_names=0 found_pages=0 found_parameters=0
parts=0     # that asked something and came to their end
unfinished=() # what was cut off or asked nothing
began=$SECONDS

say() { printf '      %s\n' "$*"; }
die() {
  printf 'scan: %s\n' "$*" >&2
  exit 2
}

usage() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; }

# The demo of this run: a folder of its own, a server known by its process id.
# shellcheck disable=SC2317  # called by a trap
stop_demo() {
  local waited=0
  if [[ -n $server ]]; then
    kill "$server" 2>/dev/null || true
    while kill -0 "$server" 2>/dev/null && ((waited < stop_s_max * 10)); do
      sleep 0.1
      waited=$((waited + 1))
    done
    kill -KILL "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=''
  fi
  [[ -z $own ]] || rm -rf "$own"
  own=''
}

# The site is told that readers reach it by TLS, so that it says what it says to them.
start_demo() {
  local program=${LANTOA_PROGRAM:-$root/build/release/lantoa} waited=0
  [[ -x $program ]] || die "there is no $program: ./run build makes it"
  own=$(mktemp -d "${TMPDIR:-/tmp}/lantoa-scan-XXXXXX")
  say "loading a demo in $own"
  bounded "$load_s_max" "$program" demo --data "$own/data" --load-only --persons "$persons" \
    >"$own/load.log" 2>&1 || {
    tail -n 5 "$own/load.log" >&2
    die "the demo could not be loaded"
  }
  "$program" serve --data "$own/data" --listen 127.0.0.1:0 --public-url https://lantoa.example \
    >"$own/serve.log" 2>&1 &
  server=$!
  while ((waited < start_s_max * 10)); do
    site=$(grep -oE -m 1 'http://127\.0\.0\.1:[1-9][0-9]*' "$own/serve.log" || true)
    [[ -z $site ]] || break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
    waited=$((waited + 1))
  done
  [[ -n $site ]] || {
    tail -n 5 "$own/serve.log" >&2
    die "the demo did not start"
  }
  say "serving it on $site"
}

# What is missing is installed where this runs by itself; a suite has asked for it before.
need_tools() {
  local tool missing=()
  for tool in ffuf wapiti sqlmap; do [[ -n $(type -P "$tool") ]] || missing+=("$tool"); done
  [[ -d $names ]] || missing+=(dirb)
  ((${#missing[@]} == 0)) && return 0
  [[ $1 == install ]] || die "${missing[*]} is not installed: ./run deps scan"
  "$root/run" deps scan
  for tool in ffuf wapiti sqlmap; do
    [[ -n $(type -P "$tool") ]] || die "$tool is not installed"
  done
}

need_basics() {
  local tool
  for tool in curl python3 timeout; do
    [[ -n $(type -P "$tool") ]] || die "$tool is not installed"
  done
}

# The session of somebody of the office; its cookie needs TLS, so the tools get it as a header.
cookie_of() {
  curl -s -m 60 -o /dev/null -D - "$site/dang-nhap" --data-urlencode "login=$1" \
    --data-urlencode "password=$password" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p'
}

# ended NAME STATUS: timeout says 124, or 137 when it had to kill.
ended() {
  case $2 in
    0) parts=$((parts + 1)) ;;
    124 | 137) unfinished+=("$1 was cut off") ;;
    *) unfinished+=("$1 ended with $2") ;;
  esac
}

# In the foreground, so that Ctrl+C reaches it: each tool is one process.
bounded() {
  local longest_s=$1
  shift
  timeout --foreground --kill-after="$kill_after_s" "$longest_s" "$@"
}

# Debian 12's wapiti excludes addresses by an expression that its Python no longer reads.
run_wapiti() {
  bounded "$wapiti_s" /usr/bin/python3 - "$@" <<'END'
import re
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda rule: re.compile(re.escape(rule).replace(r"\*", ".*") + r"\Z")
from wapitiCore.main.wapiti import wapiti_main

wapiti_main()
END
}

# scan_wapiti NAME [COOKIE]: as one who is not signed in, then as somebody of the office. A quarter
# of the time is for finding pages, so that what was found is attacked as well, and reported: cut
# off, it would write nothing.
scan_wapiti() {
  local name=$1 report=$folder/wapiti-$1.json headers=() skip=() status=0 path count
  [[ -z ${2:-} ]] || headers=(-H "Cookie: $2")
  # Signing out would end the scan, a stream has no end, and what closes an account ends it too.
  for path in dang-xuat su-kien tai-khoan n; do skip+=(-x "$site/$path/*" -x "$site/$path"); done
  run_wapiti -u "$site/" --scope folder -m all,-nikto,-wapp,-buster -S normal --flush-session \
    --store-session "$folder/wapiti-$name" --max-scan-time $((wapiti_s / 4)) \
    --max-attack-time "$module_s" "${headers[@]}" "${skip[@]}" --no-bugreport -f json \
    -o "$report" -v 0 >"$folder/wapiti-$name.log" 2>&1 || status=$?
  ended "wapiti, $name" "$status"
  : >"$folder/wapiti-$name.findings"
  if [[ ! -s $report ]]; then
    say "wapiti, $name: no report; see its log"
    tail -n 3 "$folder/wapiti-$name.log"
    return 0
  fi
  read_wapiti "$name" "$report" "$folder/wapiti-$name.findings" "$folder/wapiti-$name" ||
    unfinished+=("wapiti, $name: its report cannot be read")
  sort "$folder/wapiti-$name.findings" | cut -c1-160 | uniq -c | sed -n 1,40p
  count=$(wc -l <"$folder/wapiti-$name.findings")
  found_pages=$((found_pages + count))
}

read_wapiti() {
  python3 - "$@" <<'END'
import glob, json, sqlite3, sys
name, report, out, store = sys.argv[1:]
data = json.load(open(report))
kinds = {**data["vulnerabilities"], **data["anomalies"]}
# Said of every site that is like this one on purpose. They are counted, not hidden.
explained = {
    # It looks for a field by the names that others give it. Forgeries of each of these forms are
    # what forgery.mjs tries: a form counts only with its own token, from this site.
    "Lack of anti CSRF token",
    # An empty form is refused with one status whether its token is right or not; privilege_test.cc
    # sends whole forms, which count with the right token and with no other.
    "CSRF token 'csrf' is not properly checked in backend",
    # No browser reads it any more, and it did harm where it was read; the policy stands instead.
    "X-XSS-Protection is not set",
}
rows = [
    (kind, one, " ".join(str(one["info"]).split())) for kind, all in kinds.items() for one in all
]
true = [row for row in rows if row[2] not in explained]
with open(out, "w") as file:
    for kind, one, info in true:
        file.write(f"{kind}: {one['method']} {one['path']} {info}\n")
asked = 0
for file in glob.glob(f"{store}/*.db"):
    asked += sqlite3.connect(file).execute("SELECT count(*) FROM paths").fetchone()[0]
print(f"      wapiti, {name}: {asked} addresses and forms, {len(true)} findings,", end=" ")
print(f"{len(rows) - len(true)} explained")
END
}

# Every parameter of a public page; * marks parts of a path.
public_addresses() {
  cat <<END
/tim?q=phuong&loai=bai&nam=2021
/tim/goi-y?q=phuong
/van-ban?q=97&loai=&nam=&trang=1
/bai?trang=1
/bai/1*
/bai/1*/luu
/bai/1/danh-gia?co-ich=co
/anh/1*
/co-quan/2*
/van-ban/1*
/chien-dich/1*
/chien-dich/1*/tin/rss.xml*
/gop-y/0123456789ABCDEF*
/gop-y/da-nhan?phieu=1.2.3.4
/n/khong-co*
/ngon-ngu/vi*?ve=/
/dang-nhap?ve=/bai
/so-cai/diem-ky/1*
/so-cai/diem-ky/noi-tiep?tu=1
/so-lieu/1*/bang-chung
/so-lieu-cong-khai/1*?cot=1&trang=1
/so-lieu-cong-khai/1*/tai?dang=csv
END
}

# The same of the office.
office_addresses() {
  cat <<END
/bai-viet/1*/danh-gia?loai=co&trang=1
/bai-viet/1*/so-sanh?tu=1&den=1
/ke-hoach/1*/nhiem-vu?trang=1
/do-phu/1*/3*?loai=&trang=1
/hoat-dong?kenh=&trang=1
/bao-cao-vien/so?q=a&linh-vuc=&trang=1
/don-doc?tinh-trang=&trang=1
/y-kien?hang=&trang=1
END
}

# What anybody may send: the path, then the fields.
public_forms() {
  cat <<END
/dang-nhap login=a&password=&ve=/
/bai/1/gop-y khoa=a&phieu=1&ho-ten=a&dien-thoai=&tieu-de=a&noi-dung=a&dong-y=1&trang-web=
/bai/1/danh-gia khoa=a&co-ich=khong&ly-do=&noi-ro=a
/gop-y/xoa khoa=a&ma=0123456789ABCDEF
END
}

sqlmap_asked=0 sqlmap_clean=0 sqlmap_cut=0 sqlmap_unclear=0

# try_sqlmap ADDRESS [option …]: one address. It says in its last lines which it was: injectable,
# not, or neither, when it could not ask.
try_sqlmap() {
  local address=$1 log status=0 injectable
  shift
  sqlmap_asked=$((sqlmap_asked + 1))
  log=$folder/sqlmap-$sqlmap_asked.log
  local options=(--batch --level 5 --risk 3 --flush-session --output-dir "$folder/sqlmap"
    '--technique=BEUSQ' --threads 4 '--ignore-code=401,403,404,409,410,422,429' --timeout 10
    --retries 1 --disable-coloring -v 0)
  [[ -n $whole ]] || options+=(--smart)
  bounded "$address_s" sqlmap "${options[@]}" -u "$site$address" "$@" >"$log" 2>&1 </dev/null ||
    status=$?
  injectable=$(grep -cE '^Parameter: |is vulnerable|appears to be injectable' "$log" || true)
  found_parameters=$((found_parameters + injectable))
  if ((injectable > 0)); then
    say "sqlmap: $address"
    grep -E '^Parameter: ' "$log" | cut -c1-120 || true
  fi
  if ((status == 124 || status == 137)); then
    sqlmap_cut=$((sqlmap_cut + 1))
  elif grep -qE 'do not appear to be injectable' "$log"; then
    sqlmap_clean=$((sqlmap_clean + 1))
  elif ((injectable == 0)); then
    sqlmap_unclear=$((sqlmap_unclear + 1))
    say "sqlmap said nothing of $address: $(tail -n 1 "$log" | cut -c1-120)"
  fi
}

# scan_sqlmap COOKIE: of somebody of the office.
scan_sqlmap() {
  local path fields
  while read -r path; do try_sqlmap "$path"; done < <(public_addresses)
  while read -r path fields; do try_sqlmap "$path" --data "$fields"; done < <(public_forms)
  # The session itself is not for guessing: changed, nothing behind it would be asked any more.
  while read -r path; do
    try_sqlmap "$path" --cookie "$1" --param-exclude '^__Host-lantoa$'
  done < <(office_addresses)
  say "sqlmap: $sqlmap_asked addresses and forms, $sqlmap_clean clean," \
    "$found_parameters parameters injectable, $sqlmap_cut cut off, $sqlmap_unclear unclear"
  if ((sqlmap_cut > 0)); then unfinished+=("sqlmap: $sqlmap_cut addresses were cut off"); fi
  if ((sqlmap_unclear > 0)); then unfinished+=("sqlmap: $sqlmap_unclear addresses are unclear"); fi
  if ((sqlmap_cut + sqlmap_unclear == 0)); then parts=$((parts + 1)); fi
}

forgotten_names() {
  local name
  {
    cat "$names/common.txt" "$names/vulns/apache.txt" "$names/vulns/cgis.txt" 2>/dev/null || true
    for name in backup db dump ledger vault.key checkpoint.key sessions lantoa config .env \
      .git/HEAD .git/config .htaccess .htpasswd web.config id_rsa blobs ledger.sqlite3; do
      printf '%s\n' "$name" "$name".{bak,old,zip,tar.gz,sql,sqlite3,swp} "$name~"
    done
  } | sed 's|^/||; s/#.*//' | grep -v '[[:space:]]' | sort -u | grep .
}

# What answers otherwise than "not found", beside what the table of routes has.
scan_ffuf() {
  local list=$folder/names.txt report=$folder/ffuf.json status=0 count
  forgotten_names >"$list"
  bounded $((names_s + 30)) ffuf -w "$list" -u "$site/FUZZ" -mc all -fc 404 -t 20 \
    -maxtime "$names_s" -s -of json -o "$report" >"$folder/ffuf.log" 2>&1 </dev/null || status=$?
  ended ffuf "$status"
  : >"$folder/ffuf.findings"
  if [[ ! -s $report ]]; then
    say "ffuf: no report; see its log"
    tail -n 3 "$folder/ffuf.log"
    return 0
  fi
  read_ffuf "$report" "$list" "$root/src/app/routes.golden" "$folder/ffuf.findings" ||
    unfinished+=("ffuf: its report cannot be read")
  head -n 20 "$folder/ffuf.findings"
  count=$(wc -l <"$folder/ffuf.findings")
  found_names=$((found_names + count))
}

read_ffuf() {
  python3 - "$@" <<'END'
import json, re, sys
report, names, table, out = sys.argv[1:]
known = [line.split()[1] for line in open(table)]
any_name = re.compile(r"\\\{[a-z]+\\\}")
known = [re.compile("^" + any_name.sub("[^/]+", re.escape(one)) + "/?$") for one in known]
rows = [one for one in json.load(open(report))["results"]]
# 400: the address itself cannot be read.
odd = []
for one in rows:
    path = "/" + one["input"]["FUZZ"].split("?")[0]
    if one["status"] != 400 and not any(rule.match(path) for rule in known):
        odd.append(f"{one['status']} {path}")
open(out, "w").write("".join(f"{one}\n" for one in odd))
asked = sum(1 for _ in open(names))
print(f"      ffuf: {asked} names, {len(rows)} not 404, {len(odd)} unexpected")
END
}

# What a scan may have broken is a finding as well.
still_answers() {
  local status
  status=$(curl -s -m 60 -o /dev/null -w '%{http_code}' "$site/healthz" || true)
  [[ $status == 200 ]] && return 0
  say "the site no longer answers: $status"
  return 1
}

sum_up() {
  local all=$((found_names + found_pages + found_parameters)) one broken=0
  still_answers || broken=1
  for one in "${unfinished[@]}"; do say "$one"; done
  [[ -n $own ]] || say "reports: $folder"
  say "scan: $((all + broken)) findings (ffuf $found_names, wapiti $found_pages," \
    "sqlmap $found_parameters, site down $broken); $parts of 4 parts whole," \
    "${#unfinished[@]} not; $((SECONDS - began)) s"
  ((all + broken == 0)) || return 1
  ((${#unfinished[@]} == 0)) || return 3
}

# The reports of a demo that goes away are kept where the keeper of the source looks.
keep_reports() {
  local kept=$root/.cache/scan
  [[ -n $own && -d $own/scan ]] || return 0
  rm -rf "$kept"
  mkdir -p "$root/.cache"
  cp -r "$own/scan" "$kept"
  say "reports: $kept"
}

main() {
  local cookie status=0
  case $# in
    0)
      need_basics
      need_tools install
      trap stop_demo EXIT
      trap 'exit 130' INT TERM
      start_demo
      folder=$own/scan
      ;;
    2)
      site=$1 folder=$2/scan
      need_basics
      need_tools ask
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  mkdir -p "$folder"
  cookie=$(cookie_of stp.chuyenvien || true)
  [[ -n $cookie ]] || die "the demo's officer could not sign in at $site"
  scan_ffuf
  scan_wapiti public
  scan_wapiti office "$cookie"
  # A scan signed in may have ended its own session.
  cookie=$(cookie_of stp.chuyenvien || true)
  [[ -n $cookie ]] || unfinished+=("sqlmap was not signed in")
  scan_sqlmap "$cookie"
  keep_reports
  sum_up || status=$?
  exit "$status"
}

main "$@"
