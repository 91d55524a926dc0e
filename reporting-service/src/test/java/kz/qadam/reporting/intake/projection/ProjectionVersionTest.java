package kz.qadam.reporting.intake.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import kz.qadam.reporting.rollup.fact.Cause;
import org.junit.jupiter.api.Test;

/** Reminds a developer of the next {@link Projection#VERSION}. */
@ReportingTest
class ProjectionVersionTest {

    private static final String COLUMNS = """
            select table_name || ' has ' || string_agg(column_name || ' ' || data_type, ', ' order by column_name)
              from information_schema.columns where table_schema = current_schema() and table_name = any(:tables)
             group by table_name order by table_name collate "C"
            """;

    @Inject
    Database database;

    @Test
    void what_is_derived_is_what_this_version_says() throws IOException {
        String derived = String.join("\n", derived()) + "\n";

        assertThat(kept())
                .as(
                        "What is derived from the events has changed. Keep the text below as src/main/resources%s, whose number"
                                + " is the next version: then each installation derives its figures anew when it starts.%n%s",
                        Projection.DESCRIPTION.formatted(Projection.VERSION + 1), derived)
                .isEqualTo(derived);
    }

    private static String kept() throws IOException {
        String file = Projection.DESCRIPTION.formatted(Projection.VERSION);
        try (var text = ProjectionVersionTest.class.getResourceAsStream(file)) {
            return text == null ? file + " is missing" : new String(text.readAllBytes(), UTF_8);
        }
    }

    private List<String> derived() {
        List<String> all = new ArrayList<>();
        for (Dimension one : Dimension.values()) {
            all.add("dimension " + one.code()
                    + (one.isDerived() ? ", described with each " + one.source().code() : "")
                    + (one.isAttribute() ? ", an attribute of enrolments" : ""));
        }
        for (Measure one : Measure.values()) {
            all.add("measure " + one.code() + (one.isAdditive() ? ", adds up" : ""));
        }
        Arrays.stream(Cause.values()).map(one -> "cause " + one.code()).forEach(all::add);
        all.addAll(database.transaction(handle -> handle.createQuery(COLUMNS)
                .bindArray("tables", String.class, Projection.TABLES)
                .mapTo(String.class)
                .list()));
        return all;
    }
}
