#!/usr/bin/env bash
# Builds and tests everything; the last line is "N passed, N failed".
#   bash tests/run.sh             what is missing on this machine is named and its tests are shown as skipped
#   bash tests/run.sh --install   (or CI=true) first installs what is missing from Debian's packages (needs root)
# Further arguments go to "dotnet test", e.g. --filter FullyQualifiedName~Journeys
set -uo pipefail
cd "$(dirname "$0")/.."
install=${CI:-false}
if [ "${1:-}" = "--install" ]; then install=true; shift; fi

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
[ -n "$(postgres_bin)" ] && [ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ] && [ "$install" = true ]; then
  echo "installing: ${missing[*]} fontconfig"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" fontconfig >/dev/null || echo "installation failed"
  missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -n "$(postgres_bin)" ] || missing+=(postgresql)
fi
for name in "${missing[@]}"; do echo "missing: $name - the tests that need it are skipped (bash tests/run.sh --install adds it)"; done

results=artifacts/test-results
rm -rf "$results"; mkdir -p "$results"
failed_steps=0
step() { echo "== $*"; "$@" || { failed_steps=$((failed_steps + 1)); echo "FAILED: $*"; }; }

step dotnet build SpecialEquipment.Workflow.sln --nologo -v quiet -clp:NoSummary
if [ $failed_steps -eq 0 ]; then
  dotnet test SpecialEquipment.Workflow.sln --no-build --nologo --logger "trx" --results-directory "$results" "$@"
  test_exit=$?
  ( cd src/console && npm run --silent typecheck ) || failed_steps=$((failed_steps + 1))
  ( cd src/console && npm run --silent lint ) || failed_steps=$((failed_steps + 1))
  ( cd src/console && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json=../../$results/console.json ) || test_exit=1
else
  test_exit=1
fi

sum() { # attribute of the <Counters> of every TRX file
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | grep -o "$1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{s += $1} END {print s + 0}'
}
console() { # a number of the console's test report
  [ -f "$results/console.json" ] && node -p "JSON.parse(require('fs').readFileSync('$results/console.json','utf8')).$1" || echo 0
}
passed=$(( $(sum passed) + $(console numPassedTests) ))
failed=$(( $(sum failed) + $(sum error) + $(sum timeout) + $(sum aborted) + $(console numFailedTests) + failed_steps ))
total=$(sum total); executed=$(sum executed)
[ "$passed" -gt 0 ] || failed=$((failed + 1))           # a run without tests is no success
if [ $test_exit -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi   # a test host that crashed counts
echo "skipped: $((total - executed))"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
