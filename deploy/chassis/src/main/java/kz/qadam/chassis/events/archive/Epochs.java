package kz.qadam.chassis.events.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Begins another epoch of the archive, when the database was set back to a backup: what it seals from then on follows the last
 * segment that it has, and those that were sealed after the backup are named as abandoned.
 */
@ApplicationScoped
public class Epochs {

    /** Of the trail the snapshot at the end: its second number was not given yet. */
    private static final Pattern RANGE = Pattern.compile("\n# range [0-9]+:([0-9]+):");

    private final Sealer sealer;

    Epochs(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The highest transaction number that a lost segment knows; 0 if none is lost. */
    public long transactionAfterLost() {
        return sealer.lost().stream()
                .map(one -> RANGE.matcher(one.manifest()))
                .filter(Matcher::find)
                .mapToLong(range -> Long.parseLong(range.group(1)))
                .max()
                .orElse(0);
    }

    /** Begins the next epoch of each stream. */
    public void begin(Handle handle) {
        List<SegmentSealed> lost = sealer.lost();
        for (ArchiveStream stream : sealer.streams()) {
            Optional<String> newest = lost.stream()
                    .filter(one -> one.stream().endsWith("." + stream.name()))
                    .max(Comparator.comparingLong(SegmentSealed::number))
                    .map(one -> one.number() + " " + one.digest());
            handle.createQuery("select archive_begin_epoch(:stream, :abandoned)")
                    .bind("stream", stream.name())
                    .bind("abandoned", newest.orElse(null))
                    .mapTo(Integer.class)
                    .one();
        }
    }
}
