#!/usr/bin/env bash
# QS6: the scanners of others against a running site: wapiti with all modules that need no other
# host, sqlmap at level 5 and risk 3 on every parameter, ffuf with lists of names that forgotten
# files have. Says what each asked and found; ends with 1 when anything was found.
#
#   tests/security/scan.sh SITE FOLDER
#
# FOLDER is for their reports; LANTOA_SCAN_S: seconds for wapiti.
set -euo pipefail

site=$1 folder=$2/scan
wapiti_s=${LANTOA_SCAN_S:-900}
names=/usr/share/dirb/wordlists
password=lan-toa-mau-2021
found=0
mkdir -p "$folder"

say() { printf '      %s\n' "$*"; }

for tool in wapiti sqlmap ffuf curl; do
  [[ -n $(type -P "$tool") ]] || {
    echo "$tool is not installed: ./run deps scan" >&2
    exit 2
  }
done

# The session of somebody of the office; its cookie needs TLS, so the tools get it as a header.
cookie_of() {
  curl -s -o /dev/null -D - "$site/dang-nhap" --data-urlencode "login=$1" \
    --data-urlencode "password=$password" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p'
}

# Debian 12's wapiti excludes addresses by an expression that its Python no longer reads.
run_wapiti() {
  /usr/bin/python3 - "$@" <<'END'
import re
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda rule: re.compile(re.escape(rule).replace(r"\*", ".*") + r"\Z")
from wapitiCore.main.wapiti import wapiti_main

wapiti_main()
END
}

# scan_wapiti NAME [header]: as one who is not signed in, then as somebody of the office.
scan_wapiti() {
  local name=$1 report=$folder/wapiti-$1.json headers=() skip=()
  [[ -z ${2:-} ]] || headers=(-H "Cookie: $2")
  # Signing out would end the scan, a stream has no end, and what closes an account ends it too.
  for path in dang-xuat su-kien tai-khoan n; do skip+=(-x "$site/$path/*" -x "$site/$path"); done
  run_wapiti -u "$site/" --scope folder -m all,-nikto,-wapp,-buster -S normal --flush-session \
    --store-session "$folder/wapiti-$name" --max-scan-time "$wapiti_s" --max-attack-time 300 \
    "${headers[@]}" "${skip[@]}" --no-bugreport -f json -o "$report" -v 0 \
    >"$folder/wapiti-$name.log" 2>&1 || say "wapiti ended with $?: $folder/wapiti-$name.log"
  python3 - "$name" "$report" "$folder/wapiti-$name.findings" <<'END'
import json, sys
name, report, out = sys.argv[1:]
data = json.load(open(report))
kinds = {**data["vulnerabilities"], **data["anomalies"]}
rows = [(kind, one) for kind, all in kinds.items() for one in all]
with open(out, "w") as file:
    for kind, one in rows:
        file.write(f"{kind}: {one['method']} {one['path']} {one['info']}\n")
pages = data["infos"].get("crawled_pages_nbr") or data["infos"].get("crawled_pages") or "?"
print(f"      wapiti, {name}: {pages} pages, {len(rows)} findings")
END
  sort "$folder/wapiti-$name.findings" | cut -c1-160 | uniq -c | head -40
  found=$((found + $(wc -l <"$folder/wapiti-$name.findings")))
}

# Every parameter of a public page and of a form that anybody may send; * marks parts of a path.
targets() {
  cat <<END
/tim?q=phuong&loai=bai&nam=2021
/tim/goi-y?q=phuong
/van-ban?q=97&loai=&nam=&trang=1
/bai?trang=1
/bai/1*
/bai/1*/luu
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

scan_sqlmap() {
  local log=$folder/sqlmap.log path asked=0 injectable=0
  local options=(--batch --level 5 --risk 3 --flush-session --output-dir "$folder/sqlmap"
    '--technique=BEUSQ' --threads 4 '--ignore-code=401,403,404,409,410,422,429' --smart --timeout 10
    --disable-coloring -v 0)
  : >"$log"
  while read -r path; do
    sqlmap "${options[@]}" -u "$site$path" >>"$log" 2>&1 </dev/null || true
    asked=$((asked + 1))
  done < <(targets)
  sqlmap "${options[@]}" -u "$site/dang-nhap" --data "login=a&password=&ve=/" >>"$log" 2>&1 \
    </dev/null || true
  sqlmap "${options[@]}" -u "$site/bai/1/gop-y" --data \
    "khoa=a&phieu=1&ho-ten=a&dien-thoai=&tieu-de=a&noi-dung=a&dong-y=1&trang-web=" \
    >>"$log" 2>&1 </dev/null || true
  sqlmap "${options[@]}" -u "$site/gop-y/xoa" --data "khoa=a&ma=0123456789ABCDEF" \
    >>"$log" 2>&1 </dev/null || true
  injectable=$(grep -cE '^Parameter: |is vulnerable|appears to be injectable' "$log" || true)
  say "sqlmap: $((asked + 3)) addresses and forms, $injectable parameters injectable"
  found=$((found + injectable))
}

# What answers otherwise than "not found", beside what the table of routes has.
scan_ffuf() {
  local list=$folder/names.txt report=$folder/ffuf.json
  {
    cat "$names/common.txt" "$names/vulns/apache.txt" "$names/vulns/cgis.txt" 2>/dev/null
    for name in backup db dump ledger vault.key checkpoint.key sessions lantoa config .env \
      .git/HEAD .git/config .htaccess .htpasswd web.config id_rsa blobs ledger.sqlite3; do
      printf "$name%s\n" '' .bak .old .zip .tar.gz .sql .sqlite3 '~' .swp
    done
  } | sed 's|^/||; s/#.*//' | grep -v '[[:space:]]' | sort -u | grep . >"$list"
  ffuf -w "$list" -u "$site/FUZZ" -mc all -fc 404 -t 20 -s -of json -o "$report" \
    >"$folder/ffuf.log" 2>&1
  python3 - "$report" "$list" "$(dirname "$0")/../../src/app/routes.golden" \
    "$folder/ffuf.findings" <<'END'
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
  head -20 "$folder/ffuf.findings"
  found=$((found + $(wc -l <"$folder/ffuf.findings")))
}

scan_ffuf
scan_wapiti public
scan_wapiti office "$(cookie_of stp.chuyenvien)"
scan_sqlmap
say "$found findings in all; reports were in $folder"
((found == 0))
