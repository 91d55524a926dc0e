package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * A copy of the files of a running PostgreSQL, made as its manual describes for those who have no {@code pg_basebackup}, and
 * brought to a later moment by the log.
 */
final class BaseBackup {

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private BaseBackup() {}

    /** Copies the data directory of the server of this database to another one. */
    static void take(Database superuser, Path data, Path copy) throws IOException, SQLException {
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('copy', true)");
            // Files come and go meanwhile; the log has what the copy lacks.
            Trees.copy(data, copy, inside -> !LEFT_OUT.contains(inside.toString()) && !isLog(inside));
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(copy.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** A file of the log; its directories stay. */
    private static boolean isLog(Path inside) {
        return inside.startsWith("pg_wal") && inside.getNameCount() == 2 && !inside.endsWith("archive_status");
    }

    /** When it starts, the copy reads the log up to a restore point, and goes on from there in a timeline of its own. */
    static void recoverTo(String restorePoint, Path copy, Path log) throws IOException {
        Files.createFile(copy.resolve("recovery.signal"));
        Files.writeString(copy.resolve("postgresql.auto.conf"), """
                restore_command = 'cp "%s/%%f" "%%p"'
                recovery_target_name = '%s'
                recovery_target_action = 'promote'
                """.formatted(log, restorePoint));
    }

    /** When it starts, the copy follows the original by the log, which it is sent as it is written. */
    static void follow(Database original, int port, Path copy) throws IOException {
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%n"
                        .formatted(port, original.user(), original.password()));
    }
}
