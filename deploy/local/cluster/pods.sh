# Sourced by deploy/install/cluster: the Pods, and the commands up, status and down.

port_of() { case $1 in enrolment) echo 28081 ;; progress) echo 28082 ;; reporting) echo 28083 ;; esac; }

front=127.0.0.1:28084 # the one address of all services

urls=("http://127.0.0.1:$(port_of enrolment)" "http://127.0.0.1:$(port_of progress)" "http://127.0.0.1:$(port_of reporting)")

# Each Pod of a service with its address.
addresses() { grep "^$1-" "$home/addresses" | grep -v migration; }

address_of() { sed -n "s/^$1 //p" "$home/addresses"; }

# Renders the overlay, and makes a file for each Pod.
make_manifests() {
    local number=10 pod
    kustomize build "$root/deploy/install/k8s/overlays/cluster" >"$home/rendered.yaml"
    kustomize build "$root/deploy/install/k8s/parts/monitoring" >"$home/monitoring.yaml"
    "$root/deploy/install/k8s/secrets" cluster >"$home/secrets.yaml"
    program ClusterManifests secrets "$home"
    program ClusterManifests rules "$home"
    program ClusterManifests pods "$home" >"$home/pod-names"
    : >"$home/addresses"
    while read -r pod; do
        number=$((number + 1))
        echo "$pod 10.213.78.$number" >>"$home/addresses"
    done <"$home/pod-names"
}

kube() { CONTAINERS_CONF_OVERRIDE=$home/containers.conf podman --runtime runc kube "$@"; }

# start_pod POD [MANIFEST]
start_pod() {
    kube play --quiet --start=false --network "$network" --ip "$(address_of "$1")" "${2:-$home/pods/$1.yaml}" >/dev/null
    give_volumes_to_group
    CONTAINERS_CONF_OVERRIDE=$home/containers.conf podman --runtime runc pod start "$1" >/dev/null
}

# The kubelet gives the volumes of a Pod to its group (fsGroup); podman does not.
give_volumes_to_group() {
    local volume
    podman volume ls --quiet | while read -r volume; do
        volume=$(podman volume inspect --format '{{.Mountpoint}}' "$volume")
        chgrp -R 10001 "$volume"
        chmod g+rwx "$volume"
    done
}

stop_pod() { podman pod rm --force --time "${2:-45}" "$1" >/dev/null; }

is_ready() { curl -fsS --max-time 2 "http://$(address_of "$1"):9000/q/health/ready"; }

start_pods() {
    local pod code
    podman network create --subnet "$subnet" "$network" >/dev/null
    kube play --quiet "$home/all-secrets.yaml" >/dev/null
    while read -r pod; do
        start_pod "$pod"
    done <"$home/pod-names"
    for pod in $(grep migration "$home/pod-names"); do
        code=$(podman wait "$pod-migration")
        printf '%5d s  %s ended with %s\n' "$SECONDS" "$pod" "$code"
        [ "$code" = 0 ] || { podman logs "$pod-migration" | tail -n 5 >&2; exit 1; }
        stop_pod "$pod"
    done
    for pod in $(grep -v migration "$home/pod-names"); do await 300 "$pod" is_ready "$pod"; done
}

up() {
    if [ -e "$home/pids" ]; then
        echo "The cluster is up, or was not stopped: deploy/install/cluster status, deploy/install/cluster down" >&2
        exit 1
    fi
    install_servers
    build deploy/local
    if ! podman image exists localhost/qadam/reporting-service:1.0; then "$root/deploy/install/images/build"; fi
    mkdir -p "$home/logs" "$home/pids"
    chmod 711 "$home" "$home/logs"
    make_certificates
    make_names
    make_manifests
    start_kafka
    start_postgres
    start_haproxy
    start_pgbouncer
    make_databases
    start_pods
    start_monitoring
    status
}

with_children() {
    local pid
    for pid in "$@"; do
        echo "$pid"
        with_children $(pgrep --parent "$pid")
    done
}

# What processes share is counted once: the servers of PostgreSQL have much in common.
memory() {
    local pid
    for pid in $(with_children $(sessions_of "$1") | sort -u); do cat "/proc/$pid/smaps_rollup" 2>/dev/null || true; done |
        awk '/^Pss:/ { sum += $2 } END { printf "%.0f MiB", sum / 1024 }'
}

# What runs, where, and in how much memory.
status() {
    local file name pod
    [ -d "$home/pids" ] || { echo "The cluster is down."; return; }
    printf '%-22s %-34s %s\n' part address memory
    for file in "$home/pids"/*; do
        name=$(basename "$file")
        if runs "$name"; then printf '%-22s %-34s %s\n' "$name" "$(address_of_process "$name")" "$(memory "$name")"; else printf '%-22s %s\n' "$name" "ended"; fi
    done
    for pod in $(grep -v migration "$home/pod-names"); do
        printf '%-22s %-34s %s\n' "$pod" "http://$(address_of "$pod"):8080, :9000" \
            "$(podman stats --no-stream --format '{{.MemUsage}}' "$pod-service" 2>/dev/null | cut -d/ -f1 || echo ended)"
    done
    printf '\nhttp://%s  enrolment %s  progress %s  reporting %s\n' "$front" "${urls[@]}"
    echo "Tokens: QADAM_DATA=$home ./deploy/token ROLE"
}

address_of_process() {
    case $1 in
        kafka-*) echo "qadam-$1:9094 (SASL_SSL)" ;;
        postgres-*) echo "127.0.0.1:2944${1#postgres-}" ;;
        pgbouncer) echo "postgres-rw:5432 (TLS)" ;;
        haproxy) echo "127.0.0.1:28080-28084, 25440" ;;
        etcd) echo "127.0.0.1:23790" ;;
        prometheus) echo "http://127.0.0.1:29090" ;;
        alertmanager) echo "http://127.0.0.1:29093" ;;
    esac
}

# Leaves nothing: no Pod, volume, Secret, process, address, network, rule, mount or file. The images stay.
down() {
    local name pod
    mend_network
    for pod in $(podman pod ps --quiet --filter label=qadam-cluster=pod); do stop_pod "$pod" 25 & done
    wait
    if [ -f "$home/all-secrets.yaml" ]; then
        # Each Secret is a volume of the Pods that mount it, too.
        for name in $(sed -n 's/^  name: "\(.*\)"/\1/p' "$home/all-secrets.yaml"); do
            podman secret rm "$name" >/dev/null 2>&1 || true
            podman volume rm --force "$name" >/dev/null
        done
    fi
    for name in alertmanager prometheus haproxy pgbouncer postgres-1 postgres-2 etcd kafka-1 kafka-2 kafka-3; do stop "$name"; done
    podman network rm --force "$network" podman-default-kube-network >/dev/null 2>&1 || true
    podman images --quiet localhost/podman-pause | xargs --no-run-if-empty podman rmi >/dev/null
    for address in "$host" 10.213.77.11 10.213.77.12 10.213.77.13; do ip address del "$address/32" dev lo 2>/dev/null || true; done
    unmount_disks
    rm -rf "$home"
    echo "The cluster is down."
}
