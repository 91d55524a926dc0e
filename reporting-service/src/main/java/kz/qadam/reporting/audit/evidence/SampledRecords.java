package kz.qadam.reporting.audit.evidence;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/** Draws samples of trained learners, and reads the records that were drawn again. */
public final class SampledRecords {

    private static final TableColumns<EvidenceSample.Stratum> STRATUM = TableColumns.of(EvidenceSample.Stratum.class);

    private static final String PICK = """
            select ranked.* from (
                select trained.*, row_number() over (partition by region
                           order by md5(:seed || ' ' || id::text), id, cohort) as rank_in_region
                  from (%s) as trained) as ranked
              join %s on stratum.region = ranked.region
             where rank_in_region <= sampled
            """;

    private static final String DRAWN = "learner = any(:drawnLearners) and completion = any(:drawn)";

    private SampledRecords() {}

    /**
     * Draws a sample: the same seed draws the same records at the same moment.
     *
     * @param cohort the code of a cohort, or total
     * @param region null for all regions
     * @throws kz.qadam.chassis.http.problem.Problem 404 for an unknown cohort
     */
    public static EvidenceSample draw(
            Handle database, PointInTime point, String cohort, String region, int size, String seed) {
        return draw(database, point, EvidenceFilter.ofCohort(cohort, region), size, seed);
    }

    static EvidenceSample draw(Handle database, PointInTime point, EvidenceFilter filter, int size, String seed) {
        Catalogue catalogue = EvidenceResource.catalogue(database, point, filter);
        var trained = new EvidenceRecords(
                database,
                point,
                EvidenceListKind.TRAINED,
                filter.conditions(database, point, catalogue, EvidenceListKind.TRAINED));
        SortedMap<String, Long> totals = trained.byRegion();
        List<EvidenceSample.Stratum> strata = EvidenceSample.shareOut(size, totals);
        List<EvidenceRecord> items = trained.selected(
                PICK.formatted(trained.all(), STRATUM.rows("stratum")),
                query -> STRATUM.bind(query.bind("seed", seed), strata));
        return new EvidenceSample(
                point.asOf(),
                point.on(),
                point.batch(),
                filter.cohort(),
                seed,
                totals.values().stream().mapToLong(Long::longValue).sum(),
                strata,
                items);
    }

    /**
     * The records that were drawn, by their completions, as they were known at the moment of the draw. Of an erased learner
     * a record has no references.
     */
    public static Map<UUID, EvidenceRecord> read(
            Handle database, PointInTime point, Collection<UUID> learners, Collection<UUID> completions) {
        var drawn = new SqlConditions(
                DRAWN,
                statement -> statement
                        .bindArray("drawnLearners", UUID.class, learners)
                        .bindArray("drawn", UUID.class, completions));
        var records = new EvidenceRecords(database, point, EvidenceListKind.TRAINED, drawn);
        return records.selected(records.all(), query -> {}).stream()
                .collect(toMap(EvidenceRecord::completionId, record -> record));
    }
}
