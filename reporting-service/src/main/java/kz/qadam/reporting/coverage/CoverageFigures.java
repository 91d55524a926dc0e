package kz.qadam.reporting.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.figures.Head;
import kz.qadam.reporting.figures.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many institutions report: what everybody may know of {@link Coverage}. */
@Schema(
        description = "How many of the active institutions have reported of late, so that a figure of nothing is not"
                + " taken for nothing done.")
public record CoverageFigures(
        @JsonUnwrapped Head head,

        @Schema(description = "Late is within so many days, the day of on being the last.", examples = "30")
        int days,

        Coverage.Count all,
        List<Coverage.Place> regions)
        implements Table {

    @Override
    public List<String> columns() {
        return List.of("asOf", "on", "provisional", "days", "region", "active", "reported", "zero", "silent", "never");
    }

    @Override
    public Stream<List<?>> rows() {
        return regions.stream()
                .map(place -> Arrays.asList(
                        head.asOf(),
                        head.on(),
                        head.provisional(),
                        days,
                        place.region(),
                        place.institutions().active(),
                        place.institutions().reported(),
                        place.institutions().zero(),
                        place.institutions().silent(),
                        place.institutions().never()));
    }
}
