# Sourced by deploy/install/cluster: replaces Pods while clients write and read.

# All Pods, as their controllers replace them: in each workload the one with the highest number first. Who reads events is
# replaced before who writes them, as in an upgrade.
pods_to_roll() {
    local service
    for service in reporting progress enrolment; do addresses "$service" | cut -d ' ' -f 1 | sort -r; done
}

roll() {
    local loads=$(($(cat "$home/loads" 2>/dev/null || echo 0) + 1)) pods
    mapfile -t pods < <(pods_to_roll)
    echo "$loads" >"$home/loads"
    program ClusterRoll "$home" "${urls[@]}" "$loads" "${pods[@]}"
}

# How long the manifest lets a Pod take to end.
grace_of() { sed -n 's/^  terminationGracePeriodSeconds: //p' "$home/pods/$1.yaml"; }

# What haproxy thinks of a Pod: UP if it sends requests there, otherwise DOWN.
state_in_haproxy() {
    curl -fsS --max-time 2 "http://127.0.0.1:28080/;csv" | awk -F, -v pod="$1" '$2 == pod { split($18, state, " "); print state[1] }'
}

is_in_haproxy() { [ "$(state_in_haproxy "$1")" = "$2" ]; }

# As a controller does: SIGTERM, the end within its time, and a new Pod with the same name, which has to be ready.
replace_pod() {
    local pod=$1 began=$SECONDS grace code ending
    # The launcher's programs let nobody else read what they make.
    umask 022
    grace=$(grace_of "$pod")
    podman stop --time "$grace" "$pod-service" >/dev/null &
    ending=$!
    await "$grace" "$pod gets no requests" is_in_haproxy "$pod" DOWN
    if ! kill -0 "$ending" 2>/dev/null; then
        echo "$pod ended before haproxy knew" >&2
        exit 1
    fi
    wait "$ending"
    code=$(podman inspect --format '{{.State.ExitCode}}' "$pod-service")
    printf '%5d s  %s has ended with %s, and had %s s\n' "$((SECONDS - began))" "$pod" "$code" "$grace"
    [ "$code" != 137 ] || { echo "$pod was killed" >&2; exit 1; }
    stop_pod "$pod"
    start_pod "$pod"
    await 300 "$pod gets requests" is_in_haproxy "$pod" UP
}
