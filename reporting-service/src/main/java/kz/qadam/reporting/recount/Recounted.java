package kz.qadam.reporting.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.reporting.openapi.DeclaredLists;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a recount found. */
@Schema(name = "Recount", description = "What a second count, by other code and from the raw events, found.")
record Recounted(
        UUID id,
        Instant asOf,
        LocalDate on,

        @Schema(description = "Of which cohort; null: of all.", nullable = true)
        String cohort,

        @Schema(description = "The version of the figures that were recounted.")
        long figureVersion,

        @Schema(description = "How many events were read for it.")
        long events,

        @Schema(description = "Whether every figure equals its recount.")
        boolean matches,

        @Schema(description = "Where they differ; at most 1000.")
        List<Difference> differences,

        InFlight inFlight) {

    static final int MOST = 1000;

    /** A figure that is not what the records say. */
    @Schema(name = "RecountDifference", description = "A figure that is not what the records say.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            @Schema(description = "Absent for people.") String cohort,

            @Schema(enumeration = DeclaredLists.MEASURES) String measure,

            @Schema(description = "Absent for a figure of all regions.")
            String region,

            @Schema(description = "Absent for a figure of all institutions.")
            String institution,

            @Schema(description = "Absent for a figure of all courses.")
            String course,

            @Schema(description = "Absent for a figure of all areas.")
            String area,

            @Schema(description = "Absent for a figure of all kinds of institutions.")
            String kind,

            @Schema(description = "Given where the days differ though their sum does not.")
            LocalDate day,

            long figure,
            long recount) {

        static Difference of(RecountedCell cell, long figure, long recount) {
            return new Difference(
                    cell.cohort().isEmpty() ? null : cell.cohort(),
                    cell.measure(),
                    member(cell, "region"),
                    member(cell, "institution"),
                    member(cell, "course"),
                    member(cell, "area"),
                    member(cell, "kind"),
                    cell.day(),
                    figure,
                    recount);
        }

        private static String member(RecountedCell cell, String dimension) {
            return cell.dimension().equals(dimension) ? cell.member() : null;
        }
    }

    /** What is not settled yet, and is compared neither way. */
    @Schema(description = "What is on its way: left out on both sides.")
    record InFlight(
            @Schema(description = "Learners whose training is being judged.")
            long learners,

            @Schema(description = "Cohorts that are being judged by a changed catalogue.")
            Set<String> cohorts) {}
}
