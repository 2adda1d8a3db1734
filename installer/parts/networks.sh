# shellcheck shell=bash disable=SC2034
# Chooses a network that this machine does not use. Sourced.

to_number() {
    local a b c d
    IFS=. read -r a b c d <<<"$1"
    echo $(((a << 24) + (b << 16) + (c << 8) + d))
}

# overlaps NETWORK/BITS NETWORK/BITS
overlaps() {
    local one=${1%/*} two=${2%/*} bits
    bits=$((${1#*/} < ${2#*/} ? ${1#*/} : ${2#*/}))
    local shift=$((32 - bits))
    [ $(($(to_number "$one") >> shift)) = $(($(to_number "$two") >> shift)) ]
}

# used_networks: every IPv4 network that some route or address of this machine names; the kernel's
# table of routes speaks where the program "ip" is not here yet.
used_networks() {
    {
        ip -4 route show table all
        ip -4 -o addr show | awk '{print $4}'
        awk '/\|--/ {at = $2} /^ *\/[0-9]/ {print at $1}' /proc/net/fib_trie
    } 2>/dev/null | grep -oE '\b([0-9]{1,3}\.){3}[0-9]{1,3}(/[0-9]{1,2})?' |
        awk '{print index($0, "/") ? $0 : $0 "/32"}' | grep -v '^0\.' | sort -u
}

# free_network: the first 10.N.0.0/22 from N = 83 on that overlaps nothing, as "10.N".
free_network() {
    local used n network taken
    used=$(used_networks)
    for n in $(seq 83 250); do
        taken=''
        for network in $used; do
            if overlaps "10.$n.0.0/22" "$network"; then
                taken=yes
                break
            fi
        done
        if [ -z "$taken" ]; then
            echo "10.$n"
            return
        fi
    done
    return 1
}
