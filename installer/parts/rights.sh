# shellcheck shell=bash disable=SC2034
# Asks for administrator rights once and speaks to the part that has them. Sourced by run.
#
# Two named pipes join run and agent.sh. Run holds the only writing end of "ask" as descriptor 9:
# when run is gone, however it went, the agent reads the end and undoes everything. Who starts the
# agent holds "answer" open: where no rights are given, run reads its end as descriptor 8.

pipes=''

# rights_tool: what this machine asks people with.
rights_tool() {
    if [ "$(id -u)" = 0 ]; then echo none
    elif have sudo; then echo sudo
    elif have pkexec && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then echo pkexec
    elif have su; then echo su
    else echo missing; fi
}

# with_rights COMMAND...: starts it as root, away from the terminal, so that Ctrl-C reaches run.
with_rights() {
    case $(rights_tool) in
        none) "$@" </dev/null ;;
        sudo) sudo "$@" </dev/null ;;
        pkexec) pkexec "$@" </dev/null ;;
        su) su -c "exec $(printf '%q ' "$@")" root </dev/tty ;;
    esac
}

# agent_start: one question, then the agent listens.
agent_start() {
    case $(rights_tool) in
        missing) stop 'there is no sudo, pkexec or su' 'start installer/run in a root shell' ;;
        sudo) sudo -v || stop 'the rights were not given' "$again" ;;
    esac
    pipes=$(mktemp -d -t culvert-run-XXXXXX)
    mkfifo "$pipes/ask" "$pipes/answer"
    exec 9<>"$pipes/ask"
    with_rights bash "$here/installer/parts/agent.sh" "$pipes/ask" "$here" >"$pipes/answer" 9>&- &
    agent_pid=$!
    exec 8<"$pipes/answer"
    local reply=''
    read -r reply <&8 || true
    [ "$reply" = ready ] || stop "${reply:-the rights were not given}" "$again"
}

# ask COMMAND [ARGUMENT...]: one command to the agent; prints its words, stops where it failed.
ask() {
    local IFS=$'\t' reply=''
    echo "$*" >&9
    read -r reply <&8 || reply='failed the part with administrator rights is gone'
    case $reply in
        'ok ') ;;
        'ok '*) tr '\t' '\n' <<<"${reply#ok }" ;;
        *) stop "$(tr '\t' ' ' <<<"${reply#failed }")" "$again" ;;
    esac
}

# agent_end: lets the agent undo everything and waits for it.
agent_end() {
    [ -n "$pipes" ] || return 0
    { exec 9>&-; } 2>/dev/null || true
    wait "$agent_pid" 2>/dev/null || true
    rm -rf "$pipes"
    pipes=''
}
