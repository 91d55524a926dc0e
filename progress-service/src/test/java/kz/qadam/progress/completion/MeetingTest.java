package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may arrive in either order meets on one locked row: the later one waits, and then finds the earlier. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MeetingTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    /** Somebody else has written a completion whose enrolment is not known. */
    private String pendingCompletion() {
        return """
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        changed_at, cause)
                values (gen_random_uuid(), '%1$s', 'C', 'E', '2026-03-01', 'pending', false, 1, now(), now(), 'reported');
                insert into tally_delta (institution, day, accepted, pending, refused, duplicate, conflict, rejected,
                                         pending_change, refused_change)
                values ('%1$s', current_date, 0, 1, 0, 0, 0, 0, 1, 0)
                """.formatted(school.institution());
    }

    /** Somebody else has written an enrolment. */
    private String enrolment(String reference) {
        return """
                insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
                values ('%3$s', 1, '%1$s', '%2$s', '%4$s', 'AI-101', 'pupils', 'KZ-75', '2026-01-10');
                insert into enrolment_name (institution, name, enrolment_id) values ('%1$s', '%2$s', '%3$s')
                """.formatted(school.institution(), reference, UUID.randomUUID(), learner);
    }

    /** Somebody else has changed a completion. */
    private String changed(String reference, String change) {
        return "update completion set version = version + 1, %3$s where institution = '%1$s' and reference = '%2$s'"
                .formatted(school.institution(), reference, change);
    }

    @Test
    void an_enrolment_waits_for_a_completion_that_is_being_written_and_then_finds_it() throws SQLException {
        String named =
                "insert into enrolment_name (institution, name) values ('%s', 'E');".formatted(school.institution());

        CompletableFuture<?> published =
                Records.waitingFor(named + pendingCompletion(), () -> school.enrols("E", learner, "pupils", "AI-101"));

        assertThat(published).succeedsWithin(SOON);
        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_completion_waits_for_an_enrolment_that_is_being_written_and_then_finds_it() throws SQLException {
        CompletableFuture<String> answered = Records.waitingFor(
                enrolment("E"),
                () -> school.completes("C", "E", "2026-03-01").extract().path("status"));

        assertThat(answered).succeedsWithin(SOON).isEqualTo("accepted");
    }

    @Test
    void a_revocation_waits_for_a_completion_that_is_being_written_and_then_revokes_it() throws SQLException {
        CompletableFuture<Integer> answered = Records.waitingFor(
                pendingCompletion(), () -> school.revokes("C").extract().statusCode());

        assertThat(answered).succeedsWithin(SOON).isEqualTo(200);
    }

    @Test
    void two_completions_of_one_learner_are_judged_one_after_the_other() throws SQLException {
        school.enrols("E", learner, "pupils", "AI-101");
        await().untilAsserted(() -> assertThat(
                        school.completes("C-2", "E", "2026-04-01").extract().<String>path("status"))
                .isEqualTo("accepted"));

        CompletableFuture<Integer> answered = Records.waitingFor(
                """
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        changed_at, cause, enrolment_id, learner_id, cohort, course, region)
                select gen_random_uuid(), institution, 'C-1', enrolment, '2026-03-01', status, counts, 1, now(),
                       now(), cause, enrolment_id, learner_id, cohort, course, region
                  from completion where institution = '%s' and reference = 'C-2';
                select * from learner_cohort where learner_id = '%s' for update
                """.formatted(school.institution(), learner),
                () -> school.completes("C-3", "E", "2026-03-15").extract().statusCode());

        assertThat(answered).succeedsWithin(SOON).isEqualTo(201);
        await().untilAsserted(() -> assertThat(Published.about(learner + "/pupils"))
                .last()
                .satisfies(event ->
                        assertThat(event.data().path("trainedOn").asText()).isEqualTo("2026-03-01")));
    }

    @Test
    void a_correction_waits_for_the_enrolment_that_it_names_and_then_finds_it() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);

        CompletableFuture<String> answered = Records.waitingFor(
                enrolment("E-2"),
                () -> school.corrects("C", "\"enrolment\":\"E-2\"").extract().path("status"));

        assertThat(answered).succeedsWithin(SOON).isEqualTo("accepted");
    }

    @Test
    void an_enrolment_that_a_completion_is_leaving_waits_and_then_lets_it_go() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);
        school.completes("stays", "E-1", "2026-03-01").statusCode(201);
        String locked = "select * from enrolment_name where institution = '%s' and name = 'E-1' for share;"
                .formatted(school.institution());

        CompletableFuture<?> published = Records.waitingFor(
                locked + changed("C", "enrolment = 'E-2'"), () -> school.enrols("E-1", learner, "pupils", "AI-101"));

        assertThat(published).succeedsWithin(SOON);
        await().untilAsserted(() -> assertThat(school.statusOf("stays")).isEqualTo("accepted"));
        assertThat(school.statusOf("C")).isEqualTo("pending");
    }

    @Test
    void a_correction_begins_again_where_another_moved_the_completion_meanwhile() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);

        CompletableFuture<Integer> answered = Records.waitingFor(
                changed("C", "enrolment = 'E-2'"),
                () -> school.corrects("C", "\"score\":0.5").extract().path("version"));

        assertThat(answered).succeedsWithin(SOON).isEqualTo(3);
        school.enrols("E-2", learner, "pupils", "AI-101");
        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_correction_waits_for_a_revocation_that_is_being_written_and_then_is_refused() throws SQLException {
        school.completes("C", "E", "2026-03-01").statusCode(201);

        CompletableFuture<Integer> answered = Records.waitingFor(
                changed("C", "status = 'revoked', because = 'revoked'"),
                () -> school.corrects("C", "\"score\":0.5").extract().statusCode());

        assertThat(answered).succeedsWithin(SOON).isEqualTo(422);
    }
}
