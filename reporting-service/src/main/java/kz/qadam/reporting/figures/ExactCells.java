package kz.qadam.reporting.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.reporting.asof.KnownRollUp;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The cells of a breakdown, as known at the point in time of the question. */
final class ExactCells {

    private static final String BY_MEMBER = """
            select place, %s
              from %s as known
             where cohort = any(:cohorts) and day <= :on::date
             group by 1
            """;

    private ExactCells() {}

    static List<Breakdown.Cell> of(KnownState known, String cohort, Dimension by) {
        SortedMap<String, Counts> counts = new TreeMap<>();
        query(known.database(), by, known.catalogue().cohortsOf(cohort, known.on()), known.time())
                .map((row, context) -> Map.entry(row.getString(1), DailyCounts.read(row, 2)))
                .forEach(row -> counts.put(row.getKey(), row.getValue()));
        counts.values().removeIf(Counts.ZERO::equals);
        return MemberNames.of(by)
                .map(names -> ofEachMember(names, counts))
                .orElseGet(() -> ofCountedMembers(
                        Catalogue.names(known.database(), known.time().batch(), by, counts.keySet()), counts))
                .filter(cell -> !known.isOfRegion() || cell.key().equals(known.region()))
                .toList();
    }

    static Query query(Handle database, Dimension dimension, Collection<String> cohorts, PointInTime time) {
        return database.createQuery(BY_MEMBER.formatted(DailyCounts.SUMS, KnownRollUp.at(dimension, ":batch")))
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", time.batch())
                .bind("on", time.on().toString());
    }

    /** A cell for every member, also if its counts are zero; {@code unknown} only if something is counted there. */
    private static Stream<Breakdown.Cell> ofEachMember(Map<String, LocalizedName> names, Map<String, Counts> counts) {
        return names.entrySet().stream()
                .filter(one -> !one.getKey().equals(DerivedMembers.UNKNOWN) || counts.containsKey(one.getKey()))
                .map(one -> Breakdown.Cell.of(
                        one.getKey(), one.getValue(), counts.getOrDefault(one.getKey(), Counts.ZERO)));
    }

    /** A cell for each member that has counts. */
    private static Stream<Breakdown.Cell> ofCountedMembers(
            Map<String, LocalizedName> names, Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(one -> Breakdown.Cell.of(one.getKey(), names.get(one.getKey()), one.getValue()));
    }
}
