# shellcheck shell=bash disable=SC2034
# Finds a JDK 25. Sourced after common.sh. The order is the one that the README promises.

readonly TEMURIN_VERSION=25.0.2_10
readonly TEMURIN_URL=https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.2%2B10
readonly TEMURIN_SHA256=987387933b64b9833846dee373b640440d3e1fd48a04804ec01a6dbf718e8ab8
readonly TEMURIN_SIZE='140 MB'

jdk_home=''      # where the JDK is, or will be
jdk_source=''    # how it was found: JAVA_HOME, jvm, cache, package, download, none

# is_jdk25 FOLDER: judged by its release file; an early-access build does not count.
is_jdk25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
        grep -Eq '^JAVA_VERSION="25(\.[0-9.]+)?"' "$1/release" &&
        ! grep -Eq '^JAVA_RUNTIME_VERSION=".*-ea' "$1/release"
}

cache_folder() { printf '%s/.cache/culvert' "${HOME:?}"; }

# packaged_jdk: whether the distribution has a released openjdk-25-jdk.
packaged_jdk() {
    have apt-cache || return 1
    local candidate
    candidate=$(LC_ALL=C apt-cache policy openjdk-25-jdk 2>/dev/null |
        sed -n 's/^ *Candidate: //p')
    case $candidate in
        *ea*) return 1 ;;
        25+* | 25.[0-9]*+*) return 0 ;;
        *) return 1 ;;
    esac
}

find_jdk() {
    local folder
    if [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; then
        jdk_home=$(readlink -f "$JAVA_HOME") jdk_source=JAVA_HOME
        return
    fi
    for folder in /usr/lib/jvm/*; do
        if is_jdk25 "$folder"; then
            jdk_home=$(readlink -f "$folder") jdk_source=jvm
            return
        fi
    done
    folder=$(cache_folder)/jdk-25
    if is_jdk25 "$folder"; then
        jdk_home=$folder jdk_source=cache
    elif packaged_jdk; then
        jdk_home=/usr/lib/jvm/java-25-openjdk-$(dpkg --print-architecture) jdk_source=package
    elif [ "$(uname -m)" = x86_64 ]; then
        jdk_home=$folder jdk_source=download
    else
        jdk_source=none
    fi
}

jdk_words() {
    case $jdk_source in
        JAVA_HOME) say "$jdk_home (named by JAVA_HOME)" ;;
        jvm) say "$jdk_home (found under /usr/lib/jvm)" ;;
        cache) say "$jdk_home (downloaded before)" ;;
        package) say "the distribution's openjdk-25-jdk will be installed" ;;
        download) say "Temurin $TEMURIN_VERSION will be downloaded, $TEMURIN_SIZE, to $jdk_home" ;;
        none) say "none found, and no download is known for $(uname -m)" ;;
    esac
}

# download_jdk: fetches, checks and unpacks below the cache folder; leaves no half-made one.
download_jdk() {
    local cache archive
    cache=$(cache_folder)
    archive=$cache/jdk-25.tar.gz
    mkdir -p "$cache"
    curl -fsSL --retry 2 -o "$archive" \
        "$TEMURIN_URL/OpenJDK25U-jdk_x64_linux_hotspot_$TEMURIN_VERSION.tar.gz" ||
        stop 'the JDK could not be downloaded' \
            'install a JDK 25, then: JAVA_HOME=/path/to/jdk-25 installer/run'
    if ! printf '%s  %s\n' "$TEMURIN_SHA256" "$archive" | sha256sum -c --quiet -; then
        rm -f "$archive"
        stop 'the downloaded JDK is not the one whose checksum is known' 'installer/run'
    fi
    rm -rf "$cache/jdk-25.new"
    mkdir "$cache/jdk-25.new"
    tar -xzf "$archive" -C "$cache/jdk-25.new" --strip-components 1
    mv "$cache/jdk-25.new" "$cache/jdk-25"
    rm -f "$archive"
}
