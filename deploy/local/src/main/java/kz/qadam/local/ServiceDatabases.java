package kz.qadam.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * The databases of the services in a server, each with its own two roles. Each role has its own password. A database of
 * an earlier version, in which one role owned everything and worked, gets both roles when it is used.
 */
final class ServiceDatabases {

    private static final String ROLES = script();

    private final Postgres server;
    private final InstallationSecrets passwords;

    ServiceDatabases(Postgres server, InstallationSecrets passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    /**
     * Creates the database and its roles if they are missing. The passwords are those of the files, whatever they were
     * before. An interruption leaves the roles as they were, and the next call does it all.
     */
    DatabaseRoles roles(String name) throws IOException {
        String owner = name + "_owner";
        var roles = new DatabaseRoles(
                server.login(name, owner, passwords.passwordOf(owner)),
                server.login(name, name, passwords.passwordOf(name)));
        try {
            create(name);
            assignRoles(name, roles);
        } catch (SQLException e) {
            throw new IOException("Cannot prepare the database " + name, e);
        }
        return roles;
    }

    /** Two launchers that create it at once wait for each other. */
    private void create(String name) throws SQLException, IOException {
        try (var connection = server.superuser("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('%s'))".formatted(name));
            if (!exists(name, connection)) {
                statement.execute("create database " + name);
            }
        }
    }

    private static boolean exists(String name, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private void assignRoles(String name, DatabaseRoles roles) throws SQLException, IOException {
        try (var connection = server.superuser(name).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(filledIn(Map.of(
                    "DBNAME", name,
                    "owner", roles.owner().user(),
                    "owner_password", roles.owner().password(),
                    "service", roles.service().user(),
                    "service_password", roles.service().password())));
            connection.commit();
        }
    }

    /** The script with these values for its variables, which are those of psql: {@code :'text'} and {@code :"name"}. */
    private static String filledIn(Map<String, String> variables) {
        String sql = ROLES;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String value = variable.getValue();
            sql = sql.replace(":'" + variable.getKey() + "'", "'" + value.replace("'", "''") + "'")
                    .replace(":\"" + variable.getKey() + "\"", "\"" + value.replace("\"", "\"\"") + "\"");
        }
        return sql;
    }

    private static String script() {
        try (var script = ServiceDatabases.class.getResourceAsStream("roles.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
