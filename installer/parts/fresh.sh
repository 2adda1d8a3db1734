# shellcheck shell=bash
# The fresh system of installer/test-fresh. Sourced.

# make_base FOLDER: debootstrap from where this machine's own packages come.
make_base() {
    local source
    source=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
    [ -n "$source" ] || source=$(awk '$1 == "deb" {print $2; exit}' /etc/apt/sources.list)
    mkdir -p "$(dirname "$1")"
    rm -rf "$1.new"
    debootstrap --variant=minbase --include=sudo bookworm "$1.new" "$source" >"$1.log" 2>&1 ||
        stop "debootstrap: $(tail -n 1 "$1.log")" "$0"
    mv "$1.new" "$1"
}

# lend ROOT JDK: package sources, certificates, names, the JDK; /proc, /sys and a /dev with net/tun.
lend() {
    local root=$1 jdk=$2 device
    rm -rf "$root"/etc/apt/sources.list*
    cp -rL /etc/apt/sources.list* /etc/apt/trusted.gpg* /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
    mkdir -p "$root/usr/local/share/ca-certificates" "$root/etc/ssl" "$root/usr/share/keyrings"
    cp -rL /usr/share/keyrings/. "$root/usr/share/keyrings"
    cp -rL /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates" 2>/dev/null || true
    cp -r /etc/ssl/certs "$root/etc/ssl/"
    cp -L /etc/resolv.conf /etc/hosts /etc/hostname "$root/etc/"
    mkdir -p "$root/usr/lib/jvm/jdk-25"
    mount --bind -o ro "$jdk" "$root/usr/lib/jvm/jdk-25"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t tmpfs -o mode=0755 tmpfs "$root/run"
    mount -t tmpfs -o mode=0755 tmpfs "$root/dev"
    mkdir "$root/dev/net" "$root/dev/pts" "$root/dev/shm"
    mknod -m 0600 "$root/dev/net/tun" c 10 200
    for device in null zero full random urandom tty; do
        touch "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
}

# visitor ROOT CHECKOUT: an ordinary user who may use sudo, an empty home, a clone.
visitor() {
    chroot "$1" useradd --create-home --shell /bin/bash --skel /var/empty visitor
    echo 'visitor ALL=(ALL:ALL) NOPASSWD: ALL' >"$1/etc/sudoers.d/visitor"
    git clone -q --no-hardlinks "$2" "$1/home/visitor/culvert"
    chroot "$1" chown -R visitor:visitor /home/visitor
}

# leave ROOT: the namespaces take mounts and processes along; the copy goes too.
leave() {
    local code=$?
    umount -R -l "$1/usr/lib/jvm/jdk-25" "$1/dev" "$1/run" "$1/sys" "$1/proc" 2>/dev/null || true
    rm -rf --one-file-system "$1"
    return $code
}

# scrubbed LOG: without what only this machine knows.
scrubbed() {
    sed -e 's/\x1b\[[0-9;]*m//g' -e "s#$HOME#~#g" -e "s#$here#culvert#g" "$1"
}
