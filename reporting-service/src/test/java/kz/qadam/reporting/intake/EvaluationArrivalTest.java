package kz.qadam.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.DeliveredEvent;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.NothingElse;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@ReportingTest
@TestProfile(NothingElse.class)
class EvaluationArrivalTest {

    private final String cohort = "arrival-" + UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @Inject
    EvaluationArrivals arrivals;

    @Inject
    CatalogueCache catalogues;

    @Inject
    Rebuilding rebuilding;

    @Test
    void a_cohort_is_provisional_until_all_that_was_sent_before_its_evaluation_has_been_taken_in() {
        // What follows from the evaluation, in partitions that nothing was read of yet.
        for (int i = 0; i < 20; i++) {
            Events.trained(cohort, "KZ-75", "school-42", "2026-05-31");
        }
        take("qadam.catalogue", "kz.qadam.catalogue.cohort-described.v1", "cohort/" + cohort, """
                {"code": "%s", "names": {"kk": "K", "ru": "R", "en": "E"}, "version": 1,
                 "versions": [{"version": 1, "validFrom": "2000-01-01", "target": 10, "requirement": {},
                               "recordedAt": "2026-01-01T00:00:00Z"}]}
                """.formatted(cohort));
        take("qadam.completions", "kz.qadam.cohort.evaluated.v1", "evaluation/" + cohort, """
                {"cohort": "%s", "programmeVersion": 9, "cohortVersion": 1, "courses": {"AI-101": 9}, "learners": 20,
                 "changed": 0, "version": 1, "recordedAt": "2026-09-01T00:00:10Z"}
                """.formatted(cohort));
        long evaluated = newest();

        assertThat(isBeingEvaluated(evaluated)).isTrue();

        assertThat(ends()).doesNotContain(TopicEnds.UNKNOWN);
        List<Long> ends = ends();
        forgetAnEnd();

        readToEnd("partition < 3");
        arrivals.closePassed();
        assertThat(newest()).isEqualTo(evaluated);
        assertThat(ends()).isEqualTo(ends);

        readToEnd("true");
        seeAll();
        arrivals.closePassed();
        long arrived = newest();

        assertThat(isBeingEvaluated(arrived)).isFalse();
        assertThat(isBeingEvaluated(evaluated)).isTrue();
        assertThat(isBehind(arrived)).isFalse();

        rebuilding.run();

        assertThat(provisionalAfterRebuild(evaluated)).isTrue();
        assertThat(provisionalAfterRebuild(arrived)).isFalse();
    }

    @Test
    void an_evaluation_is_taken_in_though_nobody_says_how_far_the_partitions_reach() {
        var nobody = new TopicEnds(Map.of("bootstrap.servers", "localhost:1"));

        assertThat(nobody.of("qadam.completions")).containsExactly(TopicEnds.UNKNOWN);

        nobody.close();
    }

    private List<Long> ends() {
        return database.transaction(
                handle -> handle.createQuery("select unnest(ends) from evaluation_arrival where cohort = :cohort")
                        .bind("cohort", cohort)
                        .mapTo(Long.class)
                        .list());
    }

    /** As if the partition had had no leader. */
    private void forgetAnEnd() {
        database.transaction(handle -> handle.createUpdate(
                        "update evaluation_arrival set ends[2] = 9223372036854775807 where cohort = :cohort")
                .bind("cohort", cohort)
                .execute());
    }

    /** As if other instances read all partitions. */
    private void seeAll() {
        database.transaction(handle -> handle.execute("""
                insert into intake_position (topic, partition, instance, seen_at, due_offset, due_since)
                select topic, partition, 'another', now(), 0, now() from intake_offset
                on conflict (topic, partition)
                do update set seen_at = now(), due_offset = 0, due_since = now(), halted = null
                """));
    }

    private boolean isBehind(long batch) {
        return database.transaction(
                handle -> handle.createQuery("select behind from intake_batch where number = :batch")
                        .bind("batch", batch)
                        .mapTo(Boolean.class)
                        .one());
    }

    private boolean isBeingEvaluated(long batch) {
        return database.transaction(
                handle -> catalogues.at(handle, batch).beingEvaluated().contains(cohort));
    }

    /** Read anew, and not remembered. */
    private boolean provisionalAfterRebuild(long batch) {
        return database.transaction(
                handle -> Catalogue.at(handle, batch).beingEvaluated().contains(cohort));
    }

    private long newest() {
        return database.transaction(handle -> handle.createQuery("select max(number) from intake_batch")
                .mapTo(Long.class)
                .one());
    }

    /** As if another instance had taken these partitions in. */
    private void readToEnd(String partitions) {
        database.transaction(handle -> handle.createUpdate("""
                        insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                        select 'qadam.completions', number - 1, 'cluster', 'topic', end_offset
                          from evaluation_arrival, unnest(ends) with ordinality as place (end_offset, number)
                         where cohort = :cohort and %s
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset
                        """.formatted(partitions.replace("partition", "number")))
                .bind("cohort", cohort)
                .execute());
    }

    private void take(String topic, String type, String subject, String data) {
        String source = topic.equals("qadam.catalogue") ? "/enrolment-service" : "/progress-service";
        var event = new CloudEvent(CloudEvent.idOf(type, subject, 1), type, source, subject, Instant.now(), null, data);
        var delivery = new DeliveredEvent(
                event, new ConsumerRecord<>(topic, 0, 0, new byte[0], data.getBytes(StandardCharsets.UTF_8)));
        database.transaction(handle -> intake.take(handle, List.of(delivery)));
    }
}
