package kz.qadam.reporting.intake;

import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.KafkaFixture.delivered;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.NoBackgroundWork;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cohort is provisional until all that was published before its evaluation has been taken in. */
@ReportingTest
@TestProfile(NoBackgroundWork.class)
class EvaluationArrivalTest {

    private final String cohort = "arrival-" + UUID.randomUUID();
    private long evaluated;

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @Inject
    OpenEvaluations arrivals;

    @Inject
    CatalogueCache catalogues;

    @Inject
    Rebuilding rebuilding;

    /** What follows from the evaluation is in partitions of which nothing has been read. */
    @BeforeEach
    void an_evaluation_is_taken_in() {
        for (int i = 0; i < 20; i++) {
            givenTrained(cohort, "2026-05-31");
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
        evaluated = newestBatch();
    }

    @Test
    void a_cohort_is_being_evaluated_when_only_its_evaluation_has_been_taken_in() {
        assertThat(isBeingEvaluated(evaluated)).isTrue();
        assertThat(ends()).doesNotContain(TopicEnds.UNKNOWN);
    }

    @Test
    void it_is_being_evaluated_until_all_partitions_have_been_read() {
        List<Long> ends = ends();
        forgetAnEnd();
        readToEnd("number < 3");

        arrivals.closePassed();

        assertThat(newestBatch()).isEqualTo(evaluated);
        assertThat(ends()).isEqualTo(ends);
    }

    @Test
    void it_is_not_being_evaluated_when_all_partitions_have_been_read() {
        long arrived = arriveAll();

        assertThat(isBeingEvaluated(arrived)).isFalse();
        assertThat(isBehind(arrived)).isFalse();
    }

    @Test
    void the_past_does_not_change_when_all_has_arrived() {
        arriveAll();

        assertThat(isBeingEvaluated(evaluated)).isTrue();
    }

    @Test
    void a_rebuild_knows_when_it_was_being_evaluated() {
        long arrived = arriveAll();

        rebuilding.run();

        assertThat(isBeingEvaluatedAfterRebuild(evaluated)).isTrue();
        assertThat(isBeingEvaluatedAfterRebuild(arrived)).isFalse();
    }

    @Test
    void an_evaluation_is_taken_in_though_the_broker_does_not_say_how_far_the_partitions_reach() {
        // Closing waits for requests as long as Kafka's client does.
        var unreachable = new TopicEnds(
                Map.of("bootstrap.servers", "localhost:1", "request.timeout.ms", 4000, "default.api.timeout.ms", 4000));

        assertThat(unreachable.of("qadam.completions")).containsExactly(TopicEnds.UNKNOWN);

        unreachable.close();
    }

    private long arriveAll() {
        readToEnd("true");
        givenAllPartitionsRead();
        arrivals.closePassed();
        return newestBatch();
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
        execute("update evaluation_arrival set ends[2] = 9223372036854775807 where cohort = '%s'".formatted(cohort));
    }

    /** As if other instances read all partitions. */
    private void givenAllPartitionsRead() {
        execute("""
                insert into intake_position (topic, partition, instance, seen_at, due_offset, due_since)
                select topic, partition, 'another', now(), 0, now() from intake_offset
                on conflict (topic, partition)
                do update set seen_at = now(), due_offset = 0, due_since = now(), halted = null
                """);
    }

    /** As if another instance had taken these partitions in. */
    private void readToEnd(String partitions) {
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select 'qadam.completions', number - 1, 'cluster', 'topic', end_offset
                  from evaluation_arrival, unnest(ends) with ordinality as place (end_offset, number)
                 where cohort = '%s' and %s
                on conflict (topic, partition) do update set next_offset = excluded.next_offset
                """.formatted(cohort, partitions));
    }

    private static boolean isBehind(long batch) {
        return one("select behind from intake_batch where number = " + batch, Boolean.class);
    }

    private boolean isBeingEvaluated(long batch) {
        return database.transaction(
                handle -> catalogues.at(handle, batch).beingEvaluated().contains(cohort));
    }

    /** Read anew, and not remembered. */
    private boolean isBeingEvaluatedAfterRebuild(long batch) {
        return database.transaction(
                handle -> Catalogue.at(handle, batch).beingEvaluated().contains(cohort));
    }

    private static long newestBatch() {
        return one("select max(number) from intake_batch", Long.class);
    }

    private void take(String topic, String type, String subject, String data) {
        var delivered = delivered(topic, 0, KafkaFixture.event(type, subject, 1, data));
        database.transaction(handle -> intake.take(handle, List.of(delivered)));
    }
}
