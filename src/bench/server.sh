#!/usr/bin/env bash
# Measures the BITS server beside nginx with the same client, in turns: downloads, and uploads by PUT to nginx and
# by BITS_POST in fragments of 16 MiB to the server. All files are in memory (/dev/shm), so that the disk decides nothing.
# Needs a built tree (./bits), nginx with dav, curl.
# usage: src/bench/server.sh [MIB] [ROUNDS]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
bits=$here/../../shell/target/dist/bin/bits
mib=${1:-1024} rounds=${2:-5}
nginx=${PORT:-18290} ours=$((${PORT:-18290} + 1))
work=$(mktemp -d /dev/shm/bits-bench-XXXXXX)
export BITS_HOME=$work/home
cd "$work"
mkdir root temporary
stop() { [[ ! -s pid ]] || kill "$(<pid)" || true; [[ -z ${server:-} ]] || kill "$server" || true; wait; cd /; rm -rf -- "$work"; }
trap stop EXIT
[[ $(id -u) != 0 ]] || user="user root;"
cat >nginx.conf <<CONF
${user:-}
pid $work/pid; error_log $work/error.log; worker_processes 1; events {}
http {
  access_log off; sendfile on; client_max_body_size 0; client_body_temp_path $work/temporary; client_body_buffer_size 1m;
  proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  server { listen 127.0.0.1:$nginx; root $work/root; location / { dav_methods PUT; } }
}
CONF
PATH=$PATH:/usr/sbin nginx -c "$work/nginx.conf" -p "$work"
head -c "${mib}M" /dev/urandom >root/file
"$bits" serve root --port "$ours" --allow-upload --allow-overwrite >server.log 2>&1 &
server=$!
until grep -q "^Serving" server.log; do kill -0 "$server"; sleep 0.1; done
java -Xmx64m -XX:+UseSerialGC "$here/server/ServerBench.java" "$work" "$nginx" "$ours" "$rounds"
