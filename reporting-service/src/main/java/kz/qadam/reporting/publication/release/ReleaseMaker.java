package kz.qadam.reporting.publication.release;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.audit.archive.EventLogStream;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.ReleaseStore;
import kz.qadam.reporting.release.store.StoredRelease;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Makes each release once, the oldest first. Every instance may make a release: the primary key decides which of them is
 * kept, and the others compare their bytes with it, since equal knowledge must give equal releases.
 */
@ApplicationScoped
class ReleaseMaker {

    private static final Logger LOG = Logger.getLogger(ReleaseMaker.class);

    private static final String RECORDS = ",\"records\":";

    /** All facts are counted, at the opening once for each month. */
    private static final TransactionLimit LIMIT = TransactionLimit.withPauses(Duration.ofHours(2));

    private final Database database;
    private final PointInTimeResolver points;
    private final CatalogueCache catalogues;
    private final PublishedReleases releases;
    private final EventLogStream events;
    private final Counter contradictions;

    ReleaseMaker(
            Database database,
            PointInTimeResolver points,
            CatalogueCache catalogues,
            PublishedReleases releases,
            EventLogStream events,
            MeterRegistry metrics) {
        this.database = database;
        this.points = points;
        this.catalogues = catalogues;
        this.releases = releases;
        this.events = events;
        contradictions = Counter.builder("qadam.releases.contradictions")
                .description("Releases that two instances made with different content")
                .register(metrics);
    }

    /**
     * Makes all releases that are due; nothing before the series is opened.
     *
     * @param now not later than the clock of the database
     */
    void makeDue(Instant now) {
        releases.reload();
        ReleaseContinuation last = releases.last();
        last.series()
                .map(series -> series.due(last.doneThrough(), now))
                .orElse(List.of())
                .forEach(this::make);
    }

    private void make(ReleaseDate date) {
        ReleaseContinuation last = releases.last();
        if (date.number() > last.number() && isSealed(settled(date.through()))) {
            keep(made(last, date));
            releases.reload();
        }
    }

    /** The events are sealed before they are counted. An instance without a key waits for another one. */
    private boolean isSealed(PointInTime time) {
        return time.batch() == 0 || events.through(time.batch()).isPresent();
    }

    /** Makes a release after the last one, and does not keep it. */
    StoredRelease made(ReleaseContinuation last, ReleaseDate date) {
        ReleaseSeries series = last.series().orElseThrow();
        PointInTime time = settled(date.through());
        PointInTime monthEnd = date.isMonthEnd() || last.release().isEmpty() || last.hasTablesOf(date)
                ? time.on(date.monthEnd())
                : settled(series.endOf(date.monthEnd()));
        Release release = database.transaction(
                LIMIT, handle -> new ReleaseCounting(handle, catalogues, last, time, monthEnd).release(date));
        String records = time.batch() == 0 ? null : events.through(time.batch()).orElseThrow();
        return StoredRelease.of(date, time.batch(), release.countedFrom(records));
    }

    /** After this, nothing can become known as of the instant. */
    private PointInTime settled(Instant instant) {
        return points.at("asOf", instant.toString(), null);
    }

    /** Keeps a release, unless another instance was faster. */
    void keep(StoredRelease made) {
        byte[] kept = database.transaction(handle -> kept(handle, made));
        if (!isSame(kept, made.body())) {
            contradictions.increment();
            LOG.errorf("Release %d was made with other content by another instance; that one is kept", made.number());
        }
    }

    /** An instance of the version before names no records. */
    static boolean isSame(byte[] kept, byte[] made) {
        return Arrays.equals(kept, made)
                || (!text(kept).contains(RECORDS)
                        && text(kept).equals(text(made).replaceFirst(RECORDS + "[^,]*}$", "}")));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] kept(Handle handle, StoredRelease made) {
        return ReleaseStore.add(handle, made)
                ? made.body()
                : ReleaseStore.body(handle, made.number()).orElseThrow();
    }
}
