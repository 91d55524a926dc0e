package kz.qadam.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import kz.qadam.local.Service;
import kz.qadam.local.Suite;

/** Searches every column of every table of the three databases. */
record LiveRows(Suite suite) {

    private static final String TABLES = """
            select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1
            """;

    /** A row as text has its texts and JSON as they are, and its bytes in hexadecimal digits. */
    private static final String HOLDS = """
            select exists (select from %1$s where position(? in %1$s::text) > 0 or position(? in %1$s::text) > 0)
            """;

    /** The tables with a row that holds the text, such as {@code progress.completion}. */
    List<String> tablesWith(String text) throws IOException, SQLException {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            try (Connection database = suite.database(service).connect()) {
                for (String table : tables(database)) {
                    if (holds(database, table, text)) {
                        found.add(service.name().toLowerCase(Locale.ROOT) + "." + table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = database.createStatement().executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection database, String table, String text) throws SQLException {
        try (PreparedStatement search = database.prepareStatement(HOLDS.formatted(table))) {
            search.setString(1, text);
            search.setString(2, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            try (ResultSet row = search.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
