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
        long enrolled = usable(region, Stage.ENROLLED, Long.MAX_VALUE, hasFew);
        long completed = usable(region, Stage.COMPLETED, enrolled, hasFew);
        return new FunnelCounts(enrolled, completed, usable(region, Stage.TRAINED, completed, hasFew));
    }

    /** @param hasFew by institution: whether it has fewer than ten outside in a wider measure; then also in this one */
    private static long usable(KnownCounts region, Stage measure, long wider, boolean[] hasFew) {
        List<Long> outside = region.outside(measure);
        long people = measure.of(region.people());
        for (int i = 0; i < hasFew.length; i++) {
            hasFew[i] |= outside.get(i) < 10;
            people -= hasFew[i] ? outside.get(i) : 0;
        }
        return Math.max(0, Math.min(wider, people));
    }
}
