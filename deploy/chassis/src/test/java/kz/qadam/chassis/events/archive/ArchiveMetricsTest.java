package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What shows that the archive does not go on. Each is what an alert looks at. */
class ArchiveMetricsTest {

    /** As if what is there had happened an hour ago. */
    private static final String AN_HOUR_AGO = """
            update archive_segment set sealed_at = sealed_at - interval '1 hour'
            """;

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    @Test
    void a_transaction_that_is_open_since_the_seal_of_an_hour_ago_is_as_old() throws SQLException {
        TRAIL.add();
        try (Connection open = TRAIL.transaction()) {
            ToyTrail.add(open);
            TRAIL.sealAll();
            TRAIL.asOwner(AN_HOUR_AGO);

            assertThat(ArchiveMetrics.openTransaction(TRAIL.database())).isBetween(3600.0, 3700.0);
            open.commit();
        }

        assertThat(ArchiveMetrics.openTransaction(TRAIL.database())).isZero();
    }

    @Test
    void entries_that_are_added_after_the_newest_segment_are_not_sealed_whatever_is_open() throws SQLException {
        try (Connection open = TRAIL.transaction()) {
            ToyTrail.add(open);
            TRAIL.add();
            TRAIL.sealAll();
            assertThat(ArchiveMetrics.unsealed(TRAIL.database())).isZero();

            TRAIL.add();
            TRAIL.asOwner("update trail set at = at - interval '1 hour'");

            assertThat(ArchiveMetrics.unsealed(TRAIL.database())).isBetween(3600.0, 3700.0);
        }
    }

    @Test
    void nothing_can_be_said_of_confirmations_before_the_first_segment() {
        assertThat(ArchiveMetrics.unconfirmed(TRAIL.database())).isNull();
    }

    @Test
    void an_archive_that_nobody_has_confirmed_is_as_old_as_its_first_segment() {
        TRAIL.add();
        TRAIL.sealAll();
        TRAIL.asOwner(AN_HOUR_AGO);

        assertThat(ArchiveMetrics.unconfirmed(TRAIL.database())).isBetween(3600.0, 3700.0);
    }

    @Test
    void an_archive_is_as_old_as_the_newest_segment_that_is_confirmed() {
        TRAIL.add();
        TRAIL.sealAll();
        TRAIL.asOwner(AN_HOUR_AGO);
        TRAIL.add();
        TRAIL.sealAll();
        String confirm = """
                select archive_confirm(stream, epoch, number, encode(sha256(convert_to(manifest, 'UTF8')), 'hex'))
                  from archive_segment where number = %d
                """;

        TRAIL.asService(confirm.formatted(1));
        assertThat(ArchiveMetrics.unconfirmed(TRAIL.database())).isBetween(3600.0, 3700.0);

        TRAIL.asService(confirm.formatted(2));
        assertThat(ArchiveMetrics.unconfirmed(TRAIL.database())).isLessThan(60);
    }

    @Test
    void a_segment_of_another_service_that_contradicts_is_counted() {
        TRAIL.asService("""
                insert into archive_anchor (stream, epoch, number, digest, manifest, signature, public_key, contradicts)
                values ('game.trail', 1, 1, 'a', 'a', 'a', 'a', false), ('game.trail', 1, 1, 'b', 'b', 'b', 'b', true)
                """);

        assertThat(ArchiveMetrics.contradicting(TRAIL.database())).isEqualTo(1);
    }
}
