#!/usr/bin/env bash
# The part of installer/run that needs administrator rights. It reads commands from one named pipe
# and answers on another; when the asking side goes away, however it goes, it undoes all it did.
#
#   agent.sh PIPES SOURCE
#
# PIPES    folder with the pipes "ask" and "answer"
# SOURCE   the checkout that the program was built in
set -u
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
umask 022
pipes=$1 source=$2
here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"
. "$here/practice.sh"

helper_pid=''
tun_before=''

packages() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update >"$RUN_DIR/packages.log" 2>&1
    apt-get -q install -y --no-install-recommends "$@" >>"$RUN_DIR/packages.log" 2>&1 || {
        tail -n 3 "$RUN_DIR/packages.log" >&2
        return 1
    }
    mkdir -p "$TRY_DIR"
    printf '%s\n' "$@" >>"$TRY_DIR/packages"
}

# account NAME HOME: a system account with no password; keeps one that is there.
account() {
    getent passwd "$1" >/dev/null && return
    if [ "$2" = none ]; then
        useradd --system --user-group --no-create-home --home-dir /nonexistent \
            --shell /usr/sbin/nologin "$1"
    else
        useradd --user-group --create-home --shell /bin/sh "$1"
    fi
}

# runtime JDK: copies the program, and a JDK that other accounts could not reach.
runtime() {
    local jdk=$1 program=$source/target/culvert
    mkdir -p "$TRY_DIR"
    chmod 0755 "$TRY_DIR"
    case $jdk in
        /usr/* | /opt/*) ;;
        *)
            cmp -s "$jdk/release" "$TRY_DIR/jdk/release" || {
                rm -rf "$TRY_DIR/jdk"
                cp -r "$jdk" "$TRY_DIR/jdk"
            }
            jdk=$TRY_DIR/jdk
            ;;
    esac
    if ! cmp -s "$program/lib/culvert.jar" "$TRY_DIR/culvert/lib/culvert.jar"; then
        rm -rf "$TRY_DIR/culvert.new"
        cp -r "$program" "$TRY_DIR/culvert.new"
        rm -rf "$TRY_DIR/culvert"
        mv "$TRY_DIR/culvert.new" "$TRY_DIR/culvert"
    fi
    sed -i "s|^jdk=.*|jdk='$jdk'|" "$TRY_DIR"/culvert/bin/*
    chown -R root:root "$TRY_DIR"
    chmod -R go-w,a+rX "$TRY_DIR"
}

tun_access() {
    [ -c /dev/net/tun ] || {
        modprobe tun 2>/dev/null
        [ -c /dev/net/tun ] || { echo '/dev/net/tun is missing' >&2; return 1; }
    }
    case $(stat -c %a /dev/net/tun) in
        *6 | *7) ;;
        *)
            tun_before=$(stat -c '%a %u:%g' /dev/net/tun)
            printf '%s\n' "$tun_before" >"$RUN_DIR/tun"
            chgrp $HELPER_ACCOUNT /dev/net/tun && chmod 0660 /dev/net/tun
            ;;
    esac
}

# helper OWNER: the account or uid that may use it.
helper() {
    local owner i
    owner=$(id -u "$1") || return 1
    account $HELPER_ACCOUNT none || return 1
    getent group $GROUP >/dev/null || groupadd --system $GROUP
    tun_access || return 1
    rm -rf $SOCKET_DIR
    mkdir -m 0755 $SOCKET_DIR
    chown $HELPER_ACCOUNT $SOCKET_DIR
    install -d -m 0700 -o $HELPER_ACCOUNT -g $HELPER_ACCOUNT /var/lib/$PREFIX-try
    env -i PATH=/usr/sbin:/usr/bin setsid setpriv --reuid $HELPER_ACCOUNT \
        --regid $HELPER_ACCOUNT --clear-groups --inh-caps=-all,+net_admin \
        --ambient-caps=-all,+net_admin --bounding-set=-all,+net_admin --no-new-privs \
        $TRY_DIR/culvert/bin/culvert-helper --socket $SOCKET_DIR/helper.sock \
        --state /var/lib/$PREFIX-try --owner "$owner" \
        >"$RUN_DIR/helper.log" 2>&1 </dev/null &
    helper_pid=$!
    echo $helper_pid >"$RUN_DIR/helper.pid"
    for i in $(seq 100); do
        [ -S $SOCKET_DIR/helper.sock ] && break
        kill -0 $helper_pid 2>/dev/null || break
        sleep 0.1
    done
    [ -S $SOCKET_DIR/helper.sock ] || { tail -n 3 "$RUN_DIR/helper.log" >&2; return 1; }
    chown root:root $SOCKET_DIR
}

# practice NET JDK OWNER
practice() {
    mkdir -m 0711 "$RUN_DIR/practice"
    practice_up "$1" "$RUN_DIR/practice" "$source/profiles/practice.ovpn.in" "$2/bin/java" ||
        return 1
    chown "$3" "$RUN_DIR/practice/Practice.ovpn"
    chmod 0600 "$RUN_DIR/practice/Practice.ovpn"
}

end_helper() {
    local pid
    pid=$(cat "$RUN_DIR/helper.pid" 2>/dev/null)
    [ -n "$pid" ] && [ "$(stat -c %U "/proc/$pid" 2>/dev/null)" = $HELPER_ACCOUNT ] || return
    kill "$pid" 2>/dev/null
    local i
    for i in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || return
        sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null
}

# undo: everything of this run, or of one that was killed.
undo() {
    end_helper
    practice_down
    rm -rf $SOCKET_DIR /var/lib/$PREFIX-try
    if [ -r "$RUN_DIR/tun" ]; then
        read -r mode owners <"$RUN_DIR/tun"
        chmod "$mode" /dev/net/tun
        chown "$owners" /dev/net/tun
    fi
    rm -rf "$RUN_DIR"
}

# clean: what one run leaves for the next.
clean() {
    undo
    local made=''
    [ -r $TRY_DIR/packages ] && made=$(sort -u $TRY_DIR/packages | tr '\n' ' ')
    if [ -n "$made" ]; then
        # shellcheck disable=SC2086
        apt-get -q remove -y $made >/dev/null 2>&1
        echo "removed packages: $made" >&2
    fi
    rm -rf $TRY_DIR && echo "removed $TRY_DIR" >&2
    local account
    for account in $HELPER_ACCOUNT $GUEST_ACCOUNT; do
        if getent passwd $account >/dev/null; then
            userdel --remove $account 2>/dev/null
            echo "removed the account $account" >&2
        fi
    done
    getent group $GROUP >/dev/null && groupdel $GROUP
    true
}

answer() { echo "$1" >"$pipes/answer"; }

obey() {
    case $1 in
        packages) shift && packages "$@" ;;
        guest) account $GUEST_ACCOUNT home ;;
        runtime) runtime "$2" ;;
        helper) helper "$2" ;;
        practice) practice "$2" "$3" "$4" ;;
        clean) clean ;;
        *) return 2 ;;
    esac
}

[ -d "$RUN_DIR" ] && undo
mkdir -m 0755 "$RUN_DIR"
echo $$ >"$RUN_DIR/agent.pid"
trap '' INT HUP
trap 'undo; exit 0' TERM
exec 3<"$pipes/ask"
answer ok
while read -r line <&3; do
    # shellcheck disable=SC2086
    if obey $line 2>"$RUN_DIR/last-error"; then
        [ "${line%% *}" = clean ] && cat "$RUN_DIR/last-error" 2>/dev/null
        answer ok
    else
        answer "failed $(tr '\n' ' ' <"$RUN_DIR/last-error")"
    fi
done
undo
