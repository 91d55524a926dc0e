package kz.qadam.chassis.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final ConcurrencyLimit<Submitter> permits = new ConcurrencyLimit<>(
            ConcurrencyLimit.Limit.of(3, "too-many-files"), ConcurrencyLimit.Limit.of(2, "too-many-files/own"));

    private ProblemType refusal(Submitter sender) {
        return catchThrowableOfType(Problem.class, () -> permits.take(sender)).type();
    }

    @Test
    void a_sender_has_its_share_and_leaves_the_rest_to_others() {
        permits.take(Submitter.of("a"));
        permits.take(Submitter.of("a"));

        assertThat(refusal(Submitter.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThatCode(() -> permits.take(Submitter.of("b"))).doesNotThrowAnyException();
        assertThat(refusal(Submitter.OFFICE)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void what_has_ended_makes_room_once() {
        permits.take(Submitter.of("a"));
        ConcurrencyLimit.Permit taken = permits.take(Submitter.of("a"));
        taken.leave();
        taken.leave();

        assertThat(permits.taken()).isEqualTo(1);
        assertThatCode(() -> permits.take(Submitter.of("a"))).doesNotThrowAnyException();
        assertThat(refusal(Submitter.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    }

    @Test
    void a_place_that_grows_beyond_the_limit_keeps_its_weight_and_one_that_shrinks_makes_room() {
        var bytes = ConcurrencyLimit.ofAnybody(100, 60, "too-much-in-work");
        ConcurrencyLimit.Weighed permit = bytes.take("a", 40, 0);

        assertThatThrownBy(() -> permit.resize(61)).isInstanceOf(Problem.class);
        assertThat(bytes.taken()).isEqualTo(40);

        permit.resize(10);
        assertThat(bytes.taken()).isEqualTo(10);
    }

    @Test
    void a_place_that_was_given_back_does_not_grow_again() {
        var bytes = ConcurrencyLimit.ofAnybody(100, 60, "too-much-in-work");
        ConcurrencyLimit.Weighed permit = bytes.take("a", 40, 0);
        permit.leave();

        permit.resize(50);

        assertThat(bytes.taken()).isZero();
    }

    @Test
    void a_reserve_is_for_those_who_may_use_it() {
        var bytes = ConcurrencyLimit.ofAnybody(100, 60, "too-much-in-work");
        bytes.take("a", 60, 0);

        assertThatThrownBy(() -> bytes.take("a", 5, 0)).isInstanceOf(Problem.class);
        assertThatCode(() -> bytes.take("a", 5, 10)).doesNotThrowAnyException();
    }
}
