package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of a cohort by the members of a dimension. */
@Schema(description = "The figures of a cohort by the members of a dimension.")
public record Breakdown(
        @JsonUnwrapped AnswerHead head,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "region") String by,
        Additive additive,
        List<Cell> cells,

        @Schema(description = "Only in published figures: the whole country at the same month end.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Country country)
        implements TabularAnswer {

    /** Which measures may be added up over the cells. */
    @Schema(description = "Which measures add up over the cells to the cohort's figure.")
    public record Additive(
            @Schema(
                    description = "true: a trained person belongs to the member of the one completion that made"
                            + " the person trained.")
            boolean trained,

            boolean completions,

            @Schema(description = "false: one learner may have completions under several members.")
            boolean completed,

            @Schema(description = "false: one learner may be enrolled under several members.")
            boolean enrolled) {}

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

            @Schema(description = CohortFigures.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    @Schema(name = "BreakdownCell")
    public record Cell(
            @Schema(
                    description =
                            "The code of the member of the dimension, or unknown. In published figures by region also that"
                                    + " of a macro-region.",
                    examples = "KZ-75")
            String key,

            @Schema(description = "Null while the institution or course has not been described.", nullable = true)
            Names names,

            @Schema(description = "People with any enrolment under this member.")
            Long enrolled,

            @Schema(description = "People with a completion under this member that counts.")
            Long completed,

            @Schema(
                    description = "Completions under this member that count; null in published figures.",
                    nullable = true)
            Long completions,

            @Schema(description = "People whom a completion under this member made trained.")
            Long trained,

            @Schema(description = CohortFigures.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
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

        /** This cell of a place. */
        Cell of(Optional<MacroRegion> macroRegion) {
            return new Cell(
                    key,
                    names,
                    enrolled,
                    completed,
                    completions,
                    trained,
                    suppressed,
                    macroRegion.isPresent() ? "macro-region" : "region",
                    macroRegion.map(MacroRegion::regions).orElse(null));
        }

        /** Whether the cell is a place, or the macro-region that stands for it. */
        public boolean isOf(String region) {
            return key.equals(region) || (region != null && regions != null && regions.contains(region));
        }

        static Cell of(String key, Names names, Counts counts) {
            return new Cell(
                    key,
                    names,
                    counts.of(Measure.ENROLLED),
                    counts.of(Measure.COMPLETED),
                    counts.of(Measure.COMPLETIONS),
                    counts.of(Measure.TRAINED),
                    null,
                    null,
                    null);
        }
    }

    private static final Additive ADDITIVE = new Additive(
            Measure.TRAINED.isAdditive(),
            Measure.COMPLETIONS.isAdditive(),
            Measure.COMPLETED.isAdditive(),
            Measure.ENROLLED.isAdditive());

    static Breakdown of(KnownState known, String cohort, Dimension by) {
        Map<String, Counts> counts = new TreeMap<>(
                Counts.by(known.database(), by, known.catalogue().cohortsOf(cohort, known.on()), known.time()));
        List<Cell> cells = MemberNames.of(by)
                .map(names -> ofEachMember(names, counts))
                .orElseGet(() -> ofCountedMembers(
                        Catalogue.names(known.database(), known.time().batch(), by, counts.keySet()), counts));
        return new Breakdown(
                known.head(),
                cohort,
                by.code(),
                ADDITIVE,
                cells.stream()
                        .filter(cell -> !known.isOfRegion() || cell.key().equals(known.region()))
                        .toList(),
                null);
    }

    /** A cell for every member, also if its counts are zero; {@code unknown} only if something is counted there. */
    private static List<Cell> ofEachMember(Map<String, Names> names, Map<String, Counts> counts) {
        return names.entrySet().stream()
                .filter(one -> !one.getKey().equals(DerivedMembers.UNKNOWN) || counts.containsKey(one.getKey()))
                .map(one -> Cell.of(one.getKey(), one.getValue(), counts.getOrDefault(one.getKey(), Counts.NOTHING)))
                .toList();
    }

    /** A cell for each member that has counts. */
    private static List<Cell> ofCountedMembers(Map<String, Names> names, Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(one -> Cell.of(one.getKey(), names.get(one.getKey()), one.getValue()))
                .toList();
    }

    static final AnswerColumns<Breakdown, Cell> COLUMNS = AnswerColumns.of(
            Breakdown::head,
            List.of(AnswerColumns.cohort(Breakdown::cohort), Column.text("by", Dimension.list(), Breakdown::by)),
            List.of(
                    Column.text("key", "The code of the member, of a macro-region, or unknown", Cell::key),
                    Column.named("name_kk", "Its name in Kazakh", Cell::names, Names::kk),
                    Column.named("name_ru", "Its name in Russian", Cell::names, Names::ru),
                    Column.named("name_en", "Its name in English", Cell::names, Names::en),
                    Column.people(
                            "enrolled",
                            "People with any enrolment under this member; does not add up over members",
                            Cell::enrolled),
                    Column.people(
                            "completed",
                            "People with a completion under this member that counts; does not add up",
                            Cell::completed),
                    Column.whole("completions", "Completions under this member that count; adds up", Cell::completions)
                            .onlyExact(),
                    Column.people(
                            "trained",
                            "People whom a completion under this member made trained; adds up",
                            Cell::trained)));

    @Override
    public CsvTable table() {
        return COLUMNS.table(this, cells);
    }
}
