package kz.qadam.chassis.events.event;

import static kz.qadam.chassis.events.event.EventJson.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    record Toy(
            UUID id,
            String label,
            long pieces,
            int size,
            boolean sold,
            LocalDate madeOn,
            Instant seenAt,
            ZoneId zone,
            BigDecimal price,
            Maker maker,
            List<Maker> owners,
            List<Integer> weights,
            Map<String, Long> parts,
            @MayBeNull String colour,
            @MayBeAbsent LocalDate brokenOn) {

        Toy {
            require(size > 0, "size is not a whole number from 1.");
        }
    }

    record Maker(String name) {}

    private static final String TOY = """
            {"id":"0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01","label":"Қуыршақ","pieces":7,"size":1,"sold":true,\
            "madeOn":"2026-05-31","seenAt":"2026-05-31T05:00:00Z","zone":"Asia/Almaty","price":55.5,\
            "maker":{"name":"A"},"owners":[{"name":"B"}],"weights":[1,2],"parts":{"head":1},"colour":null}""";

    @Test
    void what_is_read_is_written_again_in_the_same_order() {
        assertThat(EventJson.write(EventJson.read(TOY, Toy.class))).isEqualTo(TOY);
    }

    @Test
    void a_member_that_may_be_absent_is_written_if_it_is_there() {
        String broken = with("}", ",\"brokenOn\":\"2026-06-01\"}");

        assertThat(EventJson.write(EventJson.read(broken, Toy.class))).isEqualTo(broken);
    }

    @Test
    void a_member_that_is_not_declared_is_left_alone() {
        assertThat(EventJson.read(with("}", ",\"shelf\":[{\"number\":0}]}"), Toy.class))
                .isEqualTo(EventJson.read(TOY, Toy.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "pieces":7,              | ''                        | pieces is missing.
            "pieces":7               | "pieces":null             | pieces is missing.
            "label":"Қуыршақ",       | ''                        | label is missing.
            "label":"Қуыршақ"        | "label":null              | label is missing.
            "Қуыршақ"                | ""                        | label is not a text.
            "Қуыршақ"                | "a\\u0000b"               | label is not a text.
            "Қуыршақ"                | 7                         | label is not a text.
            0199a1c2-                | 199a1c2-                  | id is not a UUID.
            0199a1c2-                | zzz                       | id is not a UUID.
            "pieces":7               | "pieces":"7"              | pieces is not a whole number from 0.
            "pieces":7               | "pieces":7.0              | pieces is not a whole number from 0.
            "pieces":7               | "pieces":-1               | pieces is not a whole number from 0.
            "pieces":7               | "pieces":9223372036854775808 | pieces is not a whole number from 0.
            "size":1                 | "size":0                  | size is not a whole number from 1.
            "size":1                 | "size":2147483648         | size is too large a number.
            true                     | "true"                    | sold is not true or false.
            2026-05-31"              | 2026-02-30"               | madeOn is not a date.
            2026-05-31"              | 0000-05-31"               | madeOn is out of range.
            2026-05-31"              | +12026-05-31"             | madeOn is not a date.
            2026-05-31T05:00:00Z     | 2026-05-31T05:00:00       | seenAt is not an instant.
            2026-05-31T05:00:00Z     | +12026-01-01T00:00:00Z    | seenAt is out of range.
            Asia/Almaty              | Asia/Nowhere              | zone is not a time zone.
            55.5                     | 1e400                     | price is not a number.
            55.5                     | "55.5"                    | price is not a number.
            {"name":"A"}             | "A"                       | maker is not an object.
            {"name":"A"}             | {}                        | name is missing.
            [{"name":"B"}]           | {}                        | owners is not an array.
            [{"name":"B"}]           | ["B"]                     | owners contains a value that is not an object.
            [1,2]                    | [1,"2"]                   | weights contains a value that is not a whole number from 0.
            {"head":1}               | [1]                       | parts is not an object.
            {"head":1}               | {"head":"1"}              | head is not a whole number from 0.
            "colour":null            | "colour":7                | colour is not a text.
            "colour":null            | "colour":null,"sold":false | Its data is not JSON.
            "sold":true              | "sold":tru                | Its data is not JSON.
            """)
    void what_is_wrong_is_said_by_its_name(String part, String otherwise, String reason) {
        String wrong = with(part, otherwise);

        assertThatThrownBy(() -> EventJson.read(wrong, Toy.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\""})
    void what_is_no_object_is_said_to_be_none(String data) {
        assertThatThrownBy(() -> EventJson.read(data, Toy.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("Its data is not a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "no"})
    void what_is_no_json_is_said_to_be_none(String data) {
        assertThatThrownBy(() -> EventJson.read(data, Toy.class)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void something_behind_the_object_is_refused() {
        assertThatThrownBy(() -> EventJson.read(TOY + TOY, Toy.class)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void the_version_is_found_in_what_cannot_be_read_otherwise() {
        assertThat(EventJson.versionIn("{\"id\":7,\"version\":3}")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[3]", "{\"version\":\"3\"}", "{\"version\":3.5}", ""})
    void a_version_that_cannot_be_read_is_none(String data) {
        assertThat(EventJson.versionIn(data)).isNull();
    }

    private static String with(String part, String otherwise) {
        assertThat(TOY).contains(part);
        int at = part.equals("}") ? TOY.lastIndexOf(part) : TOY.indexOf(part);
        return TOY.substring(0, at) + otherwise + TOY.substring(at + part.length());
    }
}
