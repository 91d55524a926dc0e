package kz.qadam.enrolment.learners;

import static java.time.temporal.ChronoUnit.HOURS;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** Whether one sender may be looking for people who are blocked. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class BlockProbingMetricsTest {

    /** More than any other test lets one sender try. */
    private static final int MANY = 60;

    @Inject
    Database database;

    private final String iin = People.iin();
    private String course;

    @Test
    void the_verdicts_of_the_sender_with_most_are_measured() {
        course = course();
        blockSomebody();

        post(school(), "enrolments/batch", batch()).statusCode(207);

        assertThat(most(Instant.now().minus(1, HOURS))).isEqualTo(MANY);
        assertThat(most(Instant.now().plus(1, HOURS))).isZero();
    }

    private void blockSomebody() {
        String school = school();
        String id = enrolled(school, enrolment("E-1", course, iin));
        String learner = partner(school).get("/v1/enrolments/" + id).path("learnerId");
        office().body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + learner)
                .then()
                .statusCode(200);
    }

    private String batch() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> enrolment("E-" + i, course, iin))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private double most(Instant since) {
        return database.<Double>transaction(handle -> BlockProbingMetrics.mostOfOneSender(handle, since));
    }
}
