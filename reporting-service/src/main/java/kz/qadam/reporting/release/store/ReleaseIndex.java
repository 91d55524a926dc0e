package kz.qadam.reporting.release.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.reporting.release.ReleaseSeries;

/**
 * Some releases without their documents.
 *
 * @param series null before it is opened; then there are no releases
 * @param byThrough the releases by the instant that each is about
 */
record ReleaseIndex(ReleaseSeries series, NavigableMap<Instant, ReleaseStore.Entry> byThrough) {

    static final ReleaseIndex NOTHING = new ReleaseIndex(null, new TreeMap<>());

    ReleaseIndex {
        byThrough = Collections.unmodifiableNavigableMap(byThrough);
    }

    Optional<ReleaseStore.Entry> last() {
        return byThrough.isEmpty()
                ? Optional.empty()
                : Optional.of(byThrough.lastEntry().getValue());
    }

    /** The number of the newest release; 0 before the first. */
    long number() {
        return last().map(ReleaseStore.Entry::number).orElse(0L);
    }

    /** Those that are public at an instant: all up to one, since a later release is public later. */
    ReleaseIndex publicAt(Instant now) {
        NavigableMap<Instant, ReleaseStore.Entry> some = byThrough;
        for (ReleaseStore.Entry newest : byThrough.descendingMap().values()) {
            if (!newest.publicFrom().isAfter(now)) {
                break;
            }
            some = byThrough.headMap(newest.through(), false);
        }
        return new ReleaseIndex(series, some);
    }

    /**
     * Those that are not after either.
     *
     * @param asOf null: any instant
     * @param on null: any day
     */
    ReleaseIndex until(Instant asOf, LocalDate on) {
        Instant latest = asOf == null ? Instant.MAX : asOf;
        if (on != null && series != null && series.endOf(on).isBefore(latest)) {
            latest = series.endOf(on);
        }
        return number() == 0 || !latest.isBefore(byThrough.lastKey())
                ? this
                : new ReleaseIndex(series, byThrough.headMap(latest, true));
    }

    /** Those after a number, in their order. */
    Stream<ReleaseStore.Entry> after(long number) {
        if (number >= number()) {
            return Stream.empty();
        }
        return number < 1
                ? byThrough.values().stream()
                : byThrough.tailMap(series.date(number).through(), false).values().stream();
    }

    Optional<ReleaseStore.Entry> find(long number) {
        return number < 1 || number > number()
                ? Optional.empty()
                : Optional.ofNullable(byThrough.get(series.date(number).through()));
    }
}
