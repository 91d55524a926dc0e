# Sourced by deploy/install/cluster: Kafka, PostgreSQL and what is in front of it.

# One certificate for all servers of the machine, of an authority that the Pods trust. It is a day old, so that a clock which
# is hours behind is no reason to mistrust it.
make_certificates() {
    local tls=$home/tls valid
    valid=(-not_before "$(date -u -d yesterday +%Y%m%d%H%M%SZ)" -not_after "$(date -u -d '1 year' +%Y%m%d%H%M%SZ)")
    mkdir -p "$tls"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "${valid[@]}" -subj "/CN=Qadam cluster" \
        -keyout "$tls/authority-key.pem" -out "$tls/authority.pem" 2>/dev/null
    for name in kafka launcher; do
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$name" -keyout "$tls/$name-key.pem" \
            -out "$tls/$name.csr" 2>/dev/null
        openssl x509 -req -in "$tls/$name.csr" -CA "$tls/authority.pem" -CAkey "$tls/authority-key.pem" "${valid[@]}" -out "$tls/$name.pem" \
            -extfile <(echo "subjectAltName=IP:127.0.0.1,DNS:postgres-rw,DNS:qadam-kafka-bootstrap,DNS:qadam-kafka-1,DNS:qadam-kafka-2,DNS:qadam-kafka-3") 2>/dev/null
        cat "$tls/$name-key.pem" "$tls/$name.pem" >"$tls/$name-both.pem"
    done
}

# The names by which Pods know the servers of this machine.
make_names() {
    {
        echo "127.0.0.1 localhost"
        echo "$host postgres-rw"
        for id in 1 2 3; do
            echo "10.213.77.1$id qadam-kafka-$id"
            echo "10.213.77.1$id qadam-kafka-bootstrap"
        done
    } >"$home/hosts"
    printf '[containers]\nbase_hosts_file = "%s"\n' "$home/hosts" >"$home/containers.conf"
    ip address add "$host/32" dev lo
    for id in 1 2 3; do ip address add "10.213.77.1$id/32" dev lo; done
}

start_broker() {
    start "kafka-$1" setpriv --regid "$(group_of "kafka-$1")" --clear-groups "$java_home/bin/java" -Xmx512m -XX:+UseSerialGC \
        -cp "$root/deploy/local/target/classes:$root/deploy/local/target/lib/*" kz.qadam.local.Broker "$home/kafka-$1.properties"
}

start_kafka() {
    for id in 1 2 3; do make_disk "$home/kafka-$id"; done
    program ClusterBrokers format "$home"
    for id in 1 2 3; do start_broker "$id"; done
    program ClusterBrokers prepare "$home"
    printf '%5d s  %s\n' "$SECONDS" "three brokers, topics and rights"
}

# Two servers under Patroni, one of them a synchronous standby.
start_postgres() {
    local db=$home/postgres id
    mkdir -p "$db"
    superuser=$(openssl rand -hex 16)
    replication=$(openssl rand -hex 16)
    echo "$superuser" >"$db/superuser"
    for id in 1 2; do
        make_disk "$db/disk-$id"
        cat >"$db/patroni-$id.yml" <<Y
scope: qadam
name: postgres-$id
restapi: {listen: "127.0.0.1:2954$id", connect_address: "127.0.0.1:2954$id"}
etcd3: {hosts: "127.0.0.1:23790"}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 0
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      # A primary that comes back reads the log from its last checkpoint on, and there is no archive.
      parameters: {max_connections: 200, shared_buffers: 256MB, wal_level: replica, max_wal_size: 3GB, checkpoint_timeout: 5min, wal_keep_size: 4GB}
  initdb: [{encoding: UTF8}, {locale: C}, {locale-provider: builtin}, {builtin-locale: C.UTF-8}, data-checksums]
postgresql:
  listen: 127.0.0.1:2944$id
  connect_address: 127.0.0.1:2944$id
  data_dir: $db/disk-$id/data
  bin_dir: /usr/lib/postgresql/17/bin
  pgpass: $db/pgpass-$id
  pg_hba: ["host replication replicator 127.0.0.1/32 scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256"]
  authentication:
    replication: {username: replicator, password: $replication}
    superuser: {username: postgres, password: $superuser}
    rewind: {username: postgres, password: $superuser}
  parameters: {unix_socket_directories: "", timezone: UTC, dynamic_shared_memory_type: sysv}
Y
    done
    chown -R postgres:postgres "$db"
    start_as_postgres etcd etcd --data-dir "$db/etcd" --listen-client-urls http://127.0.0.1:23790 \
        --advertise-client-urls http://127.0.0.1:23790 --listen-peer-urls http://127.0.0.1:23800 \
        --initial-advertise-peer-urls http://127.0.0.1:23800 --initial-cluster default=http://127.0.0.1:23800 --log-level error
    start_database 1
    await 90 "PostgreSQL primary" curl -fsS http://127.0.0.1:29541/primary
    start_database 2
    await 90 "PostgreSQL synchronous standby" sh -c 'curl -fsS http://127.0.0.1:29541/cluster | grep -q sync_standby'
}

