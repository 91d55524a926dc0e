# Sourced by the commands in deploy/: finds the newest JDK, builds what is missing, runs a program of the launcher.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

newest_java_home() {
    local home version path
    path=$(command -v java || true)
    for home in "${JAVA_HOME:-}" "${path:+$(dirname "$(dirname "$(readlink -f "$path")")")}" /usr/lib/jvm/*; do
        if [ -x "$home/bin/java" ] && [ -f "$home/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$home/release")
            if [ "${version%%.*}" -ge 17 ]; then echo "$version $home"; fi
        fi
    done | sort -V | tail -n 1 | cut -d ' ' -f 2-
}

artefact() {
    case $1 in
        deploy/local) echo "$root/$1/target/local-1.0.jar" ;;
        *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
    esac
}

is_stale() {
    local built sources=("$root/pom.xml" "$root/$1/pom.xml" "$root/$1/src/main")
    built=$(artefact "$1")
    if [ "$1" != deploy/local ]; then sources+=("$root/deploy/chassis/pom.xml" "$root/deploy/chassis/src/main"); fi
    [ ! -f "$built" ] || [ -n "$(find "${sources[@]}" -type f -newer "$built" -print -quit)" ]
}

# Builds those of these modules that are missing or older than their sources.
build() {
    local module stale=()
    for module in "$@"; do
        if is_stale "$module"; then stale+=("$module"); fi
    done
    if [ ${#stale[@]} -gt 0 ]; then
        echo "Building ${stale[*]} ..." >&2
        (cd "$root" && IFS=, && mvn -q -T 1C -Dquick -Dmaven.test.skip -pl "${stale[*]}" -am package) >&2
        # Maven leaves a jar alone whose content has not changed.
        for module in "${stale[@]}"; do touch "$(artefact "$module")"; done
        if [[ "${stale[*]}" == *-service* ]]; then train; fi
    fi
}

# Fetches Keycloak for the one who asks for it, in the version that the parent pom names.
fetch_keycloak() {
    local archive=$root/deploy/local/target/keycloak/keycloak.tar.gz word
    for word in "$@"; do
        if [ "$word" = --keycloak ] && [ ! "$archive" -nt "$root/pom.xml" ]; then
            echo "Fetching Keycloak ..." >&2
            (cd "$root" && mvn -q -N dependency:copy@keycloak) >&2
            touch "$archive"
        fi
    done
}

# Starts in half the time are worth one try, and no more than that.
train() {
    echo "Training the services to start quickly ..." >&2
    (launch Training) >&2 || echo "The training failed; the services start as usual." >&2
}

# Replaces the shell by a program of the launcher; what it makes is its owner's alone. A shell without job control makes its background jobs deaf to SIGINT,
# and a JVM stays as deaf as it was started.
launch() {
    local program=$1 reset=()
    shift
    umask 077
    if env --default-signal=INT true 2>/dev/null; then reset=(env --default-signal=INT); fi
    exec "${reset[@]}" "$java_home/bin/java" -Xms16m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED \
        -cp "$root/deploy/local/target/classes:$root/deploy/local/target/lib/*" "kz.qadam.local.$program" "$root" "$@"
}

java_home=$(newest_java_home)
if [ -z "$java_home" ]; then
    echo "Qadam needs a JDK of release 17 or later: install one, or point JAVA_HOME to it." >&2
    exit 1
fi
