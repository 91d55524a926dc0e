# Sourced by the commands for backups, which name the directory of the data by `data`.

backup_configuration=$data/keys/backup.conf

# Lets the server archive its log from its next start, and be backed up, into a repository: configure_backups REPOSITORY
configure_backups() {
    local passphrase
    passphrase=$(head -c 32 /dev/urandom | base64 -w 0)
    (umask 077 && cat >"$backup_configuration") <<EOF
# Of pgBackRest. Without this passphrase nobody can read the repository: keep this file with the other keys, apart from it.
[global]
repo1-path=$1
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=$passphrase
# A full backup each week, kept until another one is 26 days old: so nothing is older than 35 days, the word that
# enrolment-service gives to people who were erased (qadam.erasures), also if one night fails.
repo1-retention-full-type=time
repo1-retention-full=26
repo1-retention-history=35
repo1-bundle=y
compress-type=zst
start-fast=y
log-level-file=off
EOF
}

# What pgBackRest says is on its standard error: backrest CONFIGURATION ARGUMENT...
backrest() {
    PGBACKREST_LOCK_PATH=$data/postgres/locks PGBACKREST_LOG_LEVEL_CONSOLE=off PGBACKREST_LOG_LEVEL_STDERR=info \
        pgbackrest --config="$1" --stanza=qadam "${@:2}"
}
