package kz.qadam.chassis.imports;

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
class AdmissionTest {

    private final Admission admission = new Admission(3, 2);

    private ProblemType refusal(Sender sender) {
        return catchThrowableOfType(Problem.class, () -> admission.enter(sender))
                .type();
    }

    @Test
    void a_sender_has_its_share_and_leaves_the_rest_to_others() {
        admission.enter(Sender.of("a"));
        admission.enter(Sender.of("a"));

        assertThat(refusal(Sender.of("a"))).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThatCode(() -> admission.enter(Sender.of("b"))).doesNotThrowAnyException();
        assertThat(refusal(Sender.OFFICE)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void what_has_ended_makes_room() {
        admission.enter(Sender.of("a"));
        admission.enter(Sender.of("a"));
        admission.leave(Sender.of("a"));

        assertThatCode(() -> admission.enter(Sender.of("a"))).doesNotThrowAnyException();
    }
}
