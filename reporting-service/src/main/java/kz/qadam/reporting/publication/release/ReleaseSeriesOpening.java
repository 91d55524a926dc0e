package kz.qadam.reporting.publication.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.ReleaseStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Opens the series of releases, once. */
@ApplicationScoped
class ReleaseSeriesOpening {

    /**
     * The open series.
     *
     * @param isNew whether this call has opened it
     */
    record Opened(ReleaseSeries series, boolean isNew) {}

    private final Database database;
    private final PointInTimeResolver points;
    private final CatalogueCache catalogues;
    private final PublishedReleases releases;
    private final ReleasesConfig config;
    private final ZoneId zone;
    private final Trail trail;

    ReleaseSeriesOpening(
            Database database,
            PointInTimeResolver points,
            CatalogueCache catalogues,
            PublishedReleases releases,
            ReleasesConfig config,
            @ConfigProperty(name = "qadam.zone") ZoneId zone,
            Trail trail) {
        this.trail = trail;
        this.database = database;
        this.points = points;
        this.catalogues = catalogues;
        this.releases = releases;
        this.config = config;
        this.zone = zone;
    }

    /**
     * Opens the series, unless it is open.
     *
     * @param origin who opens it, by a request or by itself
     * @return empty while the programme is not known, since releases are counted from its first day
     */
    Optional<Opened> open(ActorAction origin) {
        long batch = points.of(null, null).batch();
        Optional<Opened> opened = database.transaction(handle -> ReleaseStore.series(handle, zone)
                .map(series -> new Opened(series, false))
                .or(() -> catalogues
                        .at(handle, batch)
                        .programme()
                        .map(Programme::startsOn)
                        .map(startsOn -> open(handle, startsOn, origin))));
        releases.reload();
        return opened;
    }

    /** If several callers open it at once, the primary key decides which of them has opened it. */
    private Opened open(Handle handle, LocalDate startsOn, ActorAction origin) {
        boolean isNew = ReleaseStore.open(
                handle, startsOn, config.rhythm(), origin.actor().name());
        if (isNew) {
            trail.addWrite(handle, origin, null, 1);
        }
        return new Opened(ReleaseStore.series(handle, zone).orElseThrow(), isNew);
    }
}
