package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that is older than what its service has sent to the others. */
class SentSegmentsTest {

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    private static final QadamBackends KAFKA = new QadamBackends();
    private static int services;

    private SentSegments sent;

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.stop();
    }

    @BeforeEach
    void seal_and_send() throws InterruptedException {
        // Kafka keeps what was sent in the name of the others.
        String service = "toy" + (char) ('a' + services++) + "-service";
        Map<String, Object> kafka = Map.of("bootstrap.servers", QadamBackends.kafka());
        var segments = new Segments(TRAIL.database(), service);
        sent = new SentSegments(kafka, segments, service);
        var sealer = new SegmentSealer(segments, null, null, null, List.of());
        for (int i = 0; i < 2; i++) {
            TRAIL.add();
            sealer.seal(ArchiveStream.TRAIL, TRAIL.keys());
        }
        new AnchorSender(kafka, segments, new InstanceName(Optional.of("toy-0"))).send(ArchiveStream.TRAIL);
    }

    private List<SegmentSealed> missing(String... keys) {
        return sent.missing(List.of(ArchiveStream.TRAIL), Set.of(keys));
    }

    private static String key() {
        return TRAIL.keys().key().publicPem();
    }

    @Test
    void one_that_has_what_it_has_sent_may_seal() {
        assertThat(missing(key())).isEmpty();
    }

    @Test
    void one_that_lacks_a_segment_may_not() {
        TRAIL.asOwner("delete from archive_segment where number = 2");

        assertThat(missing(key())).extracting(SegmentSealed::number).containsExactly(2L);
    }

    @Test
    void one_that_has_sealed_something_else_under_that_number_may_not() {
        TRAIL.asOwner("update archive_segment set manifest = manifest || ' ' where number = 2");

        assertThat(missing(key())).extracting(SegmentSealed::number).containsExactly(2L);
    }

    @Test
    void what_was_abandoned_when_the_database_was_restored_stops_nothing() {
        TRAIL.asOwner("delete from archive_segment where number = 2");
        TRAIL.asOwner("select archive_begin_epoch('trail', 1, null)");

        assertThat(missing(key())).isEmpty();
    }

    @Test
    void a_second_restore_of_the_same_backup_begins_an_epoch_above_the_first_one() {
        TRAIL.asOwner("delete from archive_segment where number = 2");
        TRAIL.asOwner("select archive_begin_epoch('trail', 3, null)");

        assertThat(TRAIL.segments().epoch(ArchiveStream.TRAIL)).isEqualTo(4);
    }

    @Test
    void the_role_of_the_service_cannot_write_lines_of_a_manifest() {
        assertThatThrownBy(() -> TRAIL.asOwner("select archive_begin_epoch('trail', 1, '2 ' || repeat('a', 64)"
                        + " || chr(10) || '# next ' || repeat('a', 60))"))
                .hasMessageContaining("archive_epoch_abandoned_check");
    }

    @Test
    void what_somebody_else_has_signed_in_its_name_stops_nothing() {
        TRAIL.asOwner("delete from archive_segment where number = 2");

        assertThat(missing("the key of another service")).isEmpty();
    }
}
