package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
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
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort("pupils", 1, "2000-01-01", "{}");
        Neighbours.describeCourse("AI-101", 1, 36);
    }

    @Test
    void an_enrolment_waits_for_a_completion_that_is_being_written_and_then_finds_it() throws SQLException {
        try (Connection open = held("""
                insert into enrolment_name (institution, name) values ('%1$s', 'E');
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at)
                values ('%2$s', '%1$s', 'C', 'E', '2026-03-01', 'pending', false, 1, now())
                """.formatted(school.institution(), UUID.randomUUID()))) {
            school.enrols("E", learner, "pupils", "AI-101");
            awaitSomebodyWaiting();
            open.commit();
        }

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_completion_waits_for_an_enrolment_that_is_being_written_and_then_finds_it() throws SQLException {
        CompletableFuture<String> answered;
        try (Connection open = held("""
                insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
                values ('%2$s', 1, '%1$s', 'E', '%3$s', 'AI-101', 'pupils', 'KZ-75', '2026-01-10');
                insert into enrolment_name (institution, name, enrolment_id) values ('%1$s', 'E', '%2$s')
                """.formatted(school.institution(), UUID.randomUUID(), learner))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.completes("C", "E", "2026-03-01").extract().path("status"));
            awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("accepted");
    }

    @Test
    void a_revocation_waits_for_a_completion_that_is_being_written_and_then_revokes_it() throws SQLException {
        CompletableFuture<Integer> answered;
        try (Connection open = held("""
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at)
                values ('%2$s', '%1$s', 'C', 'E', '2026-03-01', 'pending', false, 1, now())
                """.formatted(school.institution(), UUID.randomUUID()))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.revokes("C").extract().statusCode());
            awaitSomebodyWaiting();
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
        try (Connection open = held("""
                insert into completion (id, institution, reference, enrolment, completed_on, status, counts, version, recorded_at,
                                        enrolment_id, learner_id, cohort, course, region)
                values ('%2$s', '%1$s', 'C-1', 'E', '2026-03-01', 'accepted', true, 1, now(), '%3$s', '%4$s', 'pupils', 'AI-101', 'KZ-75');
                select * from learner_cohort where learner_id = '%4$s' for update
                """.formatted(school.institution(), UUID.randomUUID(), enrolment, learner))) {
            answered = CompletableFuture.supplyAsync(
                    () -> school.completes("C-3", "E", "2026-05-01").extract().statusCode());
            awaitSomebodyWaiting();
            open.commit();
        }

        assertThat(answered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(201);
        await().untilAsserted(() -> assertThat(Published.about(learner + "/pupils"))
                .last()
                .satisfies(event ->
                        assertThat(event.data().path("trainedOn").asText()).isEqualTo("2026-03-01")));
    }

    /** A transaction of somebody else's that has done this and is not committed yet. */
    private static Connection held(String sql) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static void awaitSomebodyWaiting() {
        await().untilAsserted(() -> {
            try (Connection connection = connection();
                    ResultSet row = connection
                            .createStatement()
                            .executeQuery(
                                    "select count(*) from pg_locks l join pg_database d on d.oid = l.database or l.database is null"
                                            + " where not granted and d.datname = current_database()")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
            }
        });
    }

    private static Connection connection() throws SQLException {
        var database = QadamBackends.database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
