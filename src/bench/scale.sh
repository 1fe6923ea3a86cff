#!/usr/bin/env bash
# Measures the service with many waiting jobs: submit, decide, list, memory, start after a kill; by default 1,000 jobs against
# 10,000 and 100,000. Needs a built tree (./bits).
# usage: src/bench/scale.sh [JOBS...]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -P -- "$here/../.." && pwd)
lib=$root/shell/target/dist/lib
bits=$root/shell/target/dist/bin/bits
work=$(mktemp -d /tmp/bits-bench-XXXXXX)
export BITS_HOME=$work/home
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir "$work/classes" "$work/files"
"${jdk}javac" -d "$work/classes" -cp "$lib/*" "$here/scale/ScaleBench.java"
stop() { "$bits" service stop >/dev/null 2>&1 || true; rm -rf -- "$work"; }
trap stop EXIT

bench() {
  "${jdk}java" -Xmx1g "-Dopenbits.lib=$lib" "-Dopenbits.args=$lib" -cp "$work/classes:$lib/*" ScaleBench "$@" 2>>"$work/log"
}
pid() { "$bits" service status --json | sed -n 's/.*"pid":\([0-9]*\).*/\1/p'; }
resident() { awk '/VmHWM|VmRSS/ { printf "%s %d MiB  ", $1, $2 / 1024 } END { print "" }' "/proc/$(pid)/status"; }

echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $("${jdk}java" --version | head -1)"
for jobs in "${@:-1000 10000 100000}"; do
  for n in $jobs; do
    rm -rf -- "$work/home"
    bench fill "$n" "$work/files"
    resident
    kill -9 "$(pid)"
    bench start
    resident
    for _ in 1 2 3; do
      TIMEFORMAT="bits -c Get-BitsTransfer: %R s"
      time "$bits" -c 'Get-BitsTransfer' | wc -l
    done
    "$bits" service stop >/dev/null 2>&1
  done
done
