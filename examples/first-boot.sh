#!/bin/sh
# A script as cloud-init runs it at the first boot: SOURCE TARGET-DIRECTORY. It may run at every boot: what is here stays.
# Exit codes of bits: 0 done, 2 wrong use, 4 not found, 5 time was up, 11 no service; others in the manual.
set -eu
bits=${BITS:-bits}
here=$(cd -- "$(dirname -- "$0")" && pwd)
source=$1
target=$2

mkdir -p "$target"
for script in ensure-file.ps1 ensure-file.groovy; do
  name=${script##*.}.bin
  if result=$("$bits" --no-input --json-lines "$here/$script" "$source" "$target/$name"); then
    case $result in
      *'"changed":true'*) echo "$name: fetched" ;;
      *) echo "$name: unchanged" ;;
    esac
  else
    code=$?
    echo "$name: failed with code $code" >&2
    exit "$code"
  fi
done
