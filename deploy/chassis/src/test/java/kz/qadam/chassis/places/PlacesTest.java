package kz.qadam.chassis.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final ConcurrencyLimit<Submitter> places = new ConcurrencyLimit<>(
            ConcurrencyLimit.Limit.of(3, "too-many-files"), ConcurrencyLimit.Limit.of(2, "too-many-files/own"));

    private ProblemType refusal(Submitter sender) {
        return catchThrowableOfType(Problem.class, () -> places.take(sender)).type();
    }

    @Test
    void a_sender_has_its_share_and_leaves_the_rest_to_others() {
        places.take(Submitter.of("a"));
        places.take(Submitter.of("a"));

        assertThat(refusal(Submitter.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThatCode(() -> places.take(Submitter.of("b"))).doesNotThrowAnyException();
        assertThat(refusal(Submitter.OFFICE)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void what_has_ended_makes_room_once() {
        places.take(Submitter.of("a"));
        ConcurrencyLimit.Place taken = places.take(Submitter.of("a"));
        taken.leave();
        taken.leave();

        assertThat(places.taken()).isEqualTo(1);
        assertThatCode(() -> places.take(Submitter.of("a"))).doesNotThrowAnyException();
        assertThat(refusal(Submitter.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    }
}
