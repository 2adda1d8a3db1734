# shellcheck shell=bash
# The laboratory of installer/bench. Sourced. Figures go to $folder/NAME.figures, one "key value" a
# line; each client has the same server, which is started anew for it.

in_client() { nsenter --net=/run/netns/$CLIENT "$@"; }
in_server() { nsenter --net=/run/netns/$SERVER "$@"; }

bench_up() {
    ip netns add $CLIENT
    ip netns add $SERVER
    ip link add bench0 netns $CLIENT type veth peer name bench1 netns $SERVER
    in_client ip addr add 10.87.0.1/30 dev bench0
    in_server ip addr add 10.87.0.2/30 dev bench1
    in_client ip link set bench0 up
    in_client ip link set lo up
    in_server ip link set bench1 up
    practice_pki "$folder/pki"
    in_server iperf3 --server --daemon --logfile "$folder/iperf3.log"
    {
        printf '%s\n' client 'dev tun' 'proto udp' 'remote 10.87.0.2 1194' nobind \
            'remote-cert-tls server' 'explicit-exit-notify 1'
        printf '<ca>\n%s\n</ca>\n' "$(cat "$folder/pki/ca.crt")"
        printf '<cert>\n%s\n</cert>\n' "$(openssl x509 -in "$folder/pki/client.crt")"
        printf '<key>\n%s\n</key>\n' "$(cat "$folder/pki/client.key")"
        printf '<tls-crypt>\n%s\n</tls-crypt>\n' "$(cat "$folder/pki/extra.key")"
    } >"$folder/bench.ovpn"
}

bench_down() {
    local code=$? name
    for name in $CLIENT $SERVER; do
        { ip netns pids $name | xargs -r kill; } 2>/dev/null || true
        waits "[ -z \"\$(ip netns pids $name 2>/dev/null)\" ]" || ip netns pids $name | xargs -r kill -9
        ip netns del $name 2>/dev/null || true
    done
    rm -rf "$folder"
    exit $code
}

server_start() {
    in_server openvpn --dev tun --proto udp4 --local 10.87.0.2 --topology subnet \
        --server 10.87.1.0 255.255.255.0 --ca "$folder/pki/ca.crt" --cert "$folder/pki/server.crt" \
        --key "$folder/pki/server.key" --tls-crypt "$folder/pki/extra.key" --dh none \
        --keepalive 10 60 --data-ciphers AES-256-GCM --verb 3 --log "$folder/server.log" \
        --writepid "$folder/server.pid" --daemon
    waits "grep -qs 'Initialization Sequence Completed' '$folder/server.log'"
}

server_end() {
    kill "$(cat "$folder/server.pid")"
    waits "[ ! -d /proc/$(cat "$folder/server.pid") ]"
    rm -f "$folder/server.log"
}

now() { date +%s%N; }

# openvpn_up: prints the pid and how many milliseconds it took until traffic could flow.
openvpn_up() {
    local start
    start=$(now)
    in_client openvpn --config "$folder/bench.ovpn" --log "$folder/client.log" \
        --writepid "$folder/client.pid" --daemon
    until grep -qs 'Initialization Sequence Completed' "$folder/client.log"; do sleep 0.01; done
    echo "$(cat "$folder/client.pid") $((($(now) - start) / 1000000))"
}

# culvert_up: the same; the helper runs before, as it does on a desktop.
culvert_up() {
    local start pid asking
    nsenter --net=/run/netns/$CLIENT "$here/target/culvert/bin/culvert-helper" --socket "$folder/helper.sock" \
        --state "$folder/state" --owner 0 >"$folder/helper.log" 2>&1 &
    pid=$!
    waits "[ -S $folder/helper.sock ]" || stop 'the helper did not start' "cat $folder/helper.log"
    ctl connect "$folder/bench.ovpn" --wait 30 >/dev/null || stop 'culvert did not connect' installer/bench
    ctl disconnect >/dev/null
    waits "! nsenter --net=/run/netns/$CLIENT ip -o addr | grep -q 10.87.1."
    start=$(now)
    ctl status >/dev/null
    asking=$(($(now) - start))
    start=$(now)
    ctl connect "$folder/bench.ovpn" --wait 30 >/dev/null || stop 'culvert did not connect' installer/bench
    echo "$pid $((($(now) - start - asking) / 1000000))"
}

ctl() { "$here/target/culvert/bin/culvertctl" --socket "$folder/helper.sock" "$@"; }

# ticks PID: its processor time so far, in hundredths of a second.
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }

# flow KEY PID ARGUMENT...: an iperf3 run; bits a second and the client's seconds for one GiB.
flow() {
    local key=$1 pid=$2 before after json bits octets
    shift 2
    before=$(ticks "$pid")
    json=$(in_client iperf3 --client $INSIDE --time "$FLOW" --json "$@")
    after=$(ticks "$pid")
    bits=$(number_of bits_per_second "$json")
    octets=$(number_of bytes "$json")
    awk -v key="$key" -v bits="$bits" -v octets="$octets" -v ticks=$((after - before)) 'BEGIN {
        printf "%s-mbit %.0f\n%s-cpu %.1f\n", key, bits / 1e6, key, ticks / 100 * 2^30 / octets
    }'
}

# number_of NAME JSON: of what arrived in the whole run.
number_of() {
    awk -v name="\"$1\":" '/"sum_received"/ {seen = 1} seen && $1 == name {gsub(",", "", $2); print $2; exit}' <<<"$2"
}

# small KEY PID: packets of 64 octets, as many as pass; how many arrived a second.
small() {
    local json
    json=$(in_client iperf3 --client $INSIDE --udp --length 64 --bitrate 0 --time "$FLOW" --json)
    awk -v key="$1" -v bits="$(number_of bits_per_second "$json")" \
        'BEGIN {printf "%s-pps %.0f\n", key, bits / 8 / 64}'
}

measure() {
    local name=$1 pid millis
    server_start
    read -r pid millis < <("${name}_up")
    {
        echo "connect $millis"
        flow up "$pid"
        flow down "$pid" --reverse
        small small
        awk '/VmRSS/ {printf "memory %.0f\n", $2 / 1024}' "/proc/$pid/status"
    } >"$folder/$name.figures"
    kill "$pid"
    waits "[ ! -d /proc/$pid ]"
    server_end
}

table() {
    printf '| AES-256-GCM over UDP, one server | openvpn | culvert | culvert / openvpn |\n| --- | --- | --- | --- |\n'
    local key words
    while IFS='=' read -r key words; do
        awk -v key="$key" -v words="$words" '
            $1 == key {value[FILENAME] = $2; order[++n] = $2}
            END {printf "| %s | %s | %s | %.2f |\n", words, order[1], order[2], order[2] / order[1]}
        ' "$folder/openvpn.figures" "$folder/culvert.figures"
    done <<'ROWS'
up-mbit=TCP up, Mbit/s
down-mbit=TCP down, Mbit/s
up-cpu=client's processor seconds for a GiB up
down-cpu=client's processor seconds for a GiB down
small-pps=packets of 64 octets a second
connect=warm connect, ms (culvert: less the start of culvertctl)
memory=resident memory, MB
ROWS
}
