# Sourced by checks that restore a suite elsewhere: the suites have their data in the directory `work`, which is deleted at the end.

suite=
end() {
    if [ -n "$suite" ]; then kill -INT "$suite" && wait "$suite"; fi || true
    rm -rf --one-file-system "$work"
}

# Chooses the data and the ports of what follows: use DIRECTORY PORT
use() {
    local part port=$2
    export QADAM_DATA=$work/$1
    data=$QADAM_DATA
    for part in FRONT POSTGRES KAFKA KAFKA_CONTROLLER ENROLMENT PROGRESS REPORTING ENROLMENT_MANAGEMENT PROGRESS_MANAGEMENT \
        REPORTING_MANAGEMENT; do
        port=$((port + 1))
        export "QADAM_${part}_PORT=$port"
    done
    source deploy/install/server/backup.sh
}

# Starts a suite, and returns when all is ready: start_suite --demo|--sandbox
start_suite() {
    begin_suite "$1"
    await_suite
}

begin_suite() {
    ./deploy/up "$1" >"$data.log" 2>&1 </dev/null &
    suite=$!
}

await_suite() {
    until grep -a -q 'Ctrl-C stops it' "$data.log"; do
        if ! kill -0 "$suite" 2>/dev/null; then
            cat "$data.log" >&2
            exit 1
        fi
        sleep 0.2
    done
}

# Calls a service as somebody: call TOKEN PORT PATH OPTION...
call() {
    curl -sS -f -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "http://127.0.0.1:$2$3" "${@:4}"
}

# All that a restore needs beside the repository, in a file: keep_keys FILE
keep_keys() {
    tar -C "$data" -cf "$1" keys purpose postgres/password postgres/passwords
}
