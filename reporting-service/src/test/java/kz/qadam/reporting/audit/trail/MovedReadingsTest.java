package kz.qadam.reporting.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Database;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance of the version before the trail, whose database is migrated meanwhile. */
class MovedReadingsTest {

    private final QadamBackends backends = new QadamBackends();
    private Database earlierInstance;

    @BeforeEach
    void migrateToTheVersionBefore() {
        earlierInstance = Database.ofService(backends.start());
        migrate("169?", false);
        note("before");
    }

    @AfterEach
    void stop() {
        backends.stop();
    }

    @Test
    void notes_readings_when_the_table_has_become_a_part_of_the_trail() {
        migrate("170", true);

        note("between");
        assertThat(noted()).containsExactly("before", "between");
    }

    @Test
    void notes_readings_when_all_is_migrated() {
        migrate("170", true);
        note("between");

        migrate("latest", false);

        note("after");
        assertThat(noted()).containsExactly("before", "between", "after");
    }

    /** @param isUnderWay whether other migrations follow at once: then no right is granted yet */
    private void migrate(String target, boolean isUnderWay) {
        Flyway.configure()
                .dataSource(QadamBackends.database().dataSource())
                .locations("db/migration", "db/chassis")
                .outOfOrder(true)
                .skipDefaultCallbacks(isUnderWay)
                .callbacks(new MovedReadings())
                .placeholders(Map.of(
                        "service", earlierInstance.user(), "append-only", "event_log", "deleted-from", "rollup_cell"))
                .target(target)
                .load()
                .migrate();
    }

    private void note(String day) {
        Jdbi.create(earlierInstance.dataSource())
                .useHandle(handle -> handle.createUpdate("""
                        insert into reading (id, at, subject, roles, asked, on_day, records)
                        values (:id, now(), 'auditor-1', array['auditor'], :asked, current_date, 1)
                        """)
                        .bind("id", UUID.randomUUID())
                        .bind("asked", "/v1/audit/" + day)
                        .execute());
    }

    private List<String> noted() {
        return Jdbi.create(earlierInstance.dataSource())
                .withHandle(handle -> handle.createQuery(
                                "select replace(asked, '/v1/audit/', '') from reading order by change, id")
                        .mapTo(String.class)
                        .list());
    }
}
