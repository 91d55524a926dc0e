package kz.qadam.reporting;

import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.PrivilegeRules;
import org.junit.jupiter.api.Test;

@ReportingTest
class PrivilegesTest extends PrivilegeRules {

    /** A batch that is far from being sealed. */
    private static final int OPEN_BATCH = 1_000_000;

    @Inject
    Database database;

    @Test
    void an_event_without_an_open_dead_letter_does_not_move_to_another_batch() {
        UUID event = UUID.randomUUID();
        execute("""
                insert into event_log (event_id, batch, type, source, subject, time, topic, partition, record_offset, data)
                values ('%s', %d, 'none', 'none', 'none', now(), 'unmoved', 0, 7, '{}')
                """.formatted(event, OPEN_BATCH));

        assertThat(database.<Boolean>transaction(
                        handle -> handle.createQuery("select move_event(:event, 'unmoved', 0, 7, 2)")
                                .bind("event", event)
                                .mapTo(Boolean.class)
                                .one()))
                .isFalse();

        assertThat(one("select batch from event_log where event_id = '%s'".formatted(event), Long.class))
                .isEqualTo(OPEN_BATCH);
        execute("delete from event_log where event_id = '%s'".formatted(event));
    }
}
