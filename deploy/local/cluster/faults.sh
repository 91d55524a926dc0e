# Sourced by deploy/install/cluster: causes faults while clients write and read.

faults() {
    local loads=$(($(cat "$home/loads" 2>/dev/null || echo 0) + 1))
    echo "$loads" >"$home/loads"
    program ClusterFaults "$home" "${urls[@]}" "$loads" "${1:-20}" "${2:-$RANDOM$RANDOM}" "${@:3}"
}

# What is begun ends also if this command is ended.
end_fault() {
    mend_network
    clear_disks
    for name in kafka-{1,2,3} postgres-{1,2}; do pkill -CONT --group "$(group_of "$name")" || true; done
}

victim() { printf '       on %s\n' "$*"; }

# The one of these with this number: nth NUMBER NAME...
nth() {
    local names=("${@:2}")
    echo "${names[$(($1 % ${#names[@]}))]}"
}

a_pod() { nth "$1" $(grep -v migration "$home/pod-names"); }

# One fault, for faults: it is begun, held, ended, and all is ready again: fault KIND NUMBER SECONDS. The number chooses on whom.
fault() {
    local kind=$1 number=$2 seconds=$3
    # The launcher's programs let nobody else read what they make.
    umask 022
    trap end_fault EXIT
    case $kind in
        broker-*) fault_of_broker ;;
        primary-*) fault_of_primary ;;
        *-killed) kill_pod ;;
        pod-*) fault_of_network ;;
        brokers-cut) cut_two_brokers both ;;
        brokers-half-cut) cut_two_brokers one ;;
        clock-*) fault_of_clock ;;
        *) echo "No such fault: $kind" >&2; exit 2 ;;
    esac
    end_fault
    await_all
}

fault_of_broker() {
    local leader
    leader=$(program ClusterBrokers leader "$home" qadam.completions)
    victim "kafka-$leader"
    case $kind in
        broker-killed) pkill -KILL --group "$(group_of "kafka-$leader")" ;;
        broker-silent) pkill -STOP --group "$(group_of "kafka-$leader")" ;;
        broker-disk-full) fill_disk "$home/kafka-$leader" ;;
    esac
    sleep "$seconds"
}

fault_of_primary() {
    local first
    first=$(primary)
    victim "postgres-$first"
    case $kind in
        primary-killed) pkill -KILL --group "$(group_of "postgres-$first")" ;;
        primary-silent) pkill -STOP --group "$(group_of "postgres-$first")" ;;
        primary-cut) cut_database both "$first" ;;
        primary-half-cut) cut_database one "$first" ;;
        primary-disk-full) fill_disk "$home/postgres/disk-$first" ;;
    esac
    sleep "$seconds"
}

kill_pod() {
    local pod
    pod=$(nth "$number" $(addresses "${kind%-killed}" | cut -d ' ' -f 1))
    victim "$pod"
    podman kill --signal KILL "$pod-service" >/dev/null
    sleep "$seconds"
    CONTAINERS_CONF_OVERRIDE=$home/containers.conf podman --runtime runc start "$pod-service" >/dev/null
}

fault_of_network() {
    local pod ways=both servers=$host
    pod=$(a_pod $((number / 2)))
    if [[ $kind == *-half-cut ]]; then ways=one; fi
    if [[ $kind == pod-kafka-* ]]; then servers="10.213.77.11, 10.213.77.12, 10.213.77.13"; fi
    victim "$pod"
    cut_pod "$ways" "$(address_of "$pod")" "$servers" $((number % 2))
    sleep "$seconds"
}

cut_two_brokers() {
    local from=$((number % 3 + 1))
    victim "kafka-$from and kafka-$((from % 3 + 1))"
    cut_brokers "$1" "$from" $((from % 3 + 1))
    sleep "$seconds"
}

fault_of_clock() {
    local pod
    pod=$(a_pod $((number / 2)))
    victim "$pod"
    start_with_clock "$pod" "$(nth "$number" +5h -5h)"
    await 600 "$pod is ready with another clock" is_ready "$pod"
    if [ "$kind" = clock-wrong ]; then sleep "$seconds"; else jump_clock "$seconds"; fi
    stop_pod "$pod" "$(grace_of "$pod")"
    start_pod "$pod"
}

# Starts what has ended, and waits until everything is as before: also which copies are in step.
await_all() {
    local id pod
    for id in 1 2 3; do if ! runs "kafka-$id"; then start_broker "$id"; fi; done
    for id in 1 2; do if ! runs "postgres-$id"; then start_database "$id"; fi; done
    await 600 "one primary with a synchronous standby" one_primary
    program ClusterBrokers await "$home"
    for pod in $(grep -v migration "$home/pod-names"); do
        if ! is_in_haproxy "$pod" UP; then await 600 "$pod gets requests" is_in_haproxy "$pod" UP; fi
    done
}

# Asks the databases themselves, since a Patroni that was stopped knows nothing new.
one_primary() {
    local id standby
    standby=$(curl -fsS --max-time 2 "http://127.0.0.1:2954$(primary)/cluster" | jq -r '.members[] | select(.role == "sync_standby" and .state == "streaming") | .name')
    [ -n "$standby" ] && [ "$(writable_databases)" = 1 ]
}

writable_databases() {
    local id
    for id in 1 2; do
        PGPASSWORD=$(cat "$home/postgres/superuser") PGCONNECT_TIMEOUT=2 /usr/lib/postgresql/17/bin/psql -h 127.0.0.1 -p "2944$id" -U postgres \
            -Atc 'select 1 where not pg_is_in_recovery()' postgres
    done | grep -c 1
}
