package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server on 127.0.0.1: its programs, and its home directory with the data and the passwords. */
final class Postgres {

    private static final String WRONG_PASSWORD = "28P01";

    private final Path binaries;
    private final Path home;
    private final int port;
    private final boolean durable;
    private final SuperuserPassword password;
    private final Unprivileged user;
    private final Optional<PostgresTls> tls;
    private final Backups backups;

    private Postgres(Path binaries, Path home, int port, boolean durable, Optional<PostgresTls> tls, Backups backups)
            throws IOException {
        this.binaries = binaries.toAbsolutePath();
        this.home = home.toAbsolutePath();
        this.password = new SuperuserPassword(this.home);
        this.port = port;
        this.durable = durable;
        this.user = Unprivileged.here();
        this.tls = tls;
        this.backups = backups;
    }

    /** A server whose commits survive a power failure. */
    static Postgres durable(Path binaries, Path home, int port, Optional<PostgresTls> tls, Backups backups)
            throws IOException {
        return new Postgres(binaries, home, port, true, tls, backups);
    }

    /** A server for tests: its commits survive a crash of the server, but not of the machine. */
    static Postgres hasty(Path binaries, Path home, int port) throws IOException {
        return new Postgres(binaries, home, port, false, Optional.empty(), Backups.none());
    }

    /** Unpacks the programs and creates the cluster, unless both are there. */
    void prepare(Path log) throws IOException {
        PostgresBinaries.unpackedIn(binaries);
        if (!Files.exists(data())) {
            Files.createDirectories(passwords());
            password.current();
            createCluster(log);
        }
        if (tls.isPresent()) {
            tls.get().install(data());
        }
        user.handOver(data());
    }

    /**
     * Creates the cluster under a temporary name and renames it when it is complete, so that an interruption leaves no
     * incomplete cluster.
     */
    private void createCluster(Path log) throws IOException {
        Path fresh = home.resolve("data.new");
        Trees.delete(fresh);
        user.handOver(home);
        var initdb = new ProcessBuilder(initdb(fresh))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (Patience.exitCode(initdb) != 0) {
            throw new CannotStart("PostgreSQL's initdb failed, see " + log);
        }
        Files.move(fresh, data());
    }

    private List<String> initdb(Path target) {
        List<String> command = program("initdb");
        command.addAll(List.of(
                "-D", target.toString(), "-U", "postgres", "--pwfile=" + password.file(), "-A", "scram-sha-256"));
        command.addAll(List.of("-E", "UTF-8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("--data-checksums", "--no-instructions"));
        if (!durable) {
            command.add("--no-sync");
        }
        return command;
    }

    /**
     * A server that begins with a copy of this one as it is now, on another port. It has the same passwords.
     *
     * @param other its home directory, which is empty
     */
    Postgres copied(Path other, int otherPort) throws IOException, SQLException {
        Files.createDirectories(other);
        Trees.copy(passwords(), other.resolve("passwords"), inside -> true);
        Files.copy(password.file(), other.resolve(password.file().getFileName()));
        var copy = new Postgres(binaries, other, otherPort, durable, tls, Backups.none());
        BaseBackup.take(superuser("postgres"), data(), copy.data());
        user.handOver(other);
        return copy;
    }

    /** Lets a copy go on to this restore point, and no further, as soon as it starts: by the log of the original. */
    void recoverTo(String restorePoint, Postgres original) throws IOException {
        BaseBackup.recoverTo(restorePoint, data(), original.data().resolve("pg_wal"));
        user.handOver(home);
    }

    /** Lets a copy follow the original as a standby, as soon as it starts. */
    void follow(Postgres original) throws IOException {
        BaseBackup.follow(original.superuser("postgres"), original.port, data());
        user.handOver(home);
    }

    /** The name of the present moment in the log. */
    void markRestorePoint(String name) throws IOException, SQLException {
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_create_restore_point('%s'), pg_switch_wal()".formatted(name));
        }
    }

    List<String> command() {
        List<String> command = program("postgres");
        command.addAll(List.of("-D", data().toString(), "-p", String.valueOf(port)));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("max_connections", "200");
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            // The default needs /dev/shm, which in a container is too small for a parallel query.
            all.put("dynamic_shared_memory_type", "sysv");
        }
        all.put("shared_buffers", "256MB");
        // After each checkpoint, every changed page is written to the log as a whole. Under load, the default settings
        // make a checkpoint every few seconds, and most of the log consists of such pages.
        all.put("max_wal_size", "3GB");
        all.put("checkpoint_timeout", "15min");
        String careful = durable ? "on" : "off";
        List.of("fsync", "synchronous_commit", "full_page_writes").forEach(setting -> all.put(setting, careful));
        if (!durable) {
            // Tests count the statements.
            all.put("shared_preload_libraries", "pg_stat_statements");
            // Tests connect for each statement of a fixture, and 4,096 rounds of a digest cost more than the statement.
            all.put("scram_iterations", "1");
        }
        // A server whose recovery has not ended answers nobody.
        all.put("hot_standby", "off");
        all.putAll(backups.settings(data()));
        tls.ifPresent(secured -> all.putAll(secured.settings(data())));
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** How long a start may take: as long as the write-ahead log of a backup is replayed, which says when it fails. */
    Duration patience() {
        return Files.exists(data().resolve("recovery.signal")) ? Duration.ofDays(1) : Duration.ofMinutes(5);
    }

    boolean answers() {
        try (var connection = superuser("postgres").connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return WRONG_PASSWORD.equals(e.getSQLState()) && password.useNext();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it answers, and has ended its recovery. */
    boolean isPrimary() {
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select not pg_is_in_recovery()")) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /**
     * In earlier versions the services had the password of the superuser: it is changed once, before they get passwords
     * of their own. If this is interrupted, {@link #answers} finds out which of the two passwords is valid.
     */
    void changeSharedPassword() throws IOException {
        if (Files.exists(passwords())) {
            return;
        }
        String next = password.next();
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '%s'".formatted(next));
        } catch (SQLException e) {
            throw new IOException("Cannot change the password of the superuser", e);
        }
        if (!password.useNext()) {
            throw new CannotStart("The new password of the superuser is not stored: start again.");
        }
        Files.createDirectories(passwords());
    }

    /** The database of a service, created if missing, with its two roles. */
    DatabaseRoles roles(String name) throws IOException {
        if (!Files.exists(passwords())) {
            throw new CannotStart(
                    "%s holds data of an earlier version: start them by deploy/up first.".formatted(home));
        }
        return new ServiceDatabases(this, new InstallationSecrets(passwords())).roles(name);
    }

    /** A server that still runs on the data of this home, although its launcher has ended. */
    static Optional<ProcessHandle> stray(Path home) throws IOException {
        Path lock = home.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0).strip()))
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()));
    }

    /** A database, accessed as superuser. */
    Database superuser(String database) throws IOException {
        return login(database, "postgres", password.current());
    }

    /** A database, accessed as this role. */
    Database login(String database, String role, String password) {
        String address = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return new Database(address + tls.map(PostgresTls::parameters).orElse(""), role, password);
    }

    private List<String> program(String name) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries.resolve("bin").resolve(name).toString());
        return command;
    }

    private Path data() {
        return home.resolve("data");
    }

    /** Those of the services' roles. Earlier versions had none. */
    private Path passwords() {
        return home.resolve("passwords");
    }
}
