package kz.qadam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostsTest {

    private static final int MANY = 3_200;

    private final Posts posts = new Posts(96_000, 20_000);

    @Test
    void each_has_300_bytes() {
        assertThat(IntStream.range(0, MANY).mapToObj(posts::json))
                .allSatisfy(json -> assertThat(json).hasSize(300));
    }

    @Test
    void one_in_ten_is_an_earlier_one_sent_again() {
        assertThat(IntStream.range(0, MANY).mapToObj(posts::reference).distinct())
                .hasSize(MANY - MANY / 10);
        assertThat(posts.json(1_009)).isEqualTo(posts.json(4));
    }

    @Test
    void of_one_in_fifty_nobody_knows_the_enrolment() {
        assertThat(IntStream.range(0, MANY).mapToObj(posts::enrolmentName).filter(name -> name.startsWith("X-")))
                .hasSize(MANY / 50);
    }

    @Test
    void those_that_are_accepted_are_known_and_new() {
        List<Integer> accepted =
                IntStream.range(0, 88).map(Posts::accepted).boxed().toList();

        assertThat(accepted)
                .doesNotHaveDuplicates()
                .hasSize(88)
                .allSatisfy(post -> assertThat(post % 10).isNotEqualTo(9));
        assertThat(accepted.stream().map(posts::enrolmentName)).allMatch(name -> name.startsWith("E-"));
    }
}
