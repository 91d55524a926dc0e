package kz.qadam.reporting.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import kz.qadam.reporting.figures.Head;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many institutions report: what everybody may know of {@link Coverage}. */
@Schema(
        description = "How many of the active institutions have reported of late, so that a figure of nothing is not"
                + " taken for nothing done.")
record CoverageFigures(
        @JsonUnwrapped Head head,

        @Schema(description = "Late is within so many days, the day of on being the last.", examples = "30")
        int days,

        Coverage.Count all,
        List<Coverage.Place> regions) {}
