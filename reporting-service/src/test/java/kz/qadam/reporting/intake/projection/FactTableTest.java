package kz.qadam.reporting.intake.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.inject.Inject;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.intake.contract.EventTypes;
import kz.qadam.reporting.rollup.fact.BlockOrErasure;
import kz.qadam.reporting.rollup.fact.CountedFact;
import kz.qadam.reporting.rollup.fact.KeptIn;
import org.junit.jupiter.api.Test;

@ReportingTest
class FactTableTest {

    @Inject
    Database database;

    @Test
    void each_kind_of_fact_counts_or_has_a_table_or_is_acted_on() {
        assertThat(EventTypes.facts())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(Stream.of(
                                CountedFact.class.isAssignableFrom(fact),
                                fact.isAnnotationPresent(KeptIn.class),
                                BlockOrErasure.class.isAssignableFrom(fact)))
                        .as("%s counts, is kept in a table, is a BlockOrErasure: one of them", fact.getSimpleName())
                        .containsOnlyOnce(true));
    }

    @Test
    void each_table_has_the_columns_of_its_facts() {
        EventTypes.facts().stream()
                .filter(fact -> fact.isAnnotationPresent(KeptIn.class))
                .forEach(fact -> assertThatCode(() -> isFilled(fact))
                        .as(fact.getSimpleName())
                        .doesNotThrowAnyException());
    }

    private boolean isFilled(Class<?> fact) {
        KeptIn where = fact.getAnnotation(KeptIn.class);
        String columns = TableColumns.of(fact.asSubclass(Record.class)).names();
        String sql = "select exists (select from_batch, to_batch, %s, %s from %s)"
                .formatted(columns, String.join(", ", where.subject()), where.table());
        return database.transaction(
                handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}
