package kz.qadam.chassis.events.archive;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * Begins another epoch of the archive, when the database went back to a backup: what it seals from then on follows the last
 * segment that it has, and those that were sealed after the backup are named as abandoned.
 */
@ApplicationScoped
public class Epochs {

    private static final String BEGIN = "select archive_begin_epoch(:stream, :epoch, :abandoned)";

    private final SegmentSealer sealer;

    Epochs(SegmentSealer sealer) {
        this.sealer = sealer;
    }

    /**
     * Looks whether the keys of this service are those with which the archive goes on.
     *
     * @throws IllegalStateException if they are not
     */
    public void requireKeys() {
        sealer.requireKeys();
    }

    /** What is to be abandoned. */
    public LostSegments lost() {
        return new LostSegments(sealer.lost());
    }

    /** Begins the next epoch of each stream. */
    public void begin(Handle handle, LostSegments lost) {
        for (ArchiveStream stream : sealer.streams()) {
            handle.createQuery(BEGIN)
                    .bind("stream", stream.name())
                    .bind("epoch", lost.epoch(stream.name()))
                    .bind("abandoned", lost.newest(stream.name()).orElse(null))
                    .mapTo(Integer.class)
                    .one();
        }
    }
}
