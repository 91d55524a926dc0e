package kz.qadam.reporting.release;

import java.time.Instant;

/**
 * All that a public answer is made from: one release, and the numbers released up to it.
 *
 * @param release null before the first release
 * @param history what was released up to this release
 * @param isOpened whether the office has opened the series
 * @param nextRelease when the release after this one is public; null before the series is opened
 */
public record PublishedState(Release release, ReleasedTrainedHistory history, boolean isOpened, Instant nextRelease) {

    /** The series is not opened. */
    public static final PublishedState NOT_OPENED = new PublishedState(null, ReleasedTrainedHistory.NONE, false, null);

    /** The number of the release; 0 before the first. */
    public long number() {
        return release == null ? 0 : release.number();
    }
}
