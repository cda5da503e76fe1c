#!/usr/bin/env bash
# Runs scenarios of three kinds and reads what they leave in R and in Python: both must find the powers of result.json in the trials, print
# the same, and draw a figure.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/readers/apt-install.sh r-base-core r-cran-jsonlite python3 python3-matplotlib
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

is_figure() {
  case "$1" in
    *.pdf) [[ $(head -c 5 "$1") == '%PDF-' ]] ;;
    *.png) [[ $(head -c 4 "$1" | tail -c 3) == 'PNG' ]] ;;
  esac
}

for scenario in quick-start scopes-ii hyport-adjuvant; do
  out=$folder/$scenario
  npm start --silent -- run "$scenario" --replicates 1000 --no-report --out "$out" > /dev/null 2>&1
  for figure in pdf png; do
    Rscript docs/read-a-result.R "$out" "$out/r.$figure" > "$out/r.txt"
    /usr/bin/python3 docs/read-a-result.py "$out" "$out/python.$figure" > "$out/python.txt"
    is_figure "$out/r.$figure"
    is_figure "$out/python.$figure"
  done
  diff "$out/r.txt" "$out/python.txt"
  echo "$scenario: R and Python find the powers of result.json in its trials"
  cat "$out/r.txt"
done
