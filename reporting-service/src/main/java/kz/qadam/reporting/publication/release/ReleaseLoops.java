package kz.qadam.reporting.publication.release;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.ReleaseStore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Checks at the start whether releases can be made, notes when this version of the rule begins, and makes releases in the
 * background. Every instance does so; see {@link ReleaseMaker}.
 */
@ApplicationScoped
class ReleaseLoops {

    private static final Logger LOG = Logger.getLogger(ReleaseLoops.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(30);

    /** A daily release is public six hours after its day: instances begin one after another, and the first one counts. */
    private static final Duration LATEST_BEGIN = Duration.ofMinutes(10);

    /** A trial opens the series itself. */
    private static final ActorAction OPENING =
            new ActorAction("open the series of releases", Actor.ofWork("releases", Submitter.OFFICE));

    private final Database database;
    private final PublishedReleases releases;
    private final ReleaseMaker maker;
    private final ReleaseSeriesOpening opening;
    private final LateReleases late;
    private final ReleasesConfig config;
    private final Clock clock;
    private final Duration begin;

    ReleaseLoops(
            Database database,
            PublishedReleases releases,
            ReleaseMaker maker,
            ReleaseSeriesOpening opening,
            LateReleases late,
            ReleasesConfig config,
            Clock clock) {
        this.clock = clock;
        this.begin = begin(config.rhythm(), new Random());
        this.database = database;
        this.releases = releases;
        this.maker = maker;
        this.opening = opening;
        this.late = late;
        this.config = config;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        TimeZoneData.require(AlmatyTime.ZONE.getRules());
        releases.reload();
        LocalDate beginsOn = database.transaction(handle -> addRule(handle, releases.last()));
        LOG.debugf("Version %d of the rule begins on %s, unless it has begun", DisclosureRule.VERSION, beginsOn);
        if (config.enabled()) {
            requireFitting(releases.last().series().map(ReleaseSeries::rhythm), config);
            loops.startAtIntervals("public-releases", EVERY, releases::reload);
            loops.startAtIntervals("make-releases", EVERY, this::make);
            loops.startAtIntervals("late-releases", CHECK_EVERY, () -> late.check(now()));
        }
    }

    /**
     * Checks the configuration against the series.
     *
     * @param opened the rhythm of the series; empty before it is opened
     * @throws IllegalStateException if they do not fit
     */
    static void requireFitting(Optional<ReleaseRhythm> opened, ReleasesConfig config) {
        if (config.opensItself() && !config.trial()) {
            throw new IllegalStateException("Only a trial opens the series of releases itself (qadam.releases.open):"
                    + " otherwise the office does so, by POST /v1/releases, when all earlier data are loaded.");
        }
        if (opened.isPresent() && opened.get() != config.rhythm()) {
            throw new IllegalStateException("The releases of this database are " + inEnglish(opened.get())
                    + ", and this instance is configured for "
                    + inEnglish(config.rhythm()) + " (qadam.releases.trial). A series never changes its rhythm:"
                    + " start with the former configuration, or with another database.");
        }
    }

    private static LocalDate addRule(Handle handle, ReleaseContinuation last) {
        LocalDate today = LocalDate.ofInstant(ReleaseStore.now(handle), AlmatyTime.ZONE);
        LocalDate beginsOn = last.beginningOf(DisclosureRule.VERSION, today);
        ReleaseStore.addRule(handle, DisclosureRule.VERSION, beginsOn);
        return beginsOn;
    }

    private static String inEnglish(ReleaseRhythm rhythm) {
        return rhythm == ReleaseRhythm.DAILY ? "daily ones" : "those of a trial, one each minute";
    }

    private void make() {
        if (config.opensItself() && releases.last().series().isEmpty()) {
            opening.open(OPENING);
        }
        maker.makeDue(earlier(now(), clock.instant()).minus(begin));
    }

    /** How long after its day this instance begins a release. */
    static Duration begin(ReleaseRhythm rhythm, RandomGenerator random) {
        return rhythm == ReleaseRhythm.DAILY
                ? Duration.ofMillis(random.nextLong(LATEST_BEGIN.toMillis()))
                : Duration.ZERO;
    }

    /** A release can never be taken back: a clock that is ahead makes none. */
    static Instant earlier(Instant databaseNow, Instant serviceNow) {
        return serviceNow.isBefore(databaseNow) ? serviceNow : databaseNow;
    }

    private Instant now() {
        return database.transaction(ReleaseStore::now);
    }
}
