#!/usr/bin/env bash
# Measures uploads by PUT to nginx beside curl -T, in turns, over http and https. The file is in the page cache and the server
# writes into memory (/dev/shm), so that the disk decides nothing. Needs a built tree (./bits), nginx, curl, openssl.
# usage: src/bench/upload.sh [MIB] [ROUNDS]
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
lib=$here/../../shell/target/dist/lib
mib=${1:-1024} rounds=${2:-7}
port=${PORT:-18190} tls=$((${PORT:-18190} + 1))
work=$(mktemp -d /dev/shm/bits-bench-XXXXXX)
cd "$work"
mkdir root temporary
stop() { [[ ! -s pid ]] || kill "$(<pid)" || true; cd /; rm -rf -- "$work"; }
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
for url in "http://127.0.0.1:$port/x" "https://127.0.0.1:$tls/x"; do
  java -Xmx256m -XX:+UseSerialGC -cp "$lib/*" "$here/upload/UploadBench.java" "$work/file" "$url" "$rounds"
done
