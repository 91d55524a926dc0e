package kz.qadam.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** What a question costs the database: pages looked at, which no other load on the machine changes. */
public final class QueryCost {

    private QueryCost() {}

    /** How many pages, of temporary tables too, the statement looks at when it really runs. */
    public static long pages(Handle database, Function<Handle, Query> question) {
        JsonNode root = plan(database, question);
        return Stream.of("Shared Hit Blocks", "Shared Read Blocks", "Local Hit Blocks", "Local Read Blocks")
                .mapToLong(pages -> root.get(pages).longValue())
                .sum();
    }

    /** How many rows the statement gives out, which somebody has to keep. */
    public static long rows(Handle database, Function<Handle, Query> question) {
        return plan(database, question).get("Actual Rows").longValue();
    }

    private static JsonNode plan(Handle database, Function<Handle, Query> question) {
        database.getConfig(SqlStatements.class)
                .setTemplateEngine((sql, context) -> "explain (analyze, buffers, format json) " + sql);
        String plan = question.apply(database).mapTo(String.class).one();
        try {
            return new ObjectMapper().readTree(plan).get(0).get("Plan");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(plan, e);
        }
    }
}
