# Sourced by deploy/install/cluster: loads the demo, and kills servers meanwhile.

load_demo() {
    program ClusterDemo "$home" "${urls[@]}" "$1"
}

# Ends a server as a lost machine does, with all of its processes.
kill_server() {
    pkill -KILL --group "$(group_of "$1")"
    printf '%5d s  %s is killed\n' "$SECONDS" "$1"
}

primary() { for id in 1 2; do if curl -fsS --max-time 2 -o /dev/null "http://127.0.0.1:2954$id/primary" 2>/dev/null; then echo "$id"; fi; done; }

other_is_primary() { [ "$(primary)" = $((3 - $1)) ]; }

# Loads the demo while the leader of a partition and the primary database are killed and come back; all figures are equal.
test_cluster() {
    local loading leader first
    load_demo "$1" &
    loading=$!
    sleep 15
    leader=$(program ClusterBrokers leader "$home" qadam.enrolments)
    kill_server "kafka-$leader"
    sleep 10
    first=$(primary)
    kill_server "postgres-$first"
    await 90 "postgres-$((3 - first)) is the primary" other_is_primary "$first"
    start_broker "$leader"
    start_database "$first"
    await 180 "postgres-$first is a synchronous standby again" \
        sh -c "curl -fsS http://127.0.0.1:2954$((3 - first))/cluster | grep -q sync_standby"
    wait "$loading"
}
