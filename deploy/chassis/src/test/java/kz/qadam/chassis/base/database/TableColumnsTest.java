package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That rows come back from PostgreSQL as they were written is shown where a database is, in progress-service. */
class TableColumnsTest {

    record Toy(UUID id, LocalDate madeOn, Maker maker) {}

    record Maker(String name, int since) {}

    record Odd(Thread name) {}

    @Test
    void a_column_has_the_name_of_its_component_in_snake_case() {
        assertThat(TableColumns.of(Toy.class).names()).isEqualTo("id, made_on, name, since");
    }

    @Test
    void a_column_may_have_another_name_than_its_component() {
        assertThat(TableColumns.of(Toy.class, Map.of("id", "toy", "name", "maker"))
                        .names())
                .isEqualTo("toy, made_on, maker, since");
    }

    @Test
    void columns_may_be_those_of_an_alias() {
        assertThat(TableColumns.of(Maker.class).names("m")).isEqualTo("m.name, m.since");
    }

    @Test
    void rows_are_written_by_one_array_for_each_column() {
        assertThat(TableColumns.of(Maker.class).rows("one")).isEqualTo("unnest(:name, :since) as one (name, since)");
    }

    @Test
    void a_type_that_no_column_has_is_refused() {
        assertThatThrownBy(() -> TableColumns.of(Odd.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
