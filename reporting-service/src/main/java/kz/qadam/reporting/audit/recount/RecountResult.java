package kz.qadam.reporting.audit.recount;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The result of a recount. */
@Schema(name = "Recount", description = "The result of a second count: by other code, from the raw events.")
record RecountResult(
        UUID id,
        Instant asOf,
        LocalDate on,

        @Schema(description = "The cohort that was recounted; null: all cohorts.", nullable = true)
        String cohort,

        @Schema(description = "The version of the figures that were recounted.")
        long figureVersion,

        @Schema(description = "How many events the recount has read.")
        long events,

        @Schema(description = "Whether every figure equals its recount, and no learner is overdue.")
        boolean matches,

        @Schema(description = "The differences between figures and recount; at most 1000.")
        List<Difference> differences,

        InFlight inFlight) {

    static final int MOST = 1000;

    /** A figure that differs from its recount. */
    @Schema(
            name = "RecountDifference",
            description = "A figure that differs from its recount.",
            properties =
                    @SchemaProperty(
                            name = OpenApiPlaceholders.BREAKDOWNS,
                            type = SchemaType.STRING,
                            description = "Absent for a figure of another dimension."))
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            @Schema(description = "Absent for people.") String cohort,

            @Schema(enumeration = OpenApiPlaceholders.MEASURES)
            String measure,

            @JsonUnwrapped Place place,

            @Schema(description = "Present only if the figures of single days differ but their sum does not.")
            LocalDate day,

            long figure,
            long recount) {

        static Difference of(RecountedCellKey cell, long figure, long recount) {
            return new Difference(
                    cell.cohort().isEmpty() ? null : cell.cohort(),
                    cell.measure(),
                    new Place(cell.dimension(), cell.member()),
                    cell.day(),
                    figure,
                    recount);
        }

        /** The member of a dimension, under the code of the dimension; nothing for a figure of the nation. */
        record Place(
                @JsonIgnore @Schema(hidden = true) String dimension,
                @JsonIgnore @Schema(hidden = true) String member) {

            @JsonAnyGetter
            Map<String, String> byCode() {
                return member.isEmpty() ? Map.of() : Map.of(dimension, member);
            }
        }
    }

    /** The learners and cohorts that are not settled yet, and that the comparison leaves out. */
    @Schema(
            description =
                    "Learners and cohorts that are not settled yet; the comparison leaves them out on both sides.")
    record InFlight(
            @Schema(description = "How many learners are being judged.")
            long learners,

            @Schema(
                    description =
                            "How many learners wait for a state that was awaited at an earlier daily recount, too: it is"
                                    + " lost. They are compared like all others, and each makes matches false.")
            long overdue,

            @Schema(description = "Cohorts that are being judged by a changed catalogue.")
            Set<String> cohorts) {}
}
