# shellcheck shell=bash disable=SC2034
# The practice server: the distribution's openvpn, or Culvert's own, in a network namespace of its own, with a PKI
# made on the spot and a web page behind it. Sourced by agent.sh, runs as root.
#
#   this machine  10.N.0.1/30 ---- veth ---- 10.N.0.2/30  namespace
#                                   tunnel   10.N.1.1/24  openvpn
#                                   site     10.N.2.1/24  web page

practice_pki() {
    local pki=$1 days=365
    mkdir -p "$pki"
    (
        cd "$pki"
        openssl ecparam -name prime256v1 -genkey -noout -out ca.key
        openssl req -x509 -new -key ca.key -sha256 -days $days -subj '/CN=Culvert practice CA' \
            -addext 'keyUsage=critical,keyCertSign,cRLSign' -out ca.crt
        local name usage
        for name in server client; do
            usage=$([ $name = server ] && echo serverAuth || echo clientAuth)
            openssl ecparam -name prime256v1 -genkey -noout -out $name.ec
            openssl pkcs8 -topk8 -nocrypt -in $name.ec -out $name.key
            openssl req -new -key $name.key -subj "/CN=practice-$name" -out $name.csr
            printf 'keyUsage=critical,digitalSignature\nextendedKeyUsage=%s\n' $usage >$name.ext
            openssl x509 -req -in $name.csr -CA ca.crt -CAkey ca.key -CAcreateserial -sha256 \
                -days $days -extfile $name.ext -out $name.crt
        done
        openvpn --genkey secret extra.key
    ) >/dev/null 2>&1
}

# inside_practice COMMAND...: in the namespace. Not "ip netns exec", which wants a mounted "/".
inside_practice() { nsenter --net=/run/netns/$NAMESPACE "$@"; }

practice_namespace() {
    local net=$1
    [ ! -e /sys/class/net/$VETH_HERE ] || { echo "$VETH_HERE is in use" >&2; return 1; }
    ip netns add $NAMESPACE
    ip link add $VETH_HERE type veth peer name $VETH_THERE netns $NAMESPACE
    ip addr add "$net.0.1/30" dev $VETH_HERE
    ip link set $VETH_HERE up
    inside_practice ip addr add "$net.0.2/30" dev $VETH_THERE
    inside_practice ip link set $VETH_THERE up
    inside_practice ip link set lo up
    inside_practice ip addr add "$net.2.1/24" dev lo
}

practice_openvpn() {
    local net=$1 folder=$2
    cat >"$folder/server.conf" <<CONF
local $net.0.2
port 1194
proto udp4
dev tun
dev-type tun
topology subnet
server $net.1.0 255.255.255.0
push "route $net.2.0 255.255.255.0"
ca $folder/pki/ca.crt
cert $folder/pki/server.crt
key $folder/pki/server.key
tls-crypt $folder/pki/extra.key
dh none
keepalive 5 20
explicit-exit-notify 1
persist-tun
verb 3
CONF
    inside_practice openvpn --config "$folder/server.conf" \
        --log "$folder/server.log" --daemon culvert-practice 3<&-
    waits "grep -qs 'Initialization Sequence Completed' '$folder/server.log'" && return
    echo "the practice server did not start: $(tail -n 1 "$folder/server.log" 2>/dev/null)" >&2
    return 1
}

practice_site() {
    local net=$1 folder=$2 java=$3
    mkdir -p "$folder/site"
    printf '<!doctype html><title>Culvert practice</title><h1>It works.</h1>\n' \
        >"$folder/site/index.html"
    head -c 10485760 /dev/urandom >"$folder/site/ten-megabytes"
    chmod -R a+rX "$folder/site"
    inside_practice setsid "$java" -Xmx64m -XX:+UseSerialGC -m jdk.httpserver \
        -b "$net.2.1" -p 80 -d "$folder/site" -o none >/dev/null 2>&1 </dev/null 3<&- &
    waits "inside_practice bash -c ': >/dev/tcp/$net.2.1/80' 2>/dev/null" && return
    echo "the practice web page did not start" >&2
    return 1
}

# practice_profile NET FOLDER TEMPLATE: fills the template's places in.
practice_profile() {
    local net=$1 pki=$2/pki line
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            @CA@) cat "$pki/ca.crt" ;;
            @CERT@) openssl x509 -in "$pki/client.crt" ;;
            @KEY@) cat "$pki/client.key" ;;
            @TLS_CRYPT@) cat "$pki/extra.key" ;;
            *) line=${line//@HOST@/$net.0.2} && printf '%s\n' "${line//@PORT@/1194}" ;;
        esac
    done <"$3"
}

# The distribution's openvpn, with the profile made of its keys.
practice_with_openvpn() {
    practice_pki "$2/pki" && practice_openvpn "$1" "$2" &&
        practice_profile "$1" "$2" "$3" >"$2/Practice.ovpn"
}

# Culvert's own server, which makes its keys and the profile by itself.
practice_with_own() {
    local net=$1 folder=$2
    inside_practice setsid $TRY_DIR/culvert/bin/culvert-server --practice --dir "$folder/own" \
        --listen "$net.0.2:1194" --network "$net.1.0/24" --route "$net.2.0/24" \
        >"$folder/server.log" 2>&1 </dev/null 3<&- &
    waits "grep -qs 'listening at' '$folder/server.log'" &&
        cp "$folder/own/practice.ovpn" "$folder/Practice.ovpn" && return
    echo "the practice server did not start: $(tail -n 1 "$folder/server.log" 2>/dev/null)" >&2
    return 1
}

# practice_up NET FOLDER TEMPLATE JAVA openvpn|own
practice_up() {
    practice_namespace "$1" && practice_with_"$5" "$1" "$2" "$3" && practice_site "$1" "$2" "$4"
}

practice_down() {
    local signal
    if ip netns list 2>/dev/null | grep -q "^$NAMESPACE\b"; then
        for signal in TERM KILL; do
            ip netns pids $NAMESPACE | xargs -r kill -$signal
            waits "[ -z \"\$(ip netns pids $NAMESPACE)\" ]" && break
        done
        ip netns del $NAMESPACE
    fi
    ip link del $VETH_HERE
    true
} 2>/dev/null
