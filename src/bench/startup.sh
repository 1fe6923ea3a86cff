#!/usr/bin/env bash
# Measures how long short commands take from start to end, against a running service and beside other programs, in turns:
# medians of wall time and of CPU time (user and system), in milliseconds. Needs a built tree (./bits); aria2c and python3
# are passed over when they are missing.
# usage: src/bench/startup.sh [ROUNDS]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
bin=$here/../../shell/target/dist/bin
rounds=${1:-21}
work=$(mktemp -d /tmp/bits-bench-XXXXXX)
export BITS_HOME=$work/home
stop() { "$bin/bits" service stop >/dev/null 2>&1 || true; rm -rf -- "$work"; }
trap stop EXIT

measured() { # NAME COMMAND...: one run, its wall, user and system seconds into a file of its own
  local name=$1 TIMEFORMAT='%R %U %S'
  shift
  { time "$@" </dev/null >/dev/null 2>&1; } 2>>"$work/$name"
}

round() {
  measured 'bits -c 1' "$bin/bits" -c 1
  measured 'bits -c Get-BitsTransfer' "$bin/bits" -c Get-BitsTransfer
  measured 'bitsadmin _list' "$bin/bitsadmin" /list
  measured 'java -version' "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version
  ! type -P aria2c >/dev/null || measured 'aria2c --version' aria2c --version
  ! type -P python3 >/dev/null || measured 'python3 -c 1' python3 -c 1
}

round # also makes archives and starts the service
rm -f -- "$work"/*' '*
for ((i = 0; i < rounds; i++)); do round; done
echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $rounds rounds"
printf '%-26s %6s %6s %6s\n' command wall least CPU
for file in "$work"/*' '*; do
  name=${file##*/}
  wall=$(sort -n "$file" | awk '{ w[NR] = $1 * 1000 } END { printf "%d %d", w[int((NR + 1) / 2)], w[1] }')
  cpu=$(awk '{ print ($2 + $3) * 1000 }' "$file" | sort -n | awk '{ c[NR] = $1 } END { print c[int((NR + 1) / 2)] }')
  printf '%-26s %6s %6s %6s\n' "${name/_//}" ${wall} "$cpu"
done
