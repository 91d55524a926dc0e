package kz.qadam.chassis.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.problem.Problem;
import org.junit.jupiter.api.Test;

class SentFormTest {

    private static byte[] fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "field-" + number + "=a%20b")
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_form_with_many_fields_is_read_as_a_whole() {
        assertThat(SentForm.read(fields(SentForm.MOST_FIELDS)))
                .hasSize(SentForm.MOST_FIELDS)
                .containsEntry("field-999", "a b");
    }

    @Test
    void what_is_not_a_form_is_refused() {
        assertThatThrownBy(() -> SentForm.read("reason=%zz".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_form_is_about_another_version_if_it_says_so() {
        assertThat(SentForm.isAboutOther(Map.of("seen", "2"), 3)).isTrue();
        assertThat(SentForm.isAboutOther(Map.of("seen", "3"), 3)).isFalse();
        assertThat(SentForm.isAboutOther(Map.of(), 3)).isFalse();
    }

    @Test
    void a_form_with_too_many_fields_is_refused_and_none_is_left_out_unseen() {
        assertThatThrownBy(() -> SentForm.read(fields(SentForm.MOST_FIELDS + 1)))
                .isInstanceOf(Problem.class);
    }
}
