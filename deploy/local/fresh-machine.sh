#!/usr/bin/env bash
# Run by deploy/checks/fresh-machine on the new machine: README's commands, one after another.
set -euo pipefail
cd /opt/qadam
logs=/var/log/fresh-machine
mkdir -p "$logs"
long=false
chosen=()
for word in "$@"; do
    if [ "$word" = --long ]; then long=true; else chosen+=("$word"); fi
done
failed=0
school=partner.school-42
# Other ports than those of a suite that runs on the machine around this one, and none that Linux gives to clients.
port=29500
for part in POSTGRES KAFKA KAFKA_CONTROLLER ENROLMENT PROGRESS REPORTING ENROLMENT_MANAGEMENT PROGRESS_MANAGEMENT \
    REPORTING_MANAGEMENT KEYCLOAK KAFKA_INTERNAL; do
    port=$((port + 1))
    export "QADAM_${part}_PORT=$port"
done

is_chosen() {
    local word
    if [ ${#chosen[@]} -eq 0 ]; then return 0; fi
    for word in "${chosen[@]}"; do if [ "$word" = "$1" ]; then return 0; fi; done
    return 1
}

# Runs a command, and says how it ended: run NAME SECONDS COMMAND...
run() {
    local name=$1 seconds=$2 began=$SECONDS code=0 log
    shift 2
    log="$logs/$name.log"
    timeout --kill-after=60 "$seconds" "$@" >"$log" 2>&1 </dev/null || code=$?
    # A program that is missing is an error, also where a script goes on without it.
    if [ $code = 0 ] && grep -q 'command not found\|Cannot run program' "$log"; then code=127; fi
    tell "$name" $code $((SECONDS - began))
}

tell() {
    if [ "$2" = 0 ]; then
        printf 'ok      %5d s  %s\n' "$3" "$1"
    else
        printf 'FAILED  %5d s  %s (exit code %s)\n' "$3" "$1" "$2"
        tail -n 15 "$logs/$1.log" | sed 's/^/    | /'
        failed=$((failed + 1))
    fi
}

# Starts a suite, runs what needs it, and stops it as Ctrl-C does: suite NAME FUNCTION OPTION...
suite() {
    local name=$1 within=$2 began=$SECONDS code=0 pid
    shift 2
    ./deploy/up "$@" >"$logs/$name.log" 2>&1 </dev/null &
    pid=$!
    until grep -q 'Ctrl-C stops it' "$logs/$name.log"; do
        if ! kill -0 $pid 2>/dev/null || [ $((SECONDS - began)) -gt 1800 ]; then code=1; break; fi
        sleep 1
    done
    if [ $code = 0 ]; then "$within" "$@"; fi
    kill -INT $pid 2>/dev/null || true
    wait $pid || code=$?
    if [ $code = 130 ]; then code=0; fi
    if grep -q 'command not found\|Cannot run program' "$logs/$name.log"; then code=127; fi
    tell "$name" $code $((SECONDS - began))
}

with_sandbox() {
    local hour now
    hour=$(date -u -d -1hour +%Y-%m-%dT%H:%M:%SZ)
    run token 300 ./deploy/token --sandbox partner school-42
    printf 'reference,enrolment,completedOn\nC-3,E-1,2026-05-31\n' >/tmp/completions.csv
    run import 300 ./deploy/bin/import --sandbox completions /tmp/completions.csv school-42
    run rotate-keys 300 ./deploy/bin/rotate-keys --sandbox
    run rebuild 300 ./deploy/bin/rebuild --sandbox
    run archive 300 ./deploy/bin/archive keys --sandbox /tmp/archive
    run archive 300 ./deploy/bin/archive fetch --sandbox /tmp/archive
    now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    run who-was-read 300 ./deploy/bin/who-was-read --sandbox "$school" "$hour" "$now"
    # How fast it is depends on what the machine does meanwhile.
    run faults/neighbour 300 sh -c './deploy/checks/faults/neighbour --sandbox 5 | grep "posts 50, errors 0"'
    run curl 300 sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends curl openssl'
    examples >/tmp/examples.sh
    run examples 900 bash /tmp/examples.sh
    run observability/check 900 ./deploy/install/observability/check --running --sandbox
    run faults/stopped-reporting 300 ./deploy/checks/faults/stopped-reporting --sandbox
}

# The examples of README and of the pages, at the ports of this suite.
examples() {
    awk '/^```bash$/ { on = 1; next } /^```$/ { on = 0 } on' README.md deploy/docs/*.md |
        sed -E "s/\b1?8080\b/$QADAM_FRONT_PORT/g; s/\b1?8081\b/$QADAM_ENROLMENT_PORT/g; s/\b1?8082\b/$QADAM_PROGRESS_PORT/g; s/\b1?8083\b/$QADAM_REPORTING_PORT/g"
}

with_keycloak() { run token--keycloak 300 ./deploy/token --sandbox partner school-42; }

nothing() { :; }

cluster() {
    run cluster/up 3600 ./deploy/install/cluster up
    run cluster/status 300 ./deploy/install/cluster status
    run cluster/down 600 ./deploy/install/cluster down
}

# The images and the cluster need a newer JDK than Debian's default.
with_newest_jdk() {
    run newest-jdk 900 sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-25-jdk-headless'
}

mkdir -p "$logs/faults" "$logs/observability" "$logs/cluster" "$logs/images" "$logs/k8s" "$logs/server" "$logs/supply-chain" \
    "$logs/disclosure" "$logs/benchmarks"
if is_chosen up; then suite up nothing; fi
if is_chosen sandbox; then suite sandbox with_sandbox --sandbox; fi
if is_chosen tls; then suite tls nothing --sandbox --reset --tls; fi
if is_chosen keycloak; then suite keycloak with_keycloak --sandbox --reset --keycloak; fi
if is_chosen k8s; then
    run k8s/secrets 60 ./deploy/install/k8s/secrets production
    run k8s/rules 60 ./deploy/install/k8s/rules
fi
if is_chosen supply-chain; then run supply-chain/check 1200 ./deploy/checks/supply-chain/check; fi
if is_chosen disclosure; then run disclosure/attack 1800 ./deploy/checks/disclosure/attack 1; fi
if is_chosen benchmarks; then
    run benchmarks/backtest 900 ./deploy/benchmarks/backtest 1
    run benchmarks/run 1800 ./deploy/benchmarks/run --smoke M1
fi
if is_chosen backup; then run backup 900 ./deploy/checks/backup; fi
if is_chosen server; then run server/prepare 300 ./deploy/install/server/prepare; fi
if is_chosen images || is_chosen cluster; then with_newest_jdk; fi
if is_chosen images; then
    run images/base 1200 ./deploy/install/images/build base
    run images/build 2400 ./deploy/install/images/build
fi
if is_chosen cluster; then cluster; fi
if $long; then
    for command in checks/instances checks/rolling-upgrade 'checks/witness HEAD~1' test; do
        name=$(basename "${command%% *}")
        # shellcheck disable=SC2086
        if is_chosen "$name"; then run "$name" 7200 ./deploy/$command; fi
    done
fi
echo "$failed failed"
[ $failed = 0 ]