start_database() {
    start "postgres-$1" setpriv --reuid postgres --regid "$(group_of "postgres-$1")" --init-groups \
        env --unset=PGPASSWORD HOME="$home/postgres" PATH="$PATH" python3 /usr/bin/patroni "$home/postgres/patroni-$1.yml"
}

# haproxy leads PgBouncer to the primary, and callers to the Pods that are ready: at one address, and at one for each service.
start_haproxy() {
    local config=$home/haproxy.cfg
    cat >"$config" <<H
global
  # Headers of 16 KB have to fit in.
  tune.bufsize 65536
defaults
  mode tcp
  timeout connect 5s
  timeout client 1h
  timeout server 1h
  timeout check 5s
  default-server inter 1s fall 2 rise 1
frontend postgres
  bind 127.0.0.1:25440
  default_backend primary
backend primary
  option httpchk GET /primary
  default-server on-marked-down shutdown-sessions
  server postgres-1 127.0.0.1:29441 check port 29541
  server postgres-2 127.0.0.1:29442 check port 29542
frontend haproxy
  mode http
  bind 127.0.0.1:28080
  stats enable
  stats uri /
H
    for service in enrolment progress reporting; do
        cat >>"$config" <<H
frontend $service
  mode http
  bind 127.0.0.1:$(port_of $service)
  default_backend $service-service
H
    done
    program HaproxyFront cluster "$home/front" "$front"
    cat "$home/front/haproxy.cfg" >>"$config"
    start haproxy haproxy -db -f "$config"
}

# Transactions share the connections of a service's role. The owner, who migrates, has a connection for a session.
start_pgbouncer() {
    local config=$home/pgbouncer.ini
    program ClusterManifests logins "$home" | sed 's/^\(.*\) \(.*\)$/"\1" "\2"/' >"$home/pgbouncer-users"
    {
        cat <<B
[databases]
* = host=127.0.0.1 port=25440
[pgbouncer]
listen_addr = $host
listen_port = 5432
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $home/pgbouncer-users
pool_mode = transaction
default_pool_size = 40
max_client_conn = 1000
max_prepared_statements = 200
ignore_startup_parameters = extra_float_digits
server_login_retry = 1
query_wait_timeout = 20
client_tls_sslmode = require
client_tls_key_file = $home/tls/kafka-key.pem
client_tls_cert_file = $home/tls/kafka.pem
[users]
B
        sed -n 's/^"\([a-z]*_owner\)".*/\1 = pool_mode=session/p' "$home/pgbouncer-users"
    } >"$config"
    chown postgres "$config" "$home/pgbouncer-users" "$home"/tls/kafka{,-key}.pem
    start_as_postgres pgbouncer pgbouncer "$config"
}

# Creates each database with its two roles, as the operator of PostgreSQL does elsewhere.
make_databases() {
    local name owner_password service_password
    export PGPASSWORD PGHOST=127.0.0.1 PGPORT=25440 PGUSER=postgres PGDATABASE=postgres
    PGPASSWORD=$(cat "$home/postgres/superuser")
    await 30 "the database answers" /usr/lib/postgresql/17/bin/psql -c 'select 1'
    for name in enrolment progress reporting; do
        owner_password=$(password_of "${name}_owner")
        service_password=$(password_of "$name")
        /usr/lib/postgresql/17/bin/psql -q -c "create database $name"
        OWNER_PASSWORD=$owner_password SERVICE_PASSWORD=$service_password /usr/lib/postgresql/17/bin/psql -q -1 -v ON_ERROR_STOP=1 \
            -d "$name" -v owner="${name}_owner" -v service="$name" -c '\getenv owner_password OWNER_PASSWORD' \
            -c '\getenv service_password SERVICE_PASSWORD' -f "$root/deploy/local/src/main/resources/kz/qadam/local/roles.sql" >/dev/null
    done
}

password_of() { sed -n "s/^\"$1\" \"\(.*\)\"$/\1/p" "$home/pgbouncer-users"; }

start_monitoring() {
    local service
    {
        echo "global: {scrape_interval: 5s, evaluation_interval: 5s}"
        echo "alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:29093']}]}]}"
        echo "rule_files: ['$home/rules.yml']"
        echo "scrape_configs:"
        for service in enrolment progress reporting; do
            printf -- '- job_name: %s-service\n  metrics_path: /q/metrics\n  static_configs:\n' "$service"
            addresses "$service" |
                sed "s/\(.*\) \(.*\)/  - {targets: ['\2:9000'], labels: {service: $service-service, instance: \1}}/"
        done
    } >"$home/prometheus.yml"
    echo "{route: {receiver: none}, receivers: [{name: none}]}" >"$home/alertmanager.yml"
    start prometheus prometheus --config.file="$home/prometheus.yml" --storage.tsdb.path="$home/prometheus" --web.listen-address=127.0.0.1:29090
    start alertmanager prometheus-alertmanager --config.file="$home/alertmanager.yml" --storage.path="$home/alertmanager" \
        --web.listen-address=127.0.0.1:29093 --cluster.listen-address=
}
