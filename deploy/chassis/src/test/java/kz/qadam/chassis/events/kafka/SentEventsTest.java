package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long events stay that Kafka has acknowledged. */
class SentEventsTest {

    private static final String TOMORROW = "(extract(epoch from now())::bigint / 86400 + 1) % 5";

    private static Database database;

    @BeforeAll
    static void migrate() {
        database = ToyDatabase.migrated(TestPostgres.freshDatabase().owner());
    }

    @BeforeEach
    void forget() {
        database.transaction(handle -> handle.execute("truncate sent_event"));
    }

    /** An event that was sent so long ago, in the slot that is tomorrow's. */
    private static void sent(String subject, String ago) {
        sent(subject, ago, TOMORROW);
    }

    private static void sent(String subject, String ago, String slot) {
        database.transaction(handle -> handle.execute("""
                insert into sent_event (slot, publisher, seq, id, key, type, subject, time, data, partition, record_offset,
                                        sent_at)
                select %s, 'toys', 1, gen_random_uuid(), 'a', 'toy', '%s', now(), '{}', 0, 1, now() - interval '%s'
                """.formatted(slot, subject, ago)));
    }

    private static List<String> kept() {
        database.transaction(handle -> handle.execute("select empty_sent_events()"));
        return database.transaction(handle -> handle.createQuery("select subject from sent_event order by 1")
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_day_is_forgotten_before_its_slot_is_used_again() {
        sent("old", "4 days");
        sent("new", "1 hour", "(extract(epoch from now())::bigint / 86400) % 5");

        assertThat(kept()).containsExactly("new");
    }

    @Test
    void what_was_sent_in_the_last_three_days_stays() {
        sent("old", "4 days");
        sent("recent", "71 hours");
        sent("new", "1 hour", "(extract(epoch from now())::bigint / 86400) % 5");

        assertThat(kept()).containsExactly("new", "old", "recent");
    }

    @Test
    void a_service_that_was_off_for_weeks_keeps_what_it_sent_last() {
        sent("last", "30 days");

        assertThat(kept()).containsExactly("last");
    }
}
