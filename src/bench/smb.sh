#!/usr/bin/env bash
# Measures reading and writing a file of a share beside smbclient get and put and beside cp, in turns, and compares the bytes.
# Starts a Samba of its own. Needs a built tree (./bits), samba, smbclient, and to be root. Files lie in $TMPDIR or /var/tmp.
# usage: src/bench/smb.sh [MIB] [ROUNDS] [guest|account|signed]
#        RTT=20 src/bench/smb.sh 32 2      over a link of that round trip (ms) and RATE Mbit/s (400), and beside one handle of the library
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
lib=$here/../../shell/target/dist/lib
mib=${1:-1024} rounds=${2:-3} mode=${3:-guest}
address=${ADDRESS:-127.0.0.1} port=${PORT:-18445}
server=() client=()
if [[ -n ${RTT:-} ]]; then
  "$here/netlab/netlab.sh" up bench -d "$((RTT / 2))" -r "${RATE:-400}" -q 4096 >/dev/null
  server=("$here/netlab/netlab.sh" in bench-b) client=("$here/netlab/netlab.sh" in bench-a) address=10.77.0.2
fi
work=$(mktemp -d "${TMPDIR:-/var/tmp}/bits-bench-XXXXXX")
cd "$work"
mkdir share private lock state cache pid rpc log
stop() { kill "$smbd" 2>/dev/null || true; wait "$smbd" 2>/dev/null || true; [[ -z ${RTT:-} ]] || "$here/netlab/netlab.sh" down bench; cd /; rm -rf -- "$work"; }
signing=auto account=-
[[ $mode == guest ]] || account='root%Geheim-12'
[[ $mode != signed ]] || signing=mandatory
cat >smb.conf <<CONF
[global]
  workgroup = TEST
  server role = standalone server
  smb ports = $port
  interfaces = $address/24
  bind interfaces only = yes
  disable netbios = yes
  private dir = $work/private
  lock directory = $work/lock
  state directory = $work/state
  cache directory = $work/cache
  pid directory = $work/pid
  ncalrpc dir = $work/rpc
  log file = $work/log/smbd.log
  passdb backend = tdbsam:$work/private/passdb.tdb
  map to guest = Bad User
  guest account = root
  load printers = no
  printing = bsd
  disable spoolss = yes
  server signing = $signing
[bench]
  path = $work/share
  guest ok = yes
  writeable = yes
CONF
printf '[global]\n  client min protocol = SMB2_10\n  client signing = auto\n' >client.conf
printf 'Geheim-12\nGeheim-12\n' | smbpasswd -c smb.conf -s -a root >/dev/null
PATH=$PATH:/usr/sbin "${server[@]}" setsid smbd -F --no-process-group -s smb.conf >log/console 2>&1 &
smbd=$! # in a session of its own: as it ends it ends its whole process group
trap stop EXIT
for _ in {1..100}; do "${client[@]}" bash -c ": <'/dev/tcp/$address/$port'" 2>/dev/null && break; sleep 0.1; done
head -c "${mib}M" /dev/urandom >share/file
echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $(smbclient --version), $mode${RTT:+, $RTT ms}"
"${client[@]}" java -Xmx256m -XX:+UseSerialGC ${FLAGS:-} -cp "$lib/*" "$here/smb/SmbBench.java" \
  "$address:$port" "$work/share" "$work" "$account" "$rounds" "${RTT:+handle}"
