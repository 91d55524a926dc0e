package kz.qadam.enrolment.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"991231100010", "991231200017", "991231100109", "991231200803"})
    void a_number_is_right_by_the_first_pass_or_the_second(String digits) {
        assertThat(Iin.hasRightCheckDigit(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99123110016", "99123120089"})
    void where_both_passes_give_ten_there_is_no_number(String prefix) {
        for (char digit = '0'; digit <= '9'; digit++) {
            assertThat(Iin.hasRightCheckDigit(prefix + digit)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"٩٩١٢٣١١٠٠٠١٠", "９９１２３１１０００１０", "99123110001", "9912311000100", "99123110001O", " 99123110001"})
    void only_twelve_ascii_digits_are_twelve_digits(String text) {
        assertThat(Iin.areTwelveDigits(text)).isFalse();
    }

    @Test
    void a_wrong_number_cannot_exist() {
        assertThatThrownBy(() -> new Iin("991231100011")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_does_not_show_itself() {
        assertThat(new Iin("991231100010").toString()).doesNotContain("991231100010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "999931100018", "990230100012", "991231800015"})
    void a_number_without_a_day_of_birth_is_nobodys(String digits) {
        assertThat(new Iin(digits).hasDayOfBirth()).isFalse();
    }
}
