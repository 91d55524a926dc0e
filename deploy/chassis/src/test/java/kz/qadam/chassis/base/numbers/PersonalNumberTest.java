package kz.qadam.chassis.base.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "991231100010",
                "E-991231100010",
                "pupil 991231200017, class 7",
                "№991231200803",
                "1234567890123/991231100109",
            })
    void twelve_digits_in_a_row_are_seen_wherever_they_are(String text) {
        assertThat(PersonalNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "９９１２３１１０００１０", // full width
                "𝟗𝟗𝟏𝟐𝟑𝟏𝟏𝟎𝟎𝟎𝟏𝟎", // mathematical
                "⁹⁹¹²³¹¹⁰⁰⁰¹⁰",
                "991231 100010",
                "991231-100010",
                "991231\u00a0100010",
                "991231\u2011100010",
                "991231–100010",
                "Оқушы 991231 200017.",
            })
    void other_ways_of_writing_one_are_seen_too(String text) {
        assertThat(PersonalNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "991231100011", // wrong check digit
                "991231 100011",
                "0991231100010", // within a longer row
                "9912311000100",
                "1991231 100010",
                "991231 1000100",
                "991231  100010", // two spaces
                "991231/100010",
                "060140000013", // of an organisation: there is no 40th day
                "999931100015", // no 99th month
                "991231800016", // no such century
                "000229300000", // 1900 was no leap year
                "000000000000",
                "٩٩١٢٣١١٠٠٠١٠",
                "E-2026-000123",
                "school-42/2026-05-31",
                "0199a1c2-7b11-7c3e-8d11-991231100010", // a random identifier
                ""
            })
    void what_is_nobodys_number_is_let_through(String text) {
        assertThat(PersonalNumber.isIn(text)).isFalse();
    }

    @Test
    void a_foreigners_number_has_no_century_and_is_seen_in_one_row_only() {
        String foreign = "00022900000" + checkDigit("00022900000");

        assertThat(PersonalNumber.isIn(foreign)).isTrue();
        assertThat(PersonalNumber.isIn(foreign.substring(0, 6) + " " + foreign.substring(6)))
                .isFalse();
    }

    @Test
    void a_text_with_a_number_is_masked_as_a_whole() {
        assertThat(PersonalNumber.masked("pupil 991231100010")).isEqualTo(PersonalNumber.MASK);
        assertThat(PersonalNumber.masked("school-42")).isEqualTo("school-42");
    }

    private static char checkDigit(String eleven) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (CheckDigit.isRight(eleven + digit)) {
                return digit;
            }
        }
        throw new IllegalArgumentException(eleven);
    }
}
