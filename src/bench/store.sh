#!/usr/bin/env bash
# Measures the job store: durable commits, and 100,000 jobs against 1,000. Prints a table; needs a built tree (./bits).
# usage: src/bench/store.sh [DIRECTORY]      the directory is on the disk to be measured; the default is below src/target
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -P -- "$here/../.." && pwd)
classpath=${BENCH_CLASSPATH:-$root/shell/target/dist/lib/*}
work=$(mktemp -d -p "${1:-$root/src/target}" bench-store-XXXXXX)
trap 'rm -rf -- "$work"' EXIT
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}
"${jdk}javac" -d "$work/classes" -cp "$classpath" "$here/store/StoreBench.java"
# The flags of the service.
java=("${jdk}java" -Xmx128m -XX:+UseSerialGC -XX:MaxDirectMemorySize=64m -Xss512k
  --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work" -cp "$work/classes:$classpath")
bench() { "${java[@]}" StoreBench "$@"; }

echo "$(nproc) processors, $(findmnt -no FSTYPE -T "$work") on $(findmnt -no SOURCE -T "$work"), $("${java[0]}" --version | head -1)"
bench commit "$work/commit"
for jobs in 1000 100000; do
  bench fill "$work/$jobs" "$jobs"
  bench open "$work/$jobs"
done
