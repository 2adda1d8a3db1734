# shellcheck shell=bash disable=SC2034
# Asks for administrator rights once and speaks to the part that has them. Sourced by run.

pipes=''

# rights_tool: what this machine asks people with.
rights_tool() {
    if [ "$(id -u)" = 0 ]; then echo none
    elif have sudo; then echo sudo
    elif have pkexec && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then echo pkexec
    elif have su; then echo su
    else echo missing; fi
}

# agent_start: one question, then the agent listens.
agent_start() {
    pipes=$(mktemp -d)
    mkfifo "$pipes/ask" "$pipes/answer"
    local agent=$here/installer/parts/agent.sh
    case $(rights_tool) in
        none) bash "$agent" "$pipes" "$here" & ;;
        sudo) sudo -v && sudo bash "$agent" "$pipes" "$here" & ;;
        pkexec) pkexec bash "$agent" "$pipes" "$here" & ;;
        su) su -c "exec bash '$agent' '$pipes' '$here'" root & ;;
        missing) stop 'there is no sudo, pkexec or su' 'run installer/run in a root shell' ;;
    esac
    agent_pid=$!
    exec 8<>"$pipes/answer"
    (while kill -0 $agent_pid 2>/dev/null; do sleep 0.3; done; echo 'failed rights were not given' >&8) &
    watcher_pid=$!
    exec 9>"$pipes/ask"
    local reply
    read -r reply <&8
    [ "$reply" = ok ] || stop "${reply#failed }" 'installer/run'
}

# ask COMMAND [ARGUMENT...]: one command to the agent; stops with its words when it fails.
ask() {
    local reply
    echo "$*" >&9
    read -r reply <&8
    [ "$reply" = ok ] || stop "${reply#failed }" 'installer/run'
}

# agent_end: lets the agent undo everything and waits for it.
agent_end() {
    [ -n "$pipes" ] || return 0
    kill "$watcher_pid" 2>/dev/null
    exec 9>&-
    wait "$agent_pid" 2>/dev/null
    rm -rf "$pipes"
    pipes=''
}
