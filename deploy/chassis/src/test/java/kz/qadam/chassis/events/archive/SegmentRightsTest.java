package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody with the password of a service for its database cannot do to the archive. */
class SegmentRightsTest {

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    @Test
    void the_role_of_the_service_chooses_no_place_in_the_order() {
        assertThatThrownBy(() -> TRAIL.asService("""
                insert into trail (id, at, change, instance, kind, action, outcome)
                values (gen_random_uuid(), now(), '3', 'toy-0', 'write', 'POST /v1/toys', 'done')
                """)).hasMessageContaining("permission denied for table trail");
    }

    @Test
    void the_role_of_the_service_changes_no_segment() {
        TRAIL.add();
        TRAIL.sealAll();

        for (String attempt : List.of(
                "update archive_segment set digest = null",
                "delete from archive_segment",
                "insert into archive_segment select * from archive_segment")) {
            assertThatThrownBy(() -> TRAIL.asService(attempt))
                    .hasMessageContaining("permission denied for table archive_segment");
        }
    }

    @Test
    void a_transaction_that_has_written_opens_no_segment() {
        assertThatThrownBy(() -> TRAIL.asService(ToyTrail.entry() + "; select archive_open()"))
                .hasMessageContaining("A segment is opened in a transaction of its own");
    }

    @Test
    void a_snapshot_of_before_opens_no_segment() {
        assertThatThrownBy(
                        () -> TRAIL.asService("set transaction isolation level repeatable read; select archive_open()"))
                .hasMessageContaining("A segment is opened in a transaction of its own");
    }

    @Test
    void a_restored_copy_that_is_older_than_its_segments_seals_nothing() {
        TRAIL.add();
        TRAIL.sealAll();
        TRAIL.asOwner("update archive_segment set snapshot = '9000000:9000000:'");

        assertThatThrownBy(TRAIL::sealAll)
                .hasMessageContaining("The newest segment knows later transactions than this database");
    }

    @Test
    void a_segment_is_closed_once_with_the_rows_that_it_has() {
        TRAIL.add();
        Segment opened = TRAIL.segments().open(ArchiveStream.TRAIL).orElseThrow();
        PackedLines lines = TRAIL.segments().pack(ArchiveStream.TRAIL, opened);

        assertThat(TRAIL.sealer().close(ArchiveStream.TRAIL, opened, lines, TRAIL.keys()))
                .isTrue();
        assertThat(TRAIL.sealer().close(ArchiveStream.TRAIL, opened, lines, TRAIL.keys()))
                .isFalse();
    }

    @Test
    void another_digest_than_that_of_the_bytes_closes_nothing() {
        TRAIL.add();
        Segment opened = TRAIL.segments().open(ArchiveStream.TRAIL).orElseThrow();
        var other = new PackedLines(
                1,
                "00".repeat(32),
                TRAIL.segments().pack(ArchiveStream.TRAIL, opened).bytes());
        Segment closed = opened.closed(ArchiveStream.TRAIL.view(), other, List.of(), Optional.empty(), TRAIL.keys());

        assertThatThrownBy(() -> TRAIL.segments()
                        .close(
                                ArchiveStream.TRAIL,
                                closed,
                                new PackedLines(1, other.digest(), new byte[1]),
                                TRAIL.keys().key()))
                .hasMessageContaining("Segment 1 is not what its manifest says");
    }
}
