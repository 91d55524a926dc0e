package kz.qadam.enrolment.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.school;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.StateAdoption;
import kz.qadam.chassis.events.restore.RestoreListener;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;

/** A database that does not know any more what it has published in the last hour. */
@QuarkusTestResource(QadamBackends.class)
abstract class LostHour {

    private static final String EVENTS = """
            select * from (select id, key, type, subject, time, data, seq from outbox_event
                           union all
                           select id, key, type, subject, time, data, seq from sent_event) as event
             where subject = any(:subjects) order by time, seq
            """;

    /** As if these learners, and what was theirs, had come after the backup. */
    private static final List<String> FORGET = List.of(
            "delete from merge_due where %1$s in (absorbed, surviving)",
            "delete from former_enrolment where enrolment_id in (select id from enrolment where learner_id = %1$s)",
            "delete from enrolment_standing where enrolment_id in (select id from enrolment where learner_id = %1$s)",
            "delete from adopted_enrolment where enrolment in (select id from enrolment where learner_id = %1$s)",
            "delete from enrolment where learner_id = %1$s",
            "delete from adopted_enrolment where learner = %1$s",
            "delete from learner_merge where %1$s in (absorbed, surviving)",
            "delete from learner_split where %1$s in (absorbed, surviving)",
            "delete from erasure_task where erasure in (select id from erasure where learner = %1$s)",
            "update blocked_learner set erasure = null where erasure in (select id from erasure where learner = %1$s)",
            "delete from erasure where learner = %1$s",
            "update blocked_learner set person = null where person = %1$s",
            "delete from blocked_learner where learner = %1$s",
            "delete from adopted_learner where learner = %1$s",
            "delete from learner where id = %1$s");

    @Inject
    StateAdoption states;

    @Inject
    RestoreListener restorable;

    @Inject
    Database database;

    final String iin = People.iin();
    String course;
    String school;

    @BeforeEach
    void begin() {
        course = course();
        school = school();
    }

    List<DeliveredEvent> events(String... subjects) {
        return database.transaction(handle -> handle.createQuery(EVENTS)
                .bindArray("subjects", String.class, (Object[]) subjects)
                .map((row, context) -> {
                    var event = new CloudEvent(
                            row.getObject("id", UUID.class),
                            row.getString("type"),
                            "/enrolment-service",
                            row.getString("subject"),
                            row.getObject("time", OffsetDateTime.class).toInstant(),
                            null,
                            row.getString("data"));
                    return new DeliveredEvent(
                            event,
                            new ConsumerRecord<>(
                                    "t",
                                    0,
                                    0,
                                    row.getString("key").getBytes(UTF_8),
                                    event.data().getBytes(UTF_8)));
                })
                .list());
    }

    static void forget(String... learners) {
        Stream.of(learners)
                .forEach(learner ->
                        FORGET.forEach(sql -> DatabaseFixture.execute(sql.formatted("'" + learner + "'::uuid"))));
    }

    /** Takes over what was published, and says what has to be done. */
    List<String> restore(List<DeliveredEvent> events) {
        return database.transaction(handle -> {
            if (states.adopt(handle, events) > 0) {
                throw new AssertionError("Own events are refused");
            }
            return restorable.restored(handle, LostSegments.NONE);
        });
    }

    /** Forgets these learners, and takes over what was published about these subjects. */
    List<String> loseAndRestore(List<String> learners, String... subjects) {
        List<DeliveredEvent> published = events(subjects);
        forget(learners.toArray(String[]::new));
        return restore(published);
    }

    /** The first value of the first row. */
    <T> T read(Class<T> type, String sql, Object... values) {
        return database.transaction(
                handle -> handle.select(sql, values).mapTo(type).one());
    }

    long published(String... subjects) {
        return events(subjects).size();
    }
}
