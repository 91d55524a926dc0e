package kz.qadam.reporting.release;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Decides how much is published of how many institutions report: only how many are active, if one of the other counts is
 * below three. So that no region can be found by subtracting the others from all, the regions without counts must
 * together have three or more in each state too.
 */
final class CoverageDisclosureRule {

    private static final long FEWEST = 3;

    private CoverageDisclosureRule() {}

    static ReleasedCoverage.Row region(ReleasedCoverage.Row exact) {
        return hasFew(List.of(exact)) ? onlyActive(exact) : exact;
    }

    /** @param regions exact; together they are all */
    static ReleasedCoverage.Row all(ReleasedCoverage.Row exact, List<ReleasedCoverage.Row> regions) {
        List<ReleasedCoverage.Row> hidden =
                regions.stream().filter(region -> hasFew(List.of(region))).toList();
        return hasFew(List.of(exact)) || (!hidden.isEmpty() && hasFew(hidden)) ? onlyActive(exact) : exact;
    }

    private static boolean hasFew(List<ReleasedCoverage.Row> rows) {
        return LongStream.of(
                        rows.stream().mapToLong(ReleasedCoverage.Row::reported).sum(),
                        rows.stream().mapToLong(ReleasedCoverage.Row::zero).sum(),
                        rows.stream().mapToLong(ReleasedCoverage.Row::silent).sum(),
                        rows.stream().mapToLong(ReleasedCoverage.Row::never).sum())
                .anyMatch(count -> count < FEWEST);
    }

    private static ReleasedCoverage.Row onlyActive(ReleasedCoverage.Row exact) {
        return new ReleasedCoverage.Row(exact.region(), exact.active(), null, null, null, null);
    }
}
