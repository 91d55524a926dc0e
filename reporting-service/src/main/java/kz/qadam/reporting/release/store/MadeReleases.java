package kz.qadam.reporting.release.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedTrainedHistory;
import org.jdbi.v3.core.Handle;

/**
 * All releases that were made, public or not, in one state of the table.
 *
 * @param last the newest release; null before the first
 * @param history the numbers of all releases
 * @param leftOut the last number that is left out; 0 if none is
 */
record MadeReleases(ReleaseIndex index, Release last, ReleasedTrainedHistory history, long leftOut) {

    static final MadeReleases NONE = new MadeReleases(ReleaseIndex.NOTHING, null, ReleasedTrainedHistory.NONE, 0);

    /** So many documents are in memory at once while the history is read. */
    private static final int AT_ONCE = 100;

    /** This state with the releases that were added since. */
    MadeReleases next(Handle database, ZoneId zone) {
        ReleaseSeries series =
                index.series() == null ? ReleaseStore.series(database, zone).orElse(null) : index.series();
        List<ReleaseStore.Entry> added = new ArrayList<>();
        HistoryReader reader = new HistoryReader(history);
        ReleaseStore.after(database, index.number()).forEach(entry -> {
            added.add(entry.withoutBody());
            reader.add(entry);
        });
        long newLeftOut = ReleaseStore.notMade(database);
        if (added.isEmpty()) {
            return Objects.equals(series, index.series()) && newLeftOut == leftOut
                    ? this
                    : new MadeReleases(new ReleaseIndex(series, index.byThrough()), last, history, newLeftOut);
        }
        // A sorted map is copied in one pass, however many releases a trial has made.
        NavigableMap<Instant, ReleaseStore.Entry> all = new TreeMap<>(index.byThrough());
        added.forEach(entry -> all.put(entry.through(), entry));
        Release newest = read(database, all.lastEntry().getValue().number());
        return new MadeReleases(new ReleaseIndex(series, all), newest, reader.end(), newLeftOut);
    }

    static Release read(Handle database, long number) {
        return ReleaseStore.body(database, number)
                .map(ReleaseDocument::read)
                .orElseThrow(() -> new IllegalStateException("Release " + number + " is not in the table"));
    }

    /** Adds the numbers of many releases to a history, some at a time. */
    private static final class HistoryReader {

        private final List<Release> waiting = new ArrayList<>();
        private ReleasedTrainedHistory history;

        HistoryReader(ReleasedTrainedHistory history) {
            this.history = history;
        }

        void add(ReleaseStore.Entry entry) {
            if (entry.body() != null) {
                waiting.add(ReleaseDocument.read(entry.body()));
            }
            if (waiting.size() == AT_ONCE) {
                end();
            }
        }

        ReleasedTrainedHistory end() {
            history = history.with(waiting);
            waiting.clear();
            return history;
        }
    }
}
