#!/bin/sh
# unpack.sh FOLDER WITHOUT PACKAGE... : the distribution's packages, unpacked into FOLDER without root and without
# touching the system. WITHOUT is a pattern (grep -E) of packages that their dependents here can do without.
# apt is shown an empty dpkg status, so that what arrives does not depend on what happens to be installed today.
set -eu
folder=$1 without=$2
shift 2

command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
    echo "lapa: this machine has no apt-get; install with its own package manager: $*" >&2
    exit 1
}
apt=$LAPA_STATE/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
: >"$apt/status"

# A command of apt's with everything it reads and writes in our own folder.
ours() {
    command=$1
    shift
    "$command" -o "Dir::State=$apt" -o "Dir::State::Lists=$apt/lists" -o "Dir::State::status=$apt/status" \
        -o "Dir::Cache=$apt/cache" -o Debug::NoLocking=1 -o APT::Install-Recommends=0 -o APT::Sandbox::User= \
        -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}

# The lists are good for a day: a mirror drops the packages of an old list.
if [ -z "$(find "$apt/updated" -mtime -1 2>/dev/null)" ]; then
    ours apt-get update -qq >"$apt/update.log" 2>&1 || {
        cat "$apt/update.log" >&2
        echo "lapa: apt-get update failed; is there a network?" >&2
        exit 1
    }
    touch "$apt/updated"
fi

# "a|b" takes the first of these that the distribution has.
wanted=
for choice in "$@"; do
    for package in $(echo "$choice" | tr '|' ' '); do
        if ours apt-cache show "$package" >/dev/null 2>&1; then
            wanted="$wanted $package"
            continue 2
        fi
    done
    echo "lapa: this distribution has no package $choice" >&2
    exit 1
done

# libc must be the machine's own: a second one in LD_LIBRARY_PATH crashes every program that is started with it.
packages=$(ours apt-get install -y --print-uris $wanted |
    sed -n "s/^'[^']*' \([^ _]*\)_.*/\1/p" |
    grep -vE "^(libc6|libc-bin|libgcc-s1|gcc-[0-9]+-base|libcrypt1|dpkg|tar|perl-base|debconf|base-files|bash|coreutils)$" |
    grep -vE "$without")
[ -n "$packages" ] || {
    echo "lapa: apt-get found no way to install $wanted" >&2
    exit 1
}

new=$folder.new
rm -rf "$new"
mkdir -p "$new/debs"
(cd "$new/debs" && ours apt-get download -qq $packages) >"$apt/download.log" 2>&1 || {
    cat "$apt/download.log" >&2
    echo "lapa: the packages could not be downloaded" >&2
    exit 1
}
for deb in "$new"/debs/*.deb; do
    dpkg-deb -x "$deb" "$new"
done
rm -rf "$new/debs" "$new/usr/share/doc" "$new/usr/share/man" "$new/usr/share/locale" "$folder"
mv "$new" "$folder"
