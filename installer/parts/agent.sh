#!/usr/bin/env bash
# The part of installer/run that needs administrator rights. It reads commands, one a line with its
# words between tabs, and answers on stdout: "ready" once, then "ok WORDS" or "failed WORDS". When
# the asking side goes away, however it goes, it undoes all it did.
#
#   agent.sh PIPE SOURCE
#
# PIPE     where the commands come from; its folder goes in the end
# SOURCE   the checkout that the program was built in
set -u
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
umask 022
pipe=$1 source=$2
here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"
. "$here/practice.sh"

installed_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" {print $2}' | sort
}

packages() {
    export DEBIAN_FRONTEND=noninteractive
    local log=$RUN_DIR/packages.log
    installed_packages >"$RUN_DIR/packages-before"
    apt-get -q update >"$log" 2>&1
    apt-get -q install -y --no-install-recommends "$@" >>"$log" 2>&1 || {
        grep '^E:' "$log" | head -n 2 >&2
        return 1
    }
    mkdir -p $TRY_DIR
    installed_packages | comm -13 "$RUN_DIR/packages-before" - >>$TRY_DIR/packages
}

# account NAME HOME: an account with no password; keeps one that is there.
account() {
    getent passwd "$1" >/dev/null && return
    mkdir -p $TRY_DIR
    if [ "$2" = none ]; then
        useradd --system --user-group --no-create-home --home-dir /nonexistent \
            --shell /usr/sbin/nologin "$1"
    else
        useradd --user-group --create-home --shell /bin/sh "$1"
    fi && echo "$1" >>$TRY_DIR/accounts
}

group() {
    getent group $GROUP >/dev/null && return
    groupadd --system $GROUP && touch $TRY_DIR/group
}

# copied PROGRAM JDK: whether the copy is that program, started by that JDK.
copied() {
    diff -rq "$1/lib" $TRY_DIR/culvert/lib && diff -q "$1/native" $TRY_DIR/culvert/native &&
        sed "s|^jdk=.*|jdk='$2'|" "$1/bin/culvert-helper" | cmp -s - $TRY_DIR/culvert/bin/culvert-helper
} >/dev/null 2>&1

