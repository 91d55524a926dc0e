package kz.qadam.reporting.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The programme in its newest version. */
@Schema(description = "The programme as it was known at asOf.")
public record Programme(
        @Schema(examples = "ai-skills") String code,
        @JsonIgnore long version,
        LocalDate startsOn,
        LocalDate horizon,
        List<Milestone> milestones,
        @Schema(examples = "Asia/Almaty") String zone) {

    /** A day by which a goal of the programme is due. */
    public record Milestone(String code, LocalDate on) {}
}
