#!/usr/bin/env bash
# Adds up JUnit's reports: counts.sh FOLDER... Fails where nothing ran or something failed.
set -euo pipefail
shopt -s nullglob
tests=0 failed=0 skipped=0
for folder; do
    for report in "$folder"/TEST-*.xml; do
        line=$(grep -m 1 '<testsuite ' "$report")
        number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line"; }
        tests=$((tests + $(number tests)))
        failed=$((failed + $(number errors) + $(number failures)))
        skipped=$((skipped + $(number skipped)))
    done
done
printf 'Tests run: %d, Failures: %d, Errors: 0, Skipped: %d\n' "$tests" "$failed" "$skipped"
printf '%d passed, %d failed, %d skipped\n' $((tests - failed - skipped)) "$failed" "$skipped"
[ "$tests" -gt 0 ] && [ "$failed" = 0 ]
