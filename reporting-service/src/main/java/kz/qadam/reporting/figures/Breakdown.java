package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The figures of a cohort by the members of a dimension. */
@Schema(description = "The figures of a cohort by the members of a dimension.")
public record Breakdown(
        @JsonUnwrapped AnswerHead head,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "region") String by,
        Counts.Additive additive,
        List<Cell> cells,

        @Schema(description = "Only in published figures: the whole country at the same month end.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Country country)
        implements TabularAnswer {

    /**
     * The country at the month end of a published breakdown.
     *
     * @param notByRegion the trained people of the country that are in no published place
     */
    @Schema(name = "BreakdownCountry", description = "The published country at the month end of the breakdown.")
    public record Country(
            @Schema(nullable = true) Long enrolled,
            @Schema(nullable = true) Long completed,
            @Schema(nullable = true) Long trained,

            @Schema(
                    description = "The trained people who are in none of the published regions or macro-regions.",
                    nullable = true)
            Long notByRegion,

            @Schema(description = Counts.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    /** The counts say in OpenAPI what they count here. */
    @Schema(
            name = "BreakdownCell",
            properties = {
                @SchemaProperty(name = "enrolled", description = "People with any enrolment under this member."),
                @SchemaProperty(
                        name = "completed",
                        description = "People with a completion under this member that counts."),
                @SchemaProperty(
                        name = "completions",
                        description = "Completions under this member that count; null in published figures."),
                @SchemaProperty(
                        name = "trained",
                        description = "People whom a completion under this member made trained.")
            })
    public record Cell(
            @Schema(
                    description =
                            "The code of the member of the dimension, or unknown. In published figures by region also"
                                    + " that of a macro-region.",
                    examples = "KZ-75")
            String key,

            @Schema(description = "Null while the institution or course has not been described.", nullable = true)
            LocalizedName names,

            @JsonUnwrapped Counts counts,

            @Schema(description = Counts.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed,

            @Schema(
                    description = "Only in published figures by region: whether the cell is a region, or a macro-region"
                            + " that stands for its regions until they have enough people to publish each.",
                    enumeration = {"region", "macro-region"})
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String place,

            @Schema(description = "Only of a macro-region: the codes of its regions.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            List<String> regions) {

        /** Whether the cell is a place, or the macro-region that stands for it. */
        public boolean isOf(String region) {
            return key.equals(region) || (region != null && regions != null && regions.contains(region));
        }

        static Cell of(String key, LocalizedName names, Counts counts) {
            return new Cell(key, names, counts, counts.suppressed(), null, null);
        }

        /** @param macroRegion empty if the place is a region */
        static Cell ofPlace(String key, LocalizedName names, Counts counts, Optional<MacroRegion> macroRegion) {
            return new Cell(
                    key,
                    names,
                    counts,
                    counts.suppressed(),
                    macroRegion.isPresent() ? "macro-region" : "region",
                    macroRegion.map(MacroRegion::regions).orElse(null));
        }

        /** The cell of the same member in several cohorts. */
        Cell plus(Cell other) {
            return of(key, names, counts.plus(other.counts));
        }
    }

    static final AnswerColumns<Breakdown, Cell> COLUMNS = AnswerColumns.of(
            Breakdown::head,
            List.of(AnswerColumns.cohort(Breakdown::cohort), Column.text("by", Dimension.list(), Breakdown::by)),
            Column.join(
                    List.of(Column.text("key", "The code of the member, of a macro-region, or unknown", Cell::key)),
                    Column.names(Cell::names),
                    Column.within(Cell::counts, Counts.OF_MEMBER)));

    @Override
    public CsvTable table() {
        return COLUMNS.table(this, cells);
    }
}
