package kz.qadam.reporting.release.store;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;

/**
 * A row of the table of releases.
 *
 * @param batch the release contains what was known at this batch; it is not public
 * @param body the public document
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a release is identified by its number.
public record StoredRelease(
        long number, Instant through, LocalDate onDay, Instant publicFrom, long batch, int rule, byte[] body) {

    /**
     * The row of a release of which there is a copy of the document.
     *
     * @param batch what is known now: of the batch from which it was made nobody knows any more
     */
    public static StoredRelease ofCopy(byte[] document, long batch) {
        Release release = ReleaseDocument.read(document);
        return new StoredRelease(
                release.number(),
                release.through(),
                release.on(),
                release.publicFrom(),
                batch,
                release.rule(),
                document);
    }

    /** The row of a release that was made from what was known at a batch. */
    public static StoredRelease of(ReleaseDate date, long batch, Release release) {
        return new StoredRelease(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                batch,
                release.rule(),
                ReleaseDocument.write(release));
    }
}
