#!/bin/sh
# Runs Node where docxtemplater and pizzip are installed: node.sh SCRIPT FOLDER TIMES.
script=$(realpath "$1") && shift && cd "${PEERS:-/tmp/peers}" && exec node "$script" "$@"
