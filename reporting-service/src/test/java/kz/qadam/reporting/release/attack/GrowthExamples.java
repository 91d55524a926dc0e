package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.KnownPeople;
import kz.qadam.reporting.release.RegionPeople;
import kz.qadam.reporting.release.Stage;

/**
 * Looks for two days of a region that publish the same as the true ones, on which nobody leaves, and between which other
 * numbers of people come. One institution knows all but a few, whom another knows.
 */
final class GrowthExamples {

    private final Question question;
    private final RegionView first;
    private final RegionView second;

    private GrowthExamples(Question question) {
        this.question = question;
        this.first = question.views().get(0);
        this.second = question.views().get(1);
    }

    /**
     * Whether there are examples in which nobody comes and in which nine come, or in which twenty come: then one to nine
     * are not disclosed.
     */
    static boolean hide(Question question) {
        GrowthExamples examples = new GrowthExamples(question);
        long most = examples.most();
        return most >= 20 || (most >= 9 && examples.isNoneCome());
    }

    /** The most people that come in an example; -1 if none is found. */
    private long most() {
        FunnelCounts before = usable(first, true);
        FunnelCounts after = usable(second, false);
        FunnelCounts few = new FunnelCounts(9, 9, 9);
        boolean isExample = first.institutions() > 1
                && publishes(first, before, FunnelCounts.NONE)
                && publishes(second, after, few)
                && isGrowing(before, after);
        return isExample
                ? RegionView.count(after, question.measure()) + 9 - RegionView.count(before, question.measure())
                : -1;
    }

    private boolean isNoneCome() {
        long common = Math.min(usable(first, question.measure(), false), usable(second, question.measure(), false));
        FunnelCounts before = with(usable(first, true), common);
        FunnelCounts after = with(atLeast(usable(second, true), before), common);
        return publishes(first, before, FunnelCounts.NONE)
                && publishes(second, after, FunnelCounts.NONE)
                && isGrowing(before, after);
    }

    /** These counts with another one of the measure in question, and so many of the wider measures at least. */
    private FunnelCounts with(FunnelCounts counts, long count) {
        return switch (question.measure()) {
            case 0 -> new FunnelCounts(count, counts.completed(), counts.trained());
            case 1 -> new FunnelCounts(Math.max(count, counts.enrolled()), count, counts.trained());
            default -> new FunnelCounts(Math.max(count, counts.enrolled()), Math.max(count, counts.completed()), count);
        };
    }

    private static FunnelCounts atLeast(FunnelCounts counts, FunnelCounts least) {
        return new FunnelCounts(
                Math.max(counts.enrolled(), least.enrolled()),
                Math.max(counts.completed(), least.completed()),
                Math.max(counts.trained(), least.trained()));
    }

    private static boolean isGrowing(FunnelCounts before, FunnelCounts after) {
        return before.enrolled() <= after.enrolled()
                && before.completed() <= after.completed()
                && before.trained() <= after.trained();
    }

    /** Counts that may be published; the least, or the most. */
    private static FunnelCounts usable(RegionView view, boolean isLeast) {
        long trained = usable(view, 2, isLeast);
        long completed = Math.max(trained, usable(view, 1, isLeast));
        return new FunnelCounts(Math.max(completed, usable(view, 0, isLeast)), completed, trained);
    }

    private static long usable(RegionView view, int measure, boolean isLeast) {
        Long shown = view.published(measure);
        if (shown == null) {
            return isLeast ? 0 : 9;
        }
        Range range = new Range(shown, shown + 9).and(view.inCountry().get(measure));
        return isLeast ? range.least() : range.most();
    }

    /** @param known those whom the first institution knows */
    private boolean publishes(RegionView view, FunnelCounts known, FunnelCounts few) {
        List<KnownPeople> people = new ArrayList<>(of("most", known));
        people.addAll(of("few", few));
        return view.isPublished(question.publication(), new RegionPeople(people));
    }

    private static List<KnownPeople> of(String institution, FunnelCounts counts) {
        return List.of(
                people(Stage.ENROLLED, institution, counts.enrolled() - counts.completed()),
                people(Stage.COMPLETED, institution, counts.completed() - counts.trained()),
                people(Stage.TRAINED, institution, counts.trained()));
    }

    private static KnownPeople people(Stage stage, String institution, long count) {
        return new KnownPeople(stage, Set.of(institution), Set.of(institution), count);
    }
}
