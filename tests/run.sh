#!/usr/bin/env bash
# Runs every test project, one after another, and closes with one line of totals. tests/run.sh CONFIGURATION [dotnet test arguments]
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
configuration=${1:-Release}
shift || true
results="$here/../artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"
counter() { # KEY FILE…: the sum of one counter over result files
    local key=$1 sum=0 n
    shift
    for n in $(grep -hoE '<Counters [^>]*' "$@" 2>/dev/null | grep -oE " $key=\"[0-9]+" | grep -oE '[0-9]+'); do sum=$((sum + n)); done
    echo $sum
}

status=0
for project in "$here"/GrooveGuru.*.Tests; do
    name=$(basename "$project")
    dotnet test "$project" -c "$configuration" --no-build -nologo -v quiet --blame-hang-timeout 10m \
        --logger "console;verbosity=normal" --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" \
        >"$results/$name.log" 2>&1
    code=$?
    grep -E '^ *(Skipped|Failed) ' "$results/$name.log" || true
    took=$(grep -oE 'Duration: [^-]*' "$results/$name.log" | tail -n 1)
    if [ $code = 0 ]; then
        printf 'ok      %-32s %4d tests  %s\n' "$name" "$(counter executed "$results/$name.trx")" "$took"
    else
        status=1
        printf 'FAILED  %s (exit %s)\n' "$name" "$code"
        grep -vE '^ *(Passed|Skipped) ' "$results/$name.log" | tail -n 150
    fi
done
passed=$(counter passed "$results"/*.trx)
failed=$(counter failed "$results"/*.trx)
skipped=$(($(counter total "$results"/*.trx) - $(counter executed "$results"/*.trx)))
[ "$passed" -gt 0 ] || status=1
[ $status = 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
exit $status
