package kz.qadam.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** Lists go to the database in its binary form, which the service writes itself. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ArraysTest {

    @Inject
    Database database;

    @Test
    void texts_come_back_as_they_were_bound() {
        assertThatTheyComeBack(String.class, "Ұлттық «бағдарлама»", "a \"b\" \\ {c,d} NULL\n", "", null, "😀");
    }

    @Test
    void bytes_come_back_as_they_were_bound() {
        assertThatTheyComeBack(byte[].class, new byte[] {0, -1, 92, 127}, new byte[0], null);
    }

    @Test
    void ids_come_back_as_they_were_bound() {
        assertThatTheyComeBack(
                UUID.class, new UUID(-1, 1), null, UUID.fromString("0199c7a1-7a1c-7b4e-8a7e-1f2a3b4c5d6e"));
    }

    @Test
    void numbers_come_back_as_they_were_bound() {
        assertThatTheyComeBack(Integer.class, Integer.MIN_VALUE, null, 0, 7, Integer.MAX_VALUE);
        assertThatTheyComeBack(Long.class, Long.MIN_VALUE, null, -1L, 7L, Long.MAX_VALUE);
    }

    @Test
    void truths_come_back_as_they_were_bound() {
        assertThatTheyComeBack(Boolean.class, true, null, false);
    }

    @Test
    void days_come_back_as_they_were_bound() {
        assertThatTheyComeBack(
                LocalDate.class,
                LocalDate.of(1600, 2, 29),
                null,
                LocalDate.of(1999, 12, 31),
                LocalDate.of(9999, 12, 31));
    }

    @Test
    void instants_come_back_to_the_microsecond() {
        assertThatTheyComeBack(
                Instant.class,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                null,
                Instant.parse("2026-05-31T12:00:00.123456Z"));
    }

    @Test
    void an_empty_list_is_an_empty_array() {
        assertThatTheyComeBack(UUID.class);
    }

    private enum Colour {
        RED,
        GREEN
    }

    private record Maker(String name, long since) {}

    @SuppressWarnings("ArrayRecordComponent") // Compared member by member.
    private record Toy(
            UUID id,
            String label,
            Colour colour,
            int pieces,
            BigDecimal price,
            Integer age,
            boolean sold,
            LocalDate madeOn,
            Instant seenAt,
            byte[] seal,
            Map<String, String> notes,
            Maker maker) {}

    @Test
    void rows_come_back_as_they_were_written() {
        var columns = TableColumns.of(Toy.class, Map.of("id", "toy"));
        Toy full = new Toy(
                UUID.randomUUID(),
                "Қуыршақ",
                Colour.GREEN,
                7,
                new BigDecimal("55.50"),
                3,
                true,
                LocalDate.of(2026, 5, 31),
                Instant.parse("2026-05-31T12:00:00.123456Z"),
                new byte[] {1, -1},
                Map.of("made-of", "жүн", "washed", "\"often\""),
                new Maker("Ойыншық", 1991));
        Toy bare = new Toy(UUID.randomUUID(), null, null, 0, null, null, false, null, null, null, Map.of(), null);

        List<Toy> back = database.transaction(
                handle -> columns.bind(handle.createQuery("select * from " + columns.rows("toy")), List.of(full, bare))
                        .map(columns)
                        .list());

        assertThat(back).usingRecursiveComparison().isEqualTo(List.of(full, bare));
    }

    private record Looks(Colour colour, String size) {}

    private record Doll(UUID id, Looks looks) {}

    @Test
    void a_nested_record_is_there_whichever_of_its_values_is_there() {
        var columns = TableColumns.of(Doll.class);
        List<Doll> dolls = List.of(
                new Doll(UUID.randomUUID(), new Looks(Colour.RED, null)),
                new Doll(UUID.randomUUID(), new Looks(null, "small")),
                new Doll(UUID.randomUUID(), null));

        List<Doll> back = database.transaction(
                handle -> columns.bind(handle.createQuery("select * from " + columns.rows("doll")), dolls)
                        .map(columns)
                        .list());

        assertThat(back).isEqualTo(dolls);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read.
    private <T> void assertThatTheyComeBack(Class<T> type, T... values) {
        List<T> back = database.transaction(handle -> handle.createQuery("select unnest(:values)")
                .bindArray("values", type, Arrays.asList(values))
                .mapTo(type)
                .list());
        assertThat(back).containsExactly(values);
    }
}
