package kz.qadam.reporting.intake;

import static kz.qadam.reporting.KafkaFixture.delivered;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.local.DatabaseWork;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.NoBackgroundWork;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** What events may cost the database: a little above what they do. A change that makes them cheaper lowers the bounds. */
@ReportingTest
@TestProfile(NoBackgroundWork.class)
class IntakeCostTest {

    /** Also with attributes: what they are joined to arrives in the same poll (decision 242). */
    private static final int STATEMENTS = 17;

    private static final int BYTES_OF_AN_EVENT = 3_900;
    private static final int EVENTS_OF_A_LEARNER = 3;
    private static final int MANY = 600;

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @Test
    void a_poll_is_one_transaction_with_the_same_number_of_statements_whatever_it_brings() throws Exception {
        take(learners(1));

        DatabaseWork few = take(learners(1));
        DatabaseWork many = take(learners(MANY));

        assertThat(many.transactions()).isEqualTo(1);
        assertThat(many.statements()).isEqualTo(few.statements()).isLessThanOrEqualTo(STATEMENTS);
    }

    @Test
    void an_event_takes_few_bytes_of_the_write_ahead_log() throws Exception {
        take(learners(1));

        DatabaseWork many = take(learners(MANY));

        assertThat(many.walBytes()).isLessThan(MANY * EVENTS_OF_A_LEARNER * BYTES_OF_AN_EVENT);
    }

    @Test
    void repeated_events_write_almost_nothing() throws Exception {
        List<DeliveredEvent> deliveries = learners(MANY);
        take(deliveries);

        DatabaseWork again = take(deliveries);

        assertThat(again.walBytes()).isLessThan(MANY * EVENTS_OF_A_LEARNER * 100);
    }

    private DatabaseWork take(List<DeliveredEvent> deliveries) throws Exception {
        return DatabaseWork.of(() -> database.transaction(handle -> intake.take(handle, deliveries)));
    }

    /** Each is enrolled and trained by a completion; places and days repeat, as they do in reality. */
    private static List<DeliveredEvent> learners(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(IntakeCostTest::learner)
                .toList();
    }

    private static Stream<DeliveredEvent> learner(int i) {
        UUID learner = UUID.randomUUID();
        UUID enrolment = UUID.randomUUID();
        UUID completion = UUID.randomUUID();
        String where = """
                "institution": "school-%d", "course": "AI-%d", "cohort": "cost", "region": "KZ-75", "version": 1,
                "recordedAt": "2026-06-01T05:00:00Z"
                """.formatted(i % 50, i % 20);
        String day = "2026-05-%02d".formatted(1 + i % 7);
        return Stream.of(
                delivery("qadam.enrolments", "kz.qadam.enrolment.enrolled.v1", enrolment, """
                        {"enrolmentId": "%s", "reference": "E-%d", "learnerId": "%s", "enrolledOn": "2026-02-01",
                         "withdrawnOn": null, %s}
                        """.formatted(
                                enrolment, i, learner, where)),
                delivery("qadam.completions", "kz.qadam.completion.recorded.v1", completion, """
                        {"completionId": "%s", "reference": "C-%d", "enrolmentId": "%s", "learnerId": "%s",
                         "completedOn": "%s", "status": "accepted", "counts": true, "because": null,
                         "cause": "reported", "trainedVersion": 1, %s}
                        """.formatted(
                                completion, i, enrolment, learner, day, where)),
                delivery("qadam.completions", "kz.qadam.learner.trained.v1", learner, """
                        {"learnerId": "%s", "trained": true, "trainedOn": "%s", "completionId": "%s",
                         "reference": "C-%d", "requirementVersion": 1, "programmeVersion": 1, "cohortVersion": 1,
                         "cause": "completion", %s}
                        """.formatted(
                                learner, day, completion, i, where)));
    }

    private static DeliveredEvent delivery(String topic, String type, UUID subject, String data) {
        return delivered(topic, 0, KafkaFixture.event(type, subject.toString(), 1, data));
    }
}
