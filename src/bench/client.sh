#!/usr/bin/env bash
# Measures how long a client takes to ask a running service for its jobs, from the start of Java to its end, beside a Java
# that does nothing. Needs a built tree (./bits).
# usage: src/bench/client.sh [ROUNDS]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -P -- "$here/../.." && pwd)
lib=$root/shell/target/dist/lib
work=$(mktemp -d /tmp/bits-bench-XXXXXX)
export BITS_HOME=$work/home
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir "$work/classes" "$work/nothing"
"${jdk}javac" -d "$work/classes" -cp "$lib/*" "$here/client/ClientBench.java"
echo 'public class Nothing { public static void main(String[] a) { } }' >"$work/Nothing.java"
"${jdk}javac" -d "$work/classes" "$work/Nothing.java"
"${jdk}jar" -c -f "$work/bench.jar" -C "$work/classes" .
jars=$(printf '%s:' "$lib"/openbits-0*.jar "$lib"/jackson-core-*.jar)$work/bench.jar
flags=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:cds=off -Xlog:cds+dynamic=off
  "-Dopenbits.lib=$lib" "-Dopenbits.args=$lib" -cp "$jars")
stop() { "$root/shell/target/dist/bin/bits" service stop >/dev/null 2>&1 || true; rm -rf -- "$work"; }
trap stop EXIT
"${jdk}java" -XX:ArchiveClassesAtExit="$work/client.jsa" "${flags[@]}" ClientBench >/dev/null 2>&1

time_of() { # NAME COMMAND...
  local name=$1 i
  shift
  for ((i = 0; i < rounds; i++)); do
    local TIMEFORMAT='%R %U'
    { time "$@" >/dev/null; } 2>&1
  done | sort -n | awk -v name="$name" '{ wall[NR] = $1; cpu += $2 }
    END { printf "%-28s wall median %.3f s, best %.3f s, user CPU mean %.3f s\n", name, wall[int((NR + 1) / 2)], wall[1], cpu / NR }'
}
rounds=${1:-20}
echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $("${jdk}java" --version | head -1), $rounds rounds"
time_of "Java that does nothing" "${jdk}java" "${flags[@]}" Nothing
time_of "client without archive" "${jdk}java" "${flags[@]}" ClientBench
time_of "client with archive" "${jdk}java" -XX:SharedArchiveFile="$work/client.jsa" "${flags[@]}" ClientBench
"${jdk}java" -XX:SharedArchiveFile="$work/client.jsa" "${flags[@]}" ClientBench
