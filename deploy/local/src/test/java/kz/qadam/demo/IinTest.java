package kz.qadam.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IinTest {

    @Test
    void the_first_is_that_of_the_documentation() {
        assertThat(Iin.of(0)).isEqualTo("991231100010");
    }

    @Test
    void no_two_are_the_same() {
        assertThat(IntStream.range(0, 100_000).mapToObj(Iin::of)).doesNotHaveDuplicates();
    }

    @Test
    void the_seventh_digit_tells_that_all_were_born_before_1900() {
        assertThat(IntStream.range(0, 10_000).mapToObj(Iin::of)).allMatch(iin -> iin.matches("\\d{6}[12]\\d{5}"));
    }
}
