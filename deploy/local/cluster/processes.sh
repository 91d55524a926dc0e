# Sourced by deploy/install/cluster: where everything is, and how processes are started and stopped.

export PODMAN_IGNORE_CGROUPSV1_WARNING=1
home=${QADAM_CLUSTER:-$root/deploy/local/.data-cluster}
host=10.213.77.1 # an address of this machine that Pods reach; brokers have .11 to .13
subnet=10.213.78.0/24
network=qadam-cluster
# Patroni only recommends python3-etcd, by which it speaks to etcd.
packages=(buildah podman runc catatonit netavark aardvark-dns nftables iproute2 openssl kustomize etcd-server patroni python3 python3-etcd
    postgresql-17 haproxy pgbouncer prometheus prometheus-alertmanager curl jq procps e2fsprogs libfaketime)

install_servers() {
    # The cluster starts its own servers; Debian shall start none.
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
        chmod +x /usr/sbin/policy-rc.d
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    install_packages "${packages[@]}"
}

# Starts a process that stays when this command ends: start NAME COMMAND...
start() {
    local name=$1
    shift
    (cd / && exec setsid "$@" >>"$home/logs/$name.log" 2>&1 </dev/null) &
    echo $! >"$home/pids/$name"
    disown
}

# The same as the user postgres, since a database server does not run as root.
start_as_postgres() {
    local name=$1
    shift
    start "$name" setpriv --reuid postgres --regid postgres --init-groups "$@"
}

# A process that has ended may be there until somebody asks for its exit code.
runs() {
    local pid
    [ -f "$home/pids/$1" ] || return
    pid=$(cat "$home/pids/$1")
    kill -0 "$pid" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$pid/status" 2>/dev/null
}

# A group for the processes of each broker and of each database: who is killed or cut off is known by it.
group_of() {
    case $1 in
        kafka-*) echo $((61000 + ${1#kafka-})) ;;
        postgres-*) echo $((62000 + ${1#postgres-})) ;;
    esac
}

# The sessions of a process: PostgreSQL has one of its own below Patroni.
sessions_of() {
    cat "$home/pids/$1"
    if [[ $1 == postgres-* ]]; then head -n 1 "$home/postgres/disk-${1#postgres-}/data/postmaster.pid" 2>/dev/null || true; fi
}

# Ends a process with its group, the last resort after ten seconds.
stop() {
    local pid
    [ -f "$home/pids/$1" ] || return 0
    pid=$(cat "$home/pids/$1")
    kill -- "-$pid" 2>/dev/null || true
    for _ in $(seq 100); do
        if ! kill -0 -- "-$pid" 2>/dev/null; then break; fi
        sleep 0.1
    done
    kill -KILL -- "-$pid" 2>/dev/null || true
    rm -f "$home/pids/$1"
}

# Waits until a command succeeds: await SECONDS WHAT COMMAND...
await() {
    local seconds=$1 what=$2 end
    shift 2
    end=$((SECONDS + seconds))
    until "$@" >/dev/null 2>&1; do
        if [ $SECONDS -ge $end ]; then
            echo "$what: not after $seconds s; see $home/logs" >&2
            exit 1
        fi
        sleep 0.5
    done
    printf '%5d s  %s\n' "$SECONDS" "$what"
}

program() { (launch "$@"); }
