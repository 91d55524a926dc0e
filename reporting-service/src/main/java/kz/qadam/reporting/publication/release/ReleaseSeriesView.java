package kz.qadam.reporting.publication.release;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The series of releases, and its first release. */
@Schema(name = "ReleaseSeries", description = "The series of releases, and its first release.")
record ReleaseSeriesView(
        Instant openedAt,

        @Schema(description = "The first day of the programme; releases are numbered from it.", examples = "2026-01-01")
        LocalDate startsOn,

        @Schema(
                description = "How often a release is made: daily, or in a trial each-minute.",
                enumeration = {"daily", "each-minute"})
        String rhythm,

        First first) {

    /** The first release of the series. */
    @Schema(name = "FirstRelease", description = "The first release of the series.")
    record First(
            @Schema(examples = "151") long number,

            @Schema(
                    description = "What will be known and have happened at this instant.",
                    examples = "2026-05-31T18:59:59.999999Z")
            Instant through,

            @Schema(description = "It is public from this instant on.", examples = "2026-06-01T01:00:00Z")
            Instant publishedAt) {}

    static ReleaseSeriesView of(ReleaseSeries series) {
        ReleaseDate first = series.first();
        return new ReleaseSeriesView(
                series.openedAt(),
                series.startsOn(),
                series.rhythm() == ReleaseRhythm.DAILY ? "daily" : "each-minute",
                new First(first.number(), first.through(), first.publicFrom()));
    }
}
