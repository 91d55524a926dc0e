package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever may arrive in either order meets on one locked row: the later one waits, and then finds the earlier. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void an_enrolment_waits_for_a_completion_that_is_being_written_and_then_finds_it() throws SQLException {
        try (Connection open = Records.held("""
                insert into enrolment_name (institution, name) values ('%1$s', 'E');
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        changed_at, cause)
                values ('%2$s', '%1$s', 'C', 'E', '2026-03-01', 'pending', false, 1, now(), now(), 'reported');
                insert into tally_delta values ('%1$s', current_date, 0, 1, 0, 0, 0, 0, 1, 0)
                """.formatted(school.institution(), UUID.randomUUID()))) {
            school.enrols("E", learner, "pupils", "AI-101");
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_completion_waits_for_an_enrolment_that_is_being_written_and_then_finds_it() throws SQLException {
        CompletableFuture<String> answered;
        try (Connection open = Records.held("""
                insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
                values ('%2$s', 1, '%1$s', 'E', '%3$s', 'AI-101', 'pupils', 'KZ-75', '2026-01-10');
                insert into enrolment_name (institution, name, enrolment_id) values ('%1$s', 'E', '%2$s')
                """.formatted(school.institution(), UUID.randomUUID(), learner))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.completes("C", "E", "2026-03-01").extract().path("status"));
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("accepted");
    }

    @Test
    void a_revocation_waits_for_a_completion_that_is_being_written_and_then_revokes_it() throws SQLException {
        CompletableFuture<Integer> answered;
        try (Connection open = Records.held("""
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        changed_at, cause)
                values ('%2$s', '%1$s', 'C', 'E', '2026-03-01', 'pending', false, 1, now(), now(), 'reported');
                insert into tally_delta values ('%1$s', current_date, 0, 1, 0, 0, 0, 0, 1, 0)
                """.formatted(school.institution(), UUID.randomUUID()))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.revokes("C").extract().statusCode());
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(200);
    }

    @Test
    void two_completions_of_one_learner_are_judged_one_after_the_other() throws SQLException {
        school.enrols("E", learner, "pupils", "AI-101");
        await().untilAsserted(() -> assertThat(
                        school.completes("C-2", "E", "2026-04-01").extract().<String>path("status"))
                .isEqualTo("accepted"));
        UUID enrolment = UUID.fromString(
                school.get("/v1/completions?reference=C-2").extract().path("items[0].enrolmentId"));
        CompletableFuture<Integer> answered;
        try (Connection open =
                Records.held("""
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        changed_at, cause, enrolment_id, learner_id, cohort, course, region)
                values ('%2$s', '%1$s', 'C-1', 'E', '2026-03-01', 'accepted', true, 1, now(), now(), 'reported', '%3$s', '%4$s', 'pupils', 'AI-101', 'KZ-75');
                select * from learner_cohort where learner_id = '%4$s' for update
                """.formatted(school.institution(), UUID.randomUUID(), enrolment, learner))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.completes("C-3", "E", "2026-03-15").extract().statusCode());
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(201);
        await().untilAsserted(() -> assertThat(Published.about(learner + "/pupils"))
                .last()
                .satisfies(event ->
                        assertThat(event.data().path("trainedOn").asText()).isEqualTo("2026-03-01")));
    }

    @Test
    void a_correction_waits_for_the_enrolment_that_it_names_and_then_finds_it() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);
        CompletableFuture<String> answered;
        try (Connection open = Records.held("""
                insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
                values ('%2$s', 1, '%1$s', 'E-2', '%3$s', 'AI-101', 'pupils', 'KZ-75', '2026-01-10');
                insert into enrolment_name (institution, name, enrolment_id) values ('%1$s', 'E-2', '%2$s')
                """.formatted(school.institution(), UUID.randomUUID(), learner))) {
            answered = CompletableFuture.supplyAsync(() ->
                    school.corrects("C", "\"enrolment\":\"E-2\"").extract().path("status"));
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("accepted");
    }

    @Test
    void an_enrolment_that_a_completion_is_leaving_waits_and_then_lets_it_go() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);
        school.completes("stays", "E-1", "2026-03-01").statusCode(201);
        try (Connection open = Records.held("""
                select * from enrolment_name where institution = '%1$s' and name = 'E-1' for share;
                update completion set enrolment = 'E-2', version = 2 where institution = '%1$s' and reference = 'C'
                """.formatted(school.institution()))) {
            school.enrols("E-1", learner, "pupils", "AI-101");
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        await().untilAsserted(() -> assertThat(school.statusOf("stays")).isEqualTo("accepted"));
        assertThat(school.statusOf("C")).isEqualTo("pending");
    }

    @Test
    void a_correction_begins_again_where_another_moved_the_completion_meanwhile() throws SQLException {
        school.completes("C", "E-1", "2026-03-01").statusCode(201);
        CompletableFuture<Integer> answered;
        try (Connection open = Records.held("""
                update completion set enrolment = 'E-2', version = 2 where institution = '%1$s' and reference = 'C'
                """.formatted(school.institution()))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.corrects("C", "\"score\":0.5").extract().path("version"));
            Records.awaitSomebodyWaiting();
            open.commit();
        }
        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(3);

        school.enrols("E-2", learner, "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_correction_waits_for_a_revocation_that_is_being_written_and_then_is_refused() throws SQLException {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        CompletableFuture<Integer> answered;
        try (Connection open = Records.held("""
                update completion set status = 'revoked', because = 'revoked', version = 2
                 where institution = '%s' and reference = 'C'
                """.formatted(school.institution()))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.corrects("C", "\"score\":0.5").extract().statusCode());
            Records.awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(422);
    }
}
