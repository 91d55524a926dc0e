package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the database of a service was migrated by the service as it is packaged now. The database itself says which one
 * migrated it last, in a comment, so a database that was restored from a backup is never taken for a newer one.
 *
 * @param packaged the directory of the packaged service
 */
record Migrations(Path packaged, Database owner) {

    private static final String HISTORY = "flyway_schema_history";

    boolean areDone() throws IOException {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select obj_description(to_regclass('%s'), 'pg_class')".formatted(HISTORY))) {
            return row.next() && code().equals(row.getString(1));
        } catch (SQLException e) {
            throw new IOException("Cannot ask which version has migrated a database", e);
        }
    }

    /** To be called when the packaged service has migrated the database. */
    void note() throws IOException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("comment on table %s is '%s'".formatted(HISTORY, code()));
        } catch (SQLException e) {
            throw new IOException("Cannot note which version has migrated a database", e);
        }
    }

    /** A digest of everything of our own in the service: migrations, and the settings and grants that go with them. */
    private String code() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : own()) {
                digest.update(Files.readAllBytes(jar));
            }
            return "migrated by " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> own() throws IOException {
        try (var service = Files.list(packaged.resolve("app"));
                var libraries = Files.list(packaged.resolve("lib/main"))) {
            return Stream.concat(
                            service,
                            libraries.filter(
                                    file -> file.getFileName().toString().startsWith("kz.qadam.")))
                    .sorted()
                    .toList();
        }
    }
}
