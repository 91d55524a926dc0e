package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.store.PublishedReleases;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the release that a public question is answered from. Nothing is settled, locked or written. */
@ApplicationScoped
public class ReleaseChoice {

    private record Asked(Instant asOf, LocalDate on) {}

    private final PublishedReleases releases;
    private final PublicLoadLimit limit;
    private final PointInTimeResolver points;
    private final String url;

    ReleaseChoice(
            PublishedReleases releases,
            PublicLoadLimit limit,
            PointInTimeResolver points,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.releases = releases;
        this.limit = limit;
        this.points = points;
        this.url = url;
    }

    /** The newest release that is public. */
    PublishedContext newest() {
        return context(releases.newest());
    }

    /**
     * The newest public release that is not after either.
     *
     * @param asOf an instant with offset, or a date for the end of that local day; null: any instant
     * @param on a date; null: any day
     * @throws kz.qadam.chassis.http.problem.Problem 400 if one cannot be read, 422 if {@code asOf} lies in the future, 503 if
     *     the release has to be read and too many others are being read
     */
    public PublishedContext at(String asOf, String on) {
        Instant instant = asOf == null ? null : points.past("asOf", asOf);
        LocalDate day = on == null ? null : TimeParameterParser.day("on", on);
        PublishedState inMemory = releases.atIfInMemory(instant, day);
        return context(
                inMemory != null ? inMemory : limit.run(new Asked(instant, day), () -> releases.at(instant, day)));
    }

    private PublishedContext context(PublishedState state) {
        String definition = state.release() == null
                ? DefinitionPage.PATH
                : DefinitionPage.pathOfRule(state.release().rule());
        return new PublishedContext(state, url + definition);
    }
}
