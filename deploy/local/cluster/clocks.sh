# Sourced by deploy/install/cluster: a Pod whose clock is wrong. The clock of this machine stays as it is.

# Starts a Pod again with a clock that can be set: start_with_clock POD OFFSET
start_with_clock() {
    mkdir -p "$home/clock"
    cp /usr/lib/*/faketime/libfaketime.so.1 "$home/clock/"
    set_clock "$2"
    program ClusterManifests clock "$home" "$1"
    stop_pod "$1" 0
    start_pod "$1" "$home/clock/$1.yaml"
}

set_clock() { echo "$1" >"$home/clock/offset"; }

# Forwards and backwards, by hours and by minutes.
jump_clock() {
    local end=$((SECONDS + $1)) offset
    while [ $SECONDS -lt $end ]; do
        for offset in +3h -2h +20m -7m +0; do
            set_clock "$offset"
            sleep 4
        done
    done
}
