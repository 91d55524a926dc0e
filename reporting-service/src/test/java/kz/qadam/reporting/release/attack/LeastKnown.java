package kz.qadam.reporting.release.attack;

import kz.qadam.reporting.release.FunnelCounts;

/**
 * The usable count of the first draft: the least of the people, of the wider usable count, and of what each institution
 * knows outside which there are fewer than ten.
 */
final class LeastKnown {

    private LeastKnown() {}

    static FunnelCounts usable(KnownCounts region) {
        long enrolled = usable(region, Stage.ENROLLED, Long.MAX_VALUE);
        long completed = usable(region, Stage.COMPLETED, enrolled);
        return new FunnelCounts(enrolled, completed, usable(region, Stage.TRAINED, completed));
    }

    private static long usable(KnownCounts region, Stage measure, long wider) {
        long people = measure.of(region.people());
        long outside = region.outside(measure).stream()
                .filter(few -> few < 10)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return Math.min(wider, people - outside);
    }
}
