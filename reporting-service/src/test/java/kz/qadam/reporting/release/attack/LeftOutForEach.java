package kz.qadam.reporting.release.attack;

import java.util.List;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * The usable count of the second draft: the people less those outside each institution that has fewer than ten outside in
 * this measure or in a wider one. Whom several institutions do not know is left out once for each of them.
 */
final class LeftOutForEach {

    private LeftOutForEach() {}

    static FunnelCounts usable(KnownCounts region) {
        boolean[] hasFew = new boolean[region.byInstitution().size()];
        long enrolled = usable(region, 0, Long.MAX_VALUE, hasFew);
        long completed = usable(region, 1, enrolled, hasFew);
        return new FunnelCounts(enrolled, completed, usable(region, 2, completed, hasFew));
    }

    /** @param hasFew by institution: whether it has fewer than ten outside in a wider measure; then also in this one */
    private static long usable(KnownCounts region, int measure, long wider, boolean[] hasFew) {
        List<Long> outside = region.outside(measure);
        long people = RegionView.count(region.people(), measure);
        for (int i = 0; i < hasFew.length; i++) {
            hasFew[i] |= outside.get(i) < 10;
            people -= hasFew[i] ? outside.get(i) : 0;
        }
        return Math.max(0, Math.min(wider, people));
    }
}
