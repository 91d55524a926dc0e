package kz.qadam.reporting.release.attack;

import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import kz.qadam.reporting.release.ExactPlace;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * The usable count of the first draft: the least of the people, of the wider usable count, and of what each institution
 * knows outside which there are fewer than ten.
 */
final class LeastKnown {

    private LeastKnown() {}

    static FunnelCounts usable(ExactPlace region) {
        long enrolled = usable(region, FunnelCounts::enrolled, Long.MAX_VALUE);
        long completed = usable(region, FunnelCounts::completed, enrolled);
        return new FunnelCounts(enrolled, completed, usable(region, FunnelCounts::trained, completed));
    }

    private static long usable(ExactPlace region, ToLongFunction<FunnelCounts> measure, long wider) {
        long people = measure.applyAsLong(region.people());
        LongStream known =
                region.byInstitution().values().stream().mapToLong(measure).filter(own -> people - own < 10);
        return Math.min(Math.min(wider, people), known.min().orElse(people));
    }
}
