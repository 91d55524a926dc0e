package kz.qadam.reporting.release.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedTrainedHistory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * The releases that are public now, by the clock of the database. The newest one is in memory, so that a public question
 * reads no database; an earlier one is read once and remembered.
 */
@ApplicationScoped
public class PublishedReleases {

    private static final int MOST_REMEMBERED = 64;
    private static final int MOST_BYTES = 32 << 20;

    /** At the start, the numbers of all releases are read. */
    private static final TransactionLimit LIMIT = TransactionLimit.withPauses(Duration.ofMinutes(10));

    /** What was read last; {@code newest} is about the newest release of {@code published}. */
    private record Known(MadeReleases made, ReleaseIndex published, PublishedState newest) {

        static final Known NOTHING = new Known(MadeReleases.NONE, ReleaseIndex.NOTHING, PublishedState.NOT_OPENED);
    }

    private final Database database;
    private final ZoneId zone;
    private final Cache<Long, Release> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Cache<Long, byte[]> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Long number, byte[] document) -> document.length)
            .build();
    private volatile Known known = Known.NOTHING;

    PublishedReleases(Database database, @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The newest public release. */
    public PublishedState newest() {
        return known.newest();
    }

    /**
     * The newest public release that is not after either; before the first one, a state without a release.
     *
     * @param asOf null: any instant
     * @param on null: any day
     */
    public PublishedState at(Instant asOf, LocalDate on) {
        PublishedState inMemory = atIfInMemory(asOf, on);
        return inMemory != null
                ? inMemory
                : state(
                        remembered.get(known.published().until(asOf, on).number(), this::read),
                        known.made().history());
    }

    /** The same if it needs no database; otherwise null. */
    public PublishedState atIfInMemory(Instant asOf, LocalDate on) {
        Known now = known;
        long number = now.published().until(asOf, on).number();
        if (number == 0) {
            return before(now.published().series());
        }
        if (number == now.newest().number()) {
            return now.newest();
        }
        Release release = remembered.getIfPresent(number);
        return release == null ? null : state(release, now.made().history());
    }

    /**
     * The public releases after a number that are not after either time, in their order.
     *
     * @param most how many at most
     * @param asOf null: any instant
     * @param on null: any day
     */
    public List<PublishedRelease> list(long after, int most, Instant asOf, LocalDate on) {
        return known.published()
                .until(asOf, on)
                .after(after)
                .limit(most)
                .map(PublishedRelease::of)
                .toList();
    }

    /**
     * A public release that is not after either time.
     *
     * @param asOf null: any instant
     * @param on null: any day
     */
    public Optional<PublishedRelease> find(long number, Instant asOf, LocalDate on) {
        return known.published().until(asOf, on).find(number).map(PublishedRelease::of);
    }

    /** The document of a public release, byte for byte. */
    public byte[] document(PublishedRelease release) {
        return documents.get(release.number(), this::body);
    }

    private byte[] body(long number) {
        return database.transaction(handle -> ReleaseStore.body(handle, number).orElseThrow());
    }

    private Release read(long number) {
        return database.transaction(handle -> MadeReleases.read(handle, number));
    }

    /** The series and the newest release that was made, public or not. */
    public ReleaseContinuation last() {
        MadeReleases made = known.made();
        return new ReleaseContinuation(
                Optional.ofNullable(made.index().series()),
                Optional.ofNullable(made.last()),
                made.index().last().map(ReleaseStore.Entry::batch).orElse(0L),
                made.history(),
                made.leftOut());
    }

    /** Finds releases that were added, also by another instance, and releases that have become public. */
    public synchronized void reload() {
        known = database.transaction(LIMIT, handle -> next(handle, known));
    }

    private Known next(Handle handle, Known before) {
        MadeReleases made = before.made().next(handle, zone);
        ReleaseIndex published = made.index().publicAt(ReleaseStore.now(handle));
        return new Known(made, published, newest(handle, made, published, before.newest()));
    }

    private static PublishedState newest(
            Handle handle, MadeReleases made, ReleaseIndex published, PublishedState before) {
        long number = published.number();
        if (number == 0) {
            return before(published.series());
        }
        if (number == before.number()) {
            return before;
        }
        return state(number == made.index().number() ? made.last() : MadeReleases.read(handle, number), made.history());
    }

    private static PublishedState state(Release release, ReleasedTrainedHistory history) {
        return new PublishedState(release, history.until(release.through()), true, release.nextRelease());
    }

    private static PublishedState before(ReleaseSeries series) {
        return series == null
                ? PublishedState.NOT_OPENED
                : new PublishedState(
                        null, ReleasedTrainedHistory.NONE, true, series.first().publicFrom());
    }

    /** Forgets everything, as if the service had just started. */
    synchronized void forget() {
        known = Known.NOTHING;
        remembered.invalidateAll();
        documents.invalidateAll();
    }
}