# runtime JDK: copies the program, and a JDK that other accounts could not reach.
runtime() {
    local jdk=$1 program=$source/target/culvert
    mkdir -p $TRY_DIR
    chmod 0755 $TRY_DIR
    case $jdk in
        /usr/* | /opt/*) ;;
        *)
            cmp -s "$jdk/release" $TRY_DIR/jdk/release || {
                rm -rf $TRY_DIR/jdk
                cp -r "$jdk" $TRY_DIR/jdk
            }
            jdk=$TRY_DIR/jdk
            ;;
    esac
    copied "$program" "$jdk" || {
        rm -rf $TRY_DIR/culvert
        cp -r "$program" $TRY_DIR/culvert
        sed -i "s|^jdk=.*|jdk='$jdk'|" $TRY_DIR/culvert/bin/*
        chown -R root:root $TRY_DIR
        chmod -R go-w,a+rX $TRY_DIR
        "$jdk/bin/java" "$source/installer/Caches.java" $TRY_DIR/culvert 3<&-
    }
}

tun_access() {
    [ -c /dev/net/tun ] || modprobe tun 2>/dev/null
    [ -c /dev/net/tun ] || { echo '/dev/net/tun is missing' >&2; return 1; }
    case $(stat -c %a /dev/net/tun) in
        *6 | *7) ;;
        *)
            stat -c '%a %u:%g' /dev/net/tun >"$RUN_DIR/tun"
            chgrp $HELPER_ACCOUNT /dev/net/tun && chmod 0660 /dev/net/tun
            ;;
    esac
}

# helper_start SOCKET OWNER: the helper, under its own account with one capability.
helper_start() {
    env -i PATH=/usr/sbin:/usr/bin setsid setpriv --reuid $HELPER_ACCOUNT \
        --regid $HELPER_ACCOUNT --clear-groups --inh-caps=-all,+net_admin \
        --ambient-caps=-all,+net_admin --bounding-set=-all,+net_admin --no-new-privs \
        $TRY_DIR/culvert/bin/culvert-helper --socket "$1" --state $STATE_DIR --owner "$2" \
        >>"$RUN_DIR/helper.log" 2>&1 </dev/null 3<&- &
    local pid=$!
    echo $pid >"$RUN_DIR/helper.pid"
    waits "[ -S $1 ] || [ ! -d /proc/$pid ]"
    [ -S "$1" ] || { tail -n 3 "$RUN_DIR/helper.log" >&2; return 1; }
}

# helper OWNER: the account that may use it.
helper() {
    local owner
    owner=$(id -u "$1") || return 1
    account $HELPER_ACCOUNT none && group && tun_access || return 1
    if grep -q " $SOCKET_DIR/helper.sock\$" /proc/net/unix; then
        echo "another helper serves $SOCKET_DIR/helper.sock" >&2
        return 1
    fi
    rm -rf $SOCKET_DIR
    install -d -m 0755 -o $HELPER_ACCOUNT $SOCKET_DIR
    touch "$RUN_DIR/socket"
    install -d -m 0700 -o $HELPER_ACCOUNT -g $HELPER_ACCOUNT $STATE_DIR
    helper_start $SOCKET_DIR/helper.sock "$owner" || return 1
    chown root:root $SOCKET_DIR
}

# practice NET JDK OWNER SERVER: the server, its profile, and a folder for the user side.
practice() {
    mkdir -m 0711 "$RUN_DIR/practice"
    install -d -m 0700 -o "$3" "$RUN_DIR/user"
    practice_up "$1" "$RUN_DIR/practice" "$source/profiles/practice.ovpn.in" "$2/bin/java" "$4" ||
        return 1
    chown "$3" "$RUN_DIR/practice/Practice.ovpn"
    chmod 0600 "$RUN_DIR/practice/Practice.ovpn"
}

# program_pids: what runs of the copied program (window, command line, helper) or drives it.
program_pids() {
    local folder
    for folder in /proc/[0-9]*; do
        tr '\0' ' ' 2>/dev/null <"$folder/cmdline" | grep -qE " $TRY_DIR/culvert/(lib|bin) " &&
            echo "${folder#/proc/}"
    done
}

# end_program: the window first, so that the helper can say good-bye to the server.
end_program() {
    local helper pid
    helper=$(cat "$RUN_DIR/helper.pid" 2>/dev/null)
    for pid in $(program_pids); do
        [ "$pid" = "$helper" ] || kill "$pid"
    done
    [ -z "$helper" ] || kill "$helper"
    waits '[ -z "$(program_pids)" ]'
    for pid in $(program_pids); do
        kill -9 "$pid"
    done
} 2>/dev/null

# recover: a helper that was killed left its journal; one more start undoes what it names.
recover() {
    [ -s $STATE_DIR/journal ] && [ -x $TRY_DIR/culvert/bin/culvert-helper ] || return 0
    install -d -m 0700 -o $HELPER_ACCOUNT "$RUN_DIR/recover"
    helper_start "$RUN_DIR/recover/helper.sock" 0
    end_program
} 2>/dev/null

# undo: everything of this run, or of one that was killed.
undo() {
    local mode owners
    end_program
    recover
    practice_down
    [ ! -e "$RUN_DIR/socket" ] || rm -rf $SOCKET_DIR
    [ -s $STATE_DIR/journal ] || rm -rf $STATE_DIR
    if [ -r "$RUN_DIR/tun" ]; then
        read -r mode owners <"$RUN_DIR/tun"
        chown "$owners" /dev/net/tun
        chmod "$mode" /dev/net/tun
    fi
    remove_pipes "$(cat $RUN_DIR/pipes 2>/dev/null)"
    rm -rf $RUN_DIR
}

# remove_pipes FOLDER: what both sides spoke by.
remove_pipes() {
    [ -n "$1" ] || return 0
    rm -f "$1/ask" "$1/answer"
    rmdir "$1" 2>/dev/null
}

# clean: what one run leaves for the next; names what it removes.
clean() {
    clean_packages
    local name
    for name in $(cat $TRY_DIR/accounts 2>/dev/null); do
        userdel --remove "$name" 2>/dev/null
        echo "removed the account $name"
    done
    [ ! -e $TRY_DIR/group ] || { groupdel $GROUP && echo "removed the group $GROUP"; }
    [ ! -d $TRY_DIR ] || { rm -rf $TRY_DIR && echo "removed $TRY_DIR"; }
}

# clean_packages: those that a run installed, unless something else has come to need them.
clean_packages() {
    local made others
    made=$(cat $TRY_DIR/packages 2>/dev/null | sort -u)
    [ -n "$made" ] || return 0
    # shellcheck disable=SC2086
    others=$(apt-get -s purge $made | awk '/^(Remv|Purg)/ {print $2}' | sort -u |
        comm -23 - <(echo "$made"))
    if [ -n "$others" ]; then
        echo "kept the packages, because these need some of them: "$others
        return
    fi
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get -q purge -y $made >/dev/null 2>&1 &&
        echo "removed the packages "$made
}

obey() {
    case $1 in
        packages) shift && packages "$@" ;;
        guest) account $GUEST_ACCOUNT home ;;
        runtime) runtime "$2" ;;
        helper) helper "$2" ;;
        practice) practice "$2" "$3" "$4" "$5" ;;
        clean) clean ;;
        *) return 2 ;;
    esac
}

# line WORDS: on one line, ends of lines as tabs.
line() { printf '%s' "$1" | tr '\n' '\t'; }

# Read as a whole before it starts, so that a checkout may change under it.
main() {
    agent_lives && { echo 'it runs already'; exit 1; }
    [ ! -d $RUN_DIR ] || undo
    exec 3<"$pipe"
    mkdir -m 0755 $RUN_DIR
    echo $$ >$RUN_DIR/agent.pid
    echo "${pipe%/*}" >$RUN_DIR/pipes
    trap '' INT HUP PIPE
    trap 'undo; exit 0' TERM
    echo ready
    local words said
    while IFS=$'\t' read -ra words <&3; do
        if said=$(obey "${words[@]}" 2>&1); then
            echo "ok $(line "$said")"
        else
            echo "failed $(line "$said")"
        fi
    done
    undo
    exit 0
}

main
