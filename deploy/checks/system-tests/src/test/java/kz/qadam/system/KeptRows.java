package kz.qadam.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.qadam.local.Service;
import kz.qadam.local.Suite;

/**
 * What the three databases keep of a person: of every row that has one of the person's ids, whatever its table, each column
 * and, of a column with JSON, each member.
 */
record KeptRows(Suite suite) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A partition is read with its table. */
    private static final String TABLES = """
            select quote_ident(relname) from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1
            """;

    private static final String OF_PEOPLE = """
            select distinct quote_ident(relname) from pg_class join pg_attribute on attrelid = pg_class.oid
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
               and attname ~ '^(learner|absorbed|surviving|iin|enrolment|completion)'
            """;

    private static final String ROWS = """
            select to_jsonb(kept)::text from %1$s as kept
             where exists (select from unnest(?::text[]) as id where position(id in kept::text) > 0)
            """;

    /** The values of each place, such as {@code enrolment.enrolment.course} or {@code reporting.event_log.data.cohort}. */
    Map<String, Set<JsonNode>> of(Collection<String> ids) throws IOException, SQLException {
        Map<String, Set<JsonNode>> places = new TreeMap<>();
        for (Service service : Service.values()) {
            try (Connection database = suite.database(service).connect()) {
                for (String table : tables(database, TABLES)) {
                    String place = service.name().toLowerCase(Locale.ROOT) + "." + table;
                    for (JsonNode row : rows(database, table, ids)) {
                        add(places, place, row);
                    }
                }
            }
        }
        return places;
    }

    /** The tables that can say something of a person: those that have a column for an id of a record of people. */
    Set<String> tablesOfPeople() throws IOException, SQLException {
        Set<String> names = new TreeSet<>();
        for (Service service : Service.values()) {
            try (Connection database = suite.database(service).connect()) {
                tables(database, OF_PEOPLE)
                        .forEach(table -> names.add(service.name().toLowerCase(Locale.ROOT) + "." + table));
            }
        }
        return names;
    }

    private static void add(Map<String, Set<JsonNode>> places, String place, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(places, place + "." + member.getKey(), member.getValue()));
        } else if (value.isArray()) {
            value.forEach(element -> add(places, place, element));
        } else if (value.isTextual() && value.textValue().startsWith("{")) {
            add(places, place, read(value.textValue()));
        } else {
            places.computeIfAbsent(
                            place,
                            any -> new TreeSet<>((one, other) -> one.toString().compareTo(other.toString())))
                    .add(value);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private static List<String> tables(Connection database, String query) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = database.createStatement().executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<JsonNode> rows(Connection database, String table, Collection<String> ids) throws SQLException {
        List<JsonNode> found = new ArrayList<>();
        try (PreparedStatement search = database.prepareStatement(ROWS.formatted(table))) {
            search.setArray(1, database.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = search.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1)));
                }
            }
        }
        return found;
    }
}
