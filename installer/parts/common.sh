# shellcheck shell=bash disable=SC2034
# Words, steps and stops that the installer's scripts share. Sourced, never run.

readonly PREFIX=culvert                        # everything that is made carries it
readonly TRY_DIR=/opt/culvert-try              # the root-owned copy of the program
readonly RUN_DIR=/run/culvert-try              # what lives as long as one run
readonly SOCKET_DIR=/run/culvert
readonly HELPER_ACCOUNT=culvert-helper
readonly GUEST_ACCOUNT=culvert-guest           # the user side where root itself called
readonly GROUP=culvert
readonly NAMESPACE=culvert-practice
readonly VETH_HERE=cvprac0
readonly VETH_THERE=cvprac1

step_name=''
step_started=0

say() { printf '%s\n' "$*"; }

# step NUMBER TOTAL WORDS: ends the step before with its time, begins the next.
step() {
    step_end
    step_name=$3
    step_started=$SECONDS
    printf '%s of %s · %s\n' "$1" "$2" "$3"
}

step_end() {
    [ -z "$step_name" ] || printf '         done in %d:%02d\n' \
        $(((SECONDS - step_started) / 60)) $(((SECONDS - step_started) % 60))
    step_name=''
}

# stop CAUSE COMMAND: names the step, the cause and the command to go on.
stop() {
    {
        printf '\nStopped%s\n' "${step_name:+ at: $step_name}"
        printf '  cause    %s\n' "$1"
        [ -z "${2:-}" ] || printf '  go on    %s\n' "$2"
    } >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# installed PACKAGE: whether dpkg knows it as installed.
installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing PACKAGE...: those of them that are not installed.
missing() {
    local package
    for package; do
        installed "$package" || printf '%s ' "$package"
    done
}
