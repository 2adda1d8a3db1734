# shellcheck shell=bash
# The user side of "installer/run --headless": on a display of its own the window connects by
# itself, traffic flows through the tunnel, the window is photographed, everything ends.
#
#   BIN PROFILE NET PICTURE
set -euo pipefail
bin=$1 profile=$2 net=$3 picture=$4
started=()

end() {
    "$bin/culvertctl" disconnect >/dev/null 2>&1 || true
    local i
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        kill "${started[i]}" 2>/dev/null && wait "${started[i]}" || true
    done
}
trap end EXIT
trap 'exit 143' TERM INT

fail() {
    echo "  $1" >&2
    "$bin/culvertctl" log 2>/dev/null | tail -n 15 >&2 || true
    exit 1
}

# until_true SECONDS COMMAND...
until_true() {
    local i
    for ((i = 0; i < $1 * 5; i++)); do
        ! "${@:2}" || return 0
        sleep 0.2
    done
    return 1
}

display() {
    local number=${picture%/*}/display
    Xvfb -displayfd 7 -screen 0 1280x800x24 -nolisten tcp 7>"$number" 2>/dev/null &
    started+=($!)
    until_true 10 test -s "$number" || fail 'no display: Xvfb did not start'
    DISPLAY=:$(cat "$number")
    export DISPLAY
}

connected() { "$bin/culvertctl" --json status | grep -q '"state" *: *"on"'; }

window() {
    NO_AT_BRIDGE=1 "$bin/culvert" "$profile" &
    started+=($!)
    until_true 30 connected || fail "not connected: $("$bin/culvertctl" status)"
    echo "  connected  by the window"
}

traffic() {
    ping -c 3 -i 0.3 -q "$net.1.1" >/dev/null || fail 'no ping through the tunnel'
    echo "  ping       answered by $net.1.1"
    curl -fsS --max-time 60 -o /dev/null "http://$net.2.1/ten-megabytes" ||
        fail 'no page through the tunnel'
    echo "  fetch      10 MB from http://$net.2.1/"
}

# a_lively_while: traffic that comes and goes, so that the graph has something to show.
a_lively_while() {
    local rate
    for rate in 400k 1500k 800k 2500k; do
        curl -fs --max-time 4 --limit-rate $rate -o /dev/null "http://$net.2.1/ten-megabytes" || true
    done
}

display
window
traffic
a_lively_while
import -window Culvert "$picture" || fail 'no screenshot'
