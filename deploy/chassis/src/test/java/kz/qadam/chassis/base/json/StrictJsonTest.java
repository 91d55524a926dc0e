package kz.qadam.chassis.base.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    record Thing(String name, LocalDate on, Instant at, Duration took) {}

    private final ObjectMapper json = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @Test
    void times_are_strings_and_nulls_are_written() throws JsonProcessingException {
        var thing = new Thing(
                null, LocalDate.of(2026, 5, 31), Instant.parse("2026-05-31T05:00:00.5Z"), Duration.ofSeconds(90));

        assertThat(json.writeValueAsString(thing))
                .isEqualTo(
                        "{\"name\":null,\"on\":\"2026-05-31\",\"at\":\"2026-05-31T05:00:00.500Z\",\"took\":\"PT1M30S\"}");
    }

    @Test
    void an_instant_may_have_any_offset_but_must_have_one() throws JsonProcessingException {
        assertThat(json.readValue("\"2026-05-31T10:00:00+05:00\"", Instant.class))
                .isEqualTo("2026-05-31T05:00:00Z");
        assertThatThrownBy(() -> json.readValue("\"2026-05-31T10:00:00\"", Instant.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_tree_is_read_as_strictly() {
        assertThatThrownBy(() -> json.readTree("{\"a\": 1, \"a\": 2}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("{} {}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("[".repeat(17) + "]".repeat(17)))
                .isInstanceOf(JsonProcessingException.class);
    }
}
