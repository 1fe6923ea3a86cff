#!/usr/bin/env bash
# Measures uploads beside curl -T to nginx, in turns: by PUT to nginx over http and https, and by BITS_POST to the BITS server.
# The file is in the page cache and the servers write into memory (/dev/shm), so that the disk decides nothing.
# Needs a built tree (./bits), nginx, curl, openssl.
# usage: src/bench/upload.sh [MIB] [ROUNDS]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
lib=$here/../../shell/target/dist/lib bits=$here/../../shell/target/dist/bin/bits
mib=${1:-1024} rounds=${2:-7}
port=${PORT:-18190} tls=$((${PORT:-18190} + 1)) ours=$((${PORT:-18190} + 2))
work=$(mktemp -d /dev/shm/bits-bench-XXXXXX)
cd "$work"
export BITS_HOME=$work/home
mkdir root temporary taken
stop() { [[ ! -s pid ]] || kill "$(<pid)" || true; [[ -z ${server:-} ]] || kill "$server" || true; wait; cd /; rm -rf -- "$work"; }
trap stop EXIT
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 2 -subj /CN=localhost \
  -addext subjectAltName=IP:127.0.0.1 2>/dev/null
[[ $(id -u) != 0 ]] || user="user root;"
cat >nginx.conf <<CONF
${user:-}
pid $work/pid; error_log $work/error.log; worker_processes 1; events {}
http {
  access_log off; client_max_body_size 0; client_body_temp_path $work/temporary; client_body_buffer_size 1m;
  proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  server {
    listen 127.0.0.1:$port; listen 127.0.0.1:$tls ssl; ssl_certificate certificate.pem; ssl_certificate_key key.pem;
    ssl_protocols TLSv1.3; root $work/root; location / { dav_methods PUT; }
  }
}
CONF
PATH=$PATH:/usr/sbin nginx -c "$work/nginx.conf" -p "$work"
head -c "${mib}M" /dev/urandom >file
echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $(curl --version | cut -d' ' -f1,2 | head -1), $mib MiB, $rounds rounds"
"$bits" serve taken --port "$ours" --allow-upload --allow-overwrite >server.log 2>&1 &
server=$!
until grep -q "^Serving" server.log; do kill -0 "$server"; sleep 0.1; done
grep '^"\?-X' "$lib/service.args" >flags # the jobs run in this process, which is to be like the service's
measure() { java @flags -cp "$lib/*" "$here/upload/UploadBench.java" "$work/file" "$@"; }
measure "http://127.0.0.1:$port/x" "$rounds"
measure "https://127.0.0.1:$tls/x" "$rounds"
measure "http://127.0.0.1:$port/x" "$rounds" "http://127.0.0.1:$ours/x"
