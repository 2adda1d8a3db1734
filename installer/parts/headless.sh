#!/usr/bin/env bash
# The user side of "installer/run --headless": a window on a display of its own connects by itself,
# traffic flows through the tunnel, the window is photographed, everything ends.
#
#   headless.sh BIN PROFILE NET PICTURE
set -euo pipefail
bin=$1 profile=$2 net=$3 picture=$4
started=()

end() {
    "$bin/culvertctl" disconnect >/dev/null 2>&1 || true
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
}
trap end EXIT

fail() {
    echo "headless: $1" >&2
    "$bin/culvertctl" log 2>/dev/null | tail -n 15 >&2 || true
    exit 1
}

if [ -z "${DISPLAY:-}" ]; then
    exec 7<> <(:)
    number=$(mktemp)
    Xvfb -displayfd 7 -screen 0 1280x800x24 -nolisten tcp 7>"$number" 2>/dev/null &
    started+=($!)
    for _ in $(seq 100); do
        [ -s "$number" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$number")
    export DISPLAY
    rm -f "$number"
fi

"$bin/culvert" "$profile" &
started+=($!)

state() { "$bin/culvertctl" --json status | sed -n 's/.*"state" *: *"\([a-zA-Z]*\)".*/\1/p'; }

for _ in $(seq 60); do
    [ "$(state)" = on ] && break
    sleep 0.5
done
[ "$(state)" = on ] || fail "not connected, state is $(state)"
echo "  connected"
ping -c 3 -i 0.3 -q "$net.1.1" >/dev/null || fail 'no ping through the tunnel'
echo "  ping       answered by $net.1.1"
for _ in 1 2 3; do
    curl -fsS --max-time 30 -o /dev/null "http://$net.2.1/ten-megabytes" ||
        fail 'no page through the tunnel'
    sleep 1
done
echo "  fetch      10 MB three times from $net.2.1"
sleep 1
import -window root "$picture" || fail 'no screenshot'
"$bin/culvertctl" disconnect >/dev/null || fail 'disconnect failed'
