package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.asof.TimeParameters;
import kz.qadam.reporting.release.store.PublishedReleases;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the release that a public question is answered from. Nothing is settled, locked or written. */
@ApplicationScoped
public class ReleaseChoice {

    private final PublishedReleases releases;
    private final PointsInTime pointsInTime;
    private final String definition;

    ReleaseChoice(
            PublishedReleases releases,
            PointsInTime pointsInTime,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.releases = releases;
        this.pointsInTime = pointsInTime;
        this.definition = url + DefinitionResource.PATH;
    }

    /** The newest release that is public. */
    PublishedContext newest() {
        return new PublishedContext(releases.newest(), definition);
    }

    /**
     * The newest public release that is not after either.
     *
     * @param asOf an instant with offset, or a date for the end of that local day; null: any instant
     * @param on a date; null: any day
     * @throws kz.qadam.chassis.problem.Problem 400 if one cannot be read, 422 if {@code asOf} lies in the future
     */
    public PublishedContext at(String asOf, String on) {
        return asOf == null && on == null
                ? newest()
                : new PublishedContext(
                        releases.at(
                                asOf == null ? null : pointsInTime.past("asOf", asOf),
                                on == null ? null : TimeParameters.day("on", on)),
                        definition);
    }
}
