package kz.qadam.chassis.base.personal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalTextTest {

    private static final int LONGEST = 1_000;

    @ParameterizedTest
    @CsvFileSource(resources = "examples.csv", delimiter = '|')
    void a_text_that_names_a_person_is_refused_and_every_other_is_accepted(String verdict, String text) {
        assertThat(PersonalText.isIn(text) ? "refused" : "accepted").isEqualTo(verdict);
    }

    /** The longest reasons that nearly name a person again and again. */
    static Stream<String> tiresomeTexts() {
        return Stream.of(
                        "a@",
                        "8-700-2026-001 ",
                        "+7 ",
                        "A.",
                        "А",
                        "Иванов ",
                        "Ов",
                        "8 000 000 00 00 ",
                        "ул. Абая Кунанбаева ")
                .map(part -> IntStream.range(0, LONGEST / part.length())
                        .mapToObj(i -> part)
                        .collect(joining()));
    }

    @ParameterizedTest
    @MethodSource("tiresomeTexts")
    void the_longest_text_is_judged_at_once(String text) {
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> PersonalText.isIn(text));
    }
}
