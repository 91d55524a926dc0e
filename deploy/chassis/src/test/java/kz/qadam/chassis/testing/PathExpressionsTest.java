package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

class PathExpressionsTest {

    private final JsonPath numbers = JsonPath.from("{\"numbers\": [1, 2, 3]}");

    @Test
    void a_path_is_compiled_once() {
        // A closure has a class of its own in each compiled path.
        Class<?> first = numbers.get("numbers.collect { (Object) { -> it } }[0].getClass()");
        Class<?> second = numbers.get("numbers.collect { (Object) { -> it } }[0].getClass()");

        assertThat(first).isSameAs(second);
    }

    @Test
    void a_compiled_path_is_asked_of_each_answer_anew() {
        assertThat(numbers.getInt("numbers.max()")).isEqualTo(3);

        assertThat(JsonPath.from("{\"numbers\": [5]}").getInt("numbers.max()")).isEqualTo(5);
    }

    @Test
    void a_compiled_path_has_the_parameters_of_each_question() {
        String path = "numbers.find { it == one }";

        assertThat(numbers.param("one", 2).getInt(path)).isEqualTo(2);
        assertThat(numbers.param("one", 3).getInt(path)).isEqualTo(3);
    }

    @Test
    void what_is_no_path_is_refused_as_before() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbers.get("numbers['"))
                .withMessageContaining("Invalid JSON expression");
    }
}
