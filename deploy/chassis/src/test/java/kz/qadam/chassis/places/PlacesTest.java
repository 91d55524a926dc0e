package kz.qadam.chassis.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Sender;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacesTest {

    private final Places<Sender> places =
            new Places<>(Places.Limit.of(3, "too-many-files"), Places.Limit.of(2, "too-many-files/own"));

    private ProblemType refusal(Sender sender) {
        return catchThrowableOfType(Problem.class, () -> places.take(sender)).type();
    }

    @Test
    void a_sender_has_its_share_and_leaves_the_rest_to_others() {
        places.take(Sender.of("a"));
        places.take(Sender.of("a"));

        assertThat(refusal(Sender.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThatCode(() -> places.take(Sender.of("b"))).doesNotThrowAnyException();
        assertThat(refusal(Sender.OFFICE)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void what_has_ended_makes_room_once() {
        places.take(Sender.of("a"));
        Places.Place taken = places.take(Sender.of("a"));
        taken.leave();
        taken.leave();

        assertThat(places.taken()).isEqualTo(1);
        assertThatCode(() -> places.take(Sender.of("a"))).doesNotThrowAnyException();
        assertThat(refusal(Sender.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    }
}
