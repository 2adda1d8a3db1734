# shellcheck shell=bash disable=SC2034
# Words, steps and stops that the installer's scripts share. Sourced, never run.

readonly PREFIX=culvert                        # everything that is made carries it
readonly TRY_DIR=/opt/culvert-try              # the root-owned copy of the program
readonly RUN_DIR=/run/culvert-try              # what lives as long as one run
readonly STATE_DIR=/var/lib/culvert-try        # the helper's journal
readonly SOCKET_DIR=/run/culvert
readonly HELPER_ACCOUNT=culvert-helper
readonly GUEST_ACCOUNT=culvert-guest           # the user side where root itself called
readonly GROUP=culvert
readonly NAMESPACE=culvert-practice
readonly VETH_HERE=culvert-prac0
readonly VETH_THERE=culvert-prac1
readonly LIBRARIES_SIZE='150 MB'

step_name=''
step_line=''
step_started=0
ticker=''

say() { printf '%s\n' "$*"; }

clock() { printf '%d:%02d' $(((SECONDS - step_started) / 60)) $(((SECONDS - step_started) % 60)); }

# step NUMBER WORDS [quiet]: ends the step before with its time, begins the next. On a terminal a
# clock runs beside it, unless the step talks itself.
step() {
    step_end
    step_name=$2
    step_line="$1 of $STEPS · $2"
    step_started=$SECONDS
    if [ -t 1 ] && [ -z "${3:-}" ]; then
        tick 8<&- 9>&- &
        ticker=$!
    else
        say "$step_line"
    fi
}

tick() {
    trap 'exit 0' TERM
    trap '' INT
    while :; do
        printf '\r%-60s %s' "$step_line" "$(clock)"
        sleep 1
    done
}

step_end() {
    if [ -n "$ticker" ]; then
        kill "$ticker" 2>/dev/null && wait "$ticker" 2>/dev/null || true
        printf '\r%-60s %s\n' "$step_line" "$(clock)"
        ticker=''
    elif [ -n "$step_name" ]; then
        say "         done in $(clock)"
    fi
    step_name=''
}

# stop CAUSE COMMAND: names the step, the cause and the command to go on.
stop() {
    local name=$step_name
    step_end
    {
        printf '\nStopped%s\n' "${name:+ at: $name}"
        printf '  cause    %s\n' "$1"
        printf '  go on    %s\n' "$2"
    } >&2
    exit 1
}

have() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null 2>&1; }

# there PROGRAM|LIBRARY: whether this machine has it.
there() {
    case $1 in
        *.so.*) PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -qF "$1 " ;;
        *) have "$1" ;;
    esac
}

# missing PROGRAM=PACKAGE...: the packages of those that are not there.
missing() {
    local pair
    for pair; do
        there "${pair%%=*}" || printf '%s ' "${pair#*=}"
    done
}

# agent_lives: whether a run of installer/run is going on.
agent_lives() {
    local pid
    pid=$(cat $RUN_DIR/agent.pid 2>/dev/null) &&
        tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q 'parts/agent\.sh'
}

# waits CONDITION: up to ten seconds, until the shell words hold.
waits() {
    local i
    for i in $(seq 100); do
        ! eval "$1" || return 0
        sleep 0.1
    done
    return 1
}
