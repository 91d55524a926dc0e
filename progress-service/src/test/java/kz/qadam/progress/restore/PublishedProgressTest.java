package kz.qadam.progress.restore;

import static kz.qadam.progress.Records.change;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.StateAdoption;
import kz.qadam.chassis.events.restore.RestoreListener;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that went back to a backup takes over what the service has published since. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PublishedProgressTest {

    @Inject
    Database database;

    @Inject
    StateAdoption states;

    @Inject
    RestoreListener restorable;

    private final UUID learner = UUID.randomUUID();
    private Partner school;

    @BeforeEach
    void a_learner_is_enrolled() {
        Neighbours.describeCatalogue();
        school = Partner.school();
        school.hasEnrolled("E-1", learner);
    }

    private void hasCompleted(String reference) {
        school.post("/v1/completions", """
                {"reference":"%s","enrolment":"E-1","completedOn":"2026-03-01","score":0.9,"certificate":"N-1"}
                """.formatted(reference)).statusCode(201);
    }

    /** As a backup from before all its completions has them. */
    private void forgetAll() {
        awaitPublished();
        for (String table : List.of("tally", "tally_stock", "tally_delta")) {
            change("delete from %s where institution = '%s'".formatted(table, school.institution()));
        }
        change("delete from former_completion where institution = '%s'".formatted(school.institution()));
        change("delete from learner_cohort where learner_id = '%s'".formatted(learner));
        change("delete from completion where institution = '%s'".formatted(school.institution()));
    }

    private void awaitPublished() {
        await().untilAsserted(() -> assertThat(count("select count(*) from outbox_event")
                        + count("select count(*) from tally_delta where institution = '%s'"
                                .formatted(school.institution())))
                .isZero());
    }

    private List<String> adopted() {
        return adopted(one -> true);
    }

    private List<String> adopted(Predicate<PublishedEvent> wanted) {
        List<DeliveredEvent> events = Published.all().stream()
                .filter(wanted)
                .filter(one -> one.data().toString().contains(school.institution())
                        || one.data().toString().contains(learner.toString()))
                .map(PublishedProgressTest::delivered)
                .toList();
        return database.transaction(handle -> {
            assertThat(states.adopt(handle, events)).isZero();
            return restorable.restored(handle, LostSegments.NONE);
        });
    }

    private static DeliveredEvent delivered(PublishedEvent one) {
        var event = new CloudEvent(
                UUID.fromString(one.id()), one.type(), one.source(), one.subject(), Instant.EPOCH, null, one.json());
        return new DeliveredEvent(event, new ConsumerRecord<>(one.topic(), 0, 0, new byte[0], new byte[0]));
    }

    private List<Object> row(String reference) {
        return database.transaction(handle -> handle.createQuery("""
                        select id, status, counts, version, completed_on, enrolment_id, learner_id, changed_at, cause
                          from completion where institution = :institution and reference = :reference
                        """)
                .bind("institution", school.institution())
                .bind("reference", reference)
                .mapToMap()
                .map(one -> List.<Object>copyOf(one.values()))
                .one());
    }

    private String unfilled() {
        return school.institution() + ": score and certificate of 1 completions are unknown until they are sent again";
    }

    @Test
    void a_completion_is_as_it_was_published() {
        hasCompleted("C-1");
        List<Object> before = row("C-1");
        forgetAll();

        List<String> said = adopted();

        assertThat(row("C-1")).isEqualTo(before);
        assertThat(said).contains(unfilled());
    }

    @Test
    void its_former_states_are_kept() {
        hasCompleted("C-1");
        school.corrects(school.idOf("C-1"), "\"completedOn\": \"2026-03-02\"").statusCode(200);
        List<Object> before = row("C-1");
        forgetAll();

        adopted();

        assertThat(row("C-1")).isEqualTo(before);
        assertThat(count("select count(*) from former_completion where institution = '%s' and version = 1"
                        .formatted(school.institution())))
                .isEqualTo(1);
    }

    @Test
    void a_state_that_is_not_newer_changes_nothing() {
        hasCompleted("C-1");
        awaitPublished();
        List<Object> before = row("C-1");

        List<String> said = adopted();

        assertThat(row("C-1")).isEqualTo(before);
        assertThat(said).doesNotContain(unfilled());
    }

    @Test
    void the_learner_is_trained_again_and_nothing_is_published_about_it() {
        hasCompleted("C-1");
        forgetAll();
        long published = Published.about(learner + "/pupils").size();

        adopted();
        school.post("/v1/completions", """
                {"reference":"C-2","enrolment":"E-1","completedOn":"2026-04-01"}
                """).statusCode(201);
        awaitPublished();

        assertThat(Published.about(learner + "/pupils")).hasSize((int) published);
        assertThat(count("select count(*) from learner_cohort where learner_id = '%s' and trained_on = '2026-03-01'"
                        .formatted(learner)))
                .isEqualTo(1);
    }

    @Test
    void a_second_course_makes_a_learner_trained_whose_first_one_was_taken_over() {
        Neighbours.describeCourse("R-1", 1, 20);
        Neighbours.describeCourse("R-2", 1, 20);
        Neighbours.describeCohort("restored-hours", 1, "2000-01-01", "{\"hours\":40}");
        Neighbours.enrol(school.institution(), "R-E1", learner, "restored-hours", "R-1");
        Neighbours.enrol(school.institution(), "R-E2", learner, "restored-hours", "R-2");
        school.completes("R-C1", "R-E1", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(school.statusOf("R-C1")).isEqualTo("accepted"));
        forgetAll();
        adopted();

        school.completes("R-C2", "R-E2", "2026-04-01").statusCode(201);

        await().untilAsserted(() -> assertThat(
                        count("select count(*) from learner_cohort where learner_id = '%s' and trained_on is not null"
                                .formatted(learner)))
                .isEqualTo(1));
    }

    @Test
    void who_is_trained_by_a_completion_is_found_out_if_only_the_completion_was_published() {
        hasCompleted("C-1");
        forgetAll();

        adopted(one -> one.type().startsWith("kz.qadam.completion."));

        await().untilAsserted(() -> assertThat(
                        count("select count(*) from learner_cohort where learner_id = '%s' and trained_on is not null"
                                .formatted(learner)))
                .isEqualTo(1));
    }

    @Test
    void what_is_sent_again_is_a_duplicate_that_adds_what_was_not_published() {
        hasCompleted("C-1");
        forgetAll();
        adopted();

        school.post("/v1/completions", """
                {"reference":"C-1","enrolment":"E-1","completedOn":"2026-03-01","score":0.9,"certificate":"N-1"}
                """).statusCode(200);

        assertThat(count("""
                        select count(*) from completion
                         where institution = '%s' and enrolment = 'E-1' and score = 0.9 and certificate = 'N-1'
                        """.formatted(school.institution()))).isEqualTo(1);
        school.post("/v1/completions", """
                {"reference":"C-1","enrolment":"E-1","completedOn":"2026-03-01","score":0.8,"certificate":"N-1"}
                """).statusCode(409);
    }

    @Test
    void what_is_sent_again_with_another_day_is_a_conflict() {
        hasCompleted("C-1");
        forgetAll();
        adopted();

        school.post("/v1/completions", """
                {"reference":"C-1","enrolment":"E-1","completedOn":"2026-03-07","score":0.9}
                """).statusCode(409);
    }

    @Test
    void tallies_agree_with_the_completions_that_are_here() {
        hasCompleted("C-1");
        school.completes("C-2", "E-unknown", "2026-03-01").statusCode(201);
        forgetAll();

        List<String> said = adopted();
        awaitPublished();

        assertThat(said)
                .contains(school.institution()
                        + ": 1 completions that waited for their enrolment are lost until they are sent again");
        assertThat(count("select pending from tally_stock where institution = '%s'".formatted(school.institution())))
                .isZero();
        assertThat(count("select untold from tally_stock where institution = '%s'".formatted(school.institution())))
                .isEqualTo(1);
    }
}
