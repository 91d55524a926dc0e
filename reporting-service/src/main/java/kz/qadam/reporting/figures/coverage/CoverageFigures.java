package kz.qadam.reporting.figures.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.CsvTable;
import kz.qadam.reporting.figures.TabularAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many institutions report: the public part of {@link Coverage}. */
@Schema(
        description =
                "How many of the active institutions have reported recently: so a reader can distinguish a figure of"
                        + " zero from a figure that nobody has reported.")
public record CoverageFigures(
        @JsonUnwrapped AnswerHead head,

        @Schema(description = "The length of the period in days; its last day is on.", examples = "30")
        int days,

        Coverage.Count all,
        List<Coverage.OfRegion> regions)
        implements TabularAnswer {

    private static final List<String> COLUMNS =
            List.of("asOf", "on", "provisional", "days", "region", "active", "reported", "zero", "silent", "never");

    @Override
    public CsvTable table() {
        return new CsvTable(COLUMNS, regions.stream().map(this::row));
    }

    private List<Object> row(Coverage.OfRegion one) {
        Coverage.Count count = one.institutions();
        return Arrays.asList(
                head.asOf(),
                head.on(),
                head.provisional(),
                days,
                one.region(),
                count.active(),
                count.reported(),
                count.zero(),
                count.silent(),
                count.never());
    }
}
