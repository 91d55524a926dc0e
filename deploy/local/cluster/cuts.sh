# Sourced by deploy/install/cluster: a network that loses packets, and says so to nobody. Brokers and databases are told apart
# by their groups, since all of them are on one machine; Pods by their addresses.

# Drops what these rules say of packets that come from Pods, and of those that processes of this machine send.
drop_packets() {
    nft -f - <<N
table inet qadam_faults {
    chain input {
        type filter hook input priority -5
        $1
    }
    chain output {
        type filter hook output priority -5
        $2
    }
}
N
}

mend_network() { nft delete table inet qadam_faults 2>/dev/null || true; }

# cut_pod both|one ADDRESS SERVERS EVEN: one way, either what the Pod sends is lost, or what it would get.
cut_pod() {
    local from="ip saddr $2 ip daddr { $3 } drop" to="ip saddr { $3 } ip daddr $2 drop"
    case $1-$4 in
        both-*) drop_packets "$from" "$to" ;;
        one-0) drop_packets "$from" "" ;;
        one-1) drop_packets "" "$to" ;;
    esac
}

# cut_brokers both|one FROM TO: one way, what the first sends to the second is lost, questions and answers.
cut_brokers() {
    local from to
    from=$(group_of "kafka-$2") to=$(group_of "kafka-$3")
    if [ "$1" = both ]; then
        drop_packets "" "
            meta skgid $from tcp dport { 2910$3, 2920$3 } drop
            meta skgid $to tcp dport { 2910$2, 2920$2 } drop"
    else
        drop_packets "" "
            meta skgid $from tcp dport { 2910$3, 2920$3 } drop
            meta skgid $to tcp dport { 2910$2, 2920$2 } ct mark set 77
            meta skgid $from tcp sport { 2910$2, 2920$2 } ct mark 77 drop"
    fi
}

# cut_database both|one NUMBER: from etcd, haproxy and the other database; one way, what it sends to haproxy is lost, but for
# the answers of its Patroni.
cut_database() {
    local group
    group=$(group_of "postgres-$2")
    if [ "$1" = both ]; then
        drop_packets "" "
            meta skgid $group tcp dport { 23790, 2944$((3 - $2)), 2954$((3 - $2)) } drop
            meta skgid != $group tcp dport { 2944$2, 2954$2 } drop"
    else
        drop_packets "" "
            meta skuid 0 tcp dport 2944$2 ct mark set 77
            meta skgid $group tcp sport 2944$2 ct mark 77 drop"
    fi
}
