package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for two days of a region that publish the same as the true ones, on which nobody leaves, and between which other
 * numbers of people come. On the first day one institution knows all but a few. On the second day it still does, and
 * others have come to know its people except some, who are no longer counted for that reason.
 */
final class GrowthExamples {

    private static final int FEW = 9;
    private static final int MANY = 20;
    private static final String FIRST = "first";

    private final Question question;
    private final RegionView before;
    private final RegionView after;

    private GrowthExamples(Question question) {
        this.question = question;
        this.before = question.views().get(0);
        this.after = question.views().get(1);
    }

    /**
     * Whether there are examples in which nobody comes and in which nine come, or in which twenty come: then one to nine
     * are not disclosed.
     */
    static boolean hide(Question question) {
        if (question.views().get(0).institutions() == 1) {
            return false;
        }
        GrowthExamples examples = new GrowthExamples(question);
        long most = Math.max(examples.come(true), examples.come(false));
        return most >= MANY || (most >= FEW && examples.isNoneCome());
    }

    /**
     * Numbers of people by measure.
     *
     * @param usable before: those who are counted
     * @param few before: those whom the first institution does not know
     * @param counted after: those who are counted
     * @param unknown after: those whom the first institution knows and another does not
     * @param come after: those whom the first institution does not know
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Numbers(long[] usable, long[] few, long[] counted, long[] unknown, long[] come) {

        static Numbers zero() {
            return new Numbers(new long[3], new long[3], new long[3], new long[3], new long[3]);
        }

        /** Those who are counted as enrolled, and of whom another institution does not know that they have completed. */
        long onlyCompletedUnknown() {
            return Math.max(0, unknown[1] - unknown[0]);
        }

        long increment(int measure) {
            return counted[measure] + unknown[measure] + come[measure] - usable[measure] - few[measure];
        }

        boolean isGrowing() {
            boolean isGrowing = true;
            for (int measure = 0; measure < RegionView.MEASURES; measure++) {
                isGrowing &= increment(measure) >= 0 && counted[measure] + unknown[measure] >= usable[measure];
            }
            return isGrowing;
        }
    }

    /** How many come in an example with many or few people; -1 if it is none. */
    private long come(boolean isMost) {
        Numbers numbers = numbers(isMost);
        for (int wider = 0; wider <= question.measure(); wider++) {
            numbers.come()[wider] = FEW;
        }
        return isExample(numbers) ? numbers.increment(question.measure()) : -1;
    }

    private boolean isNoneCome() {
        Numbers numbers = numbers(false);
        long few = numbers.increment(question.measure());
        for (int wider = 0; wider <= question.measure(); wider++) {
            numbers.few()[wider] = few;
            numbers.come()[wider] = wider < question.measure() ? few : 0;
        }
        return few <= FEW && isExample(numbers) && numbers.increment(question.measure()) == 0;
    }

    private boolean isExample(Numbers numbers) {
        return numbers.isGrowing()
                && before.isPublished(question.publication(), firstDay(numbers))
                && after.isPublished(question.publication(), secondDay(numbers));
    }

    /**
     * Numbers that may be published.
     *
     * @param isMost with the fewest people before and the most after; otherwise the other way round
     */
    private Numbers numbers(boolean isMost) {
        Numbers numbers = Numbers.zero();
        for (int measure = RegionView.MEASURES - 1; measure >= 0; measure--) {
            Range first = usable(before, measure);
            Range second = usable(after, measure);
            long common = Math.max(first.least(), second.least());
            long narrower = measure == 2 ? 0 : numbers.unknown()[2];
            long usable = isMost ? first.least() : Math.min(common, first.most());
            long counted = isMost ? second.most() : Math.min(common, second.most());
            if (measure < 2) {
                usable = Math.max(usable, numbers.usable()[measure + 1]);
                counted = Math.max(counted, numbers.counted()[measure + 1]);
            }
            numbers.usable()[measure] = usable;
            numbers.counted()[measure] = counted;
            numbers.unknown()[measure] = Math.max(narrower, usable - counted);
            if (measure == 0) {
                numbers.counted()[0] = Math.max(counted, numbers.counted()[1] + numbers.onlyCompletedUnknown());
            }
            if (measure < 2 && !isMost) {
                numbers.usable()[measure] =
                        Math.max(usable, Math.min(counted + numbers.unknown()[measure], first.most()));
            }
        }
        return numbers;
    }

    private static Range usable(RegionView view, int measure) {
        Long shown = view.published(measure);
        return shown == null
                ? new Range(0, FEW)
                : new Range(shown, shown + 9).and(view.inCountry().get(measure));
    }

    private static RegionPeople firstDay(Numbers numbers) {
        List<KnownPeople> people = new ArrayList<>(people(numbers.usable(), Set.of(FIRST)));
        people.addAll(people(numbers.few(), Set.of("other-0")));
        return new RegionPeople(people);
    }

    /** Each of the other institutions does not know up to nine of those whom the first one knows. */
    private RegionPeople secondDay(Numbers numbers) {
        Set<String> others = new HashSet<>();
        for (int i = 0; i < after.institutions() - 1; i++) {
            others.add("other-" + i);
        }
        Set<String> all = new HashSet<>(others);
        all.add(FIRST);
        long[] counted = numbers.counted().clone();
        counted[0] -= numbers.onlyCompletedUnknown();
        List<KnownPeople> people = new ArrayList<>(people(counted, all));
        people.addAll(people(numbers.come(), others));
        long left = numbers.unknown()[0];
        for (int i = 0; i < after.institutions() - 1; i++) {
            long[] ofOne = new long[RegionView.MEASURES];
            for (int measure = 0; measure < RegionView.MEASURES; measure++) {
                ofOne[measure] = Math.max(0, Math.min(FEW, numbers.unknown()[measure] - (long) FEW * i));
            }
            people.addAll(unknown(ofOne, all, "other-" + i));
            left -= ofOne[0];
        }
        return new RegionPeople(left > 0 ? List.of() : people);
    }

    /** People whom an institution does not know, or of whom it does not know that they have completed a course. */
    private static List<KnownPeople> unknown(long[] counts, Set<String> all, String institution) {
        Set<String> without = new HashSet<>(all);
        without.remove(institution);
        List<KnownPeople> people = new ArrayList<>();
        long completed = Math.min(counts[0], counts[1]);
        people.addAll(people(new long[] {counts[0], completed, counts[2]}, without));
        people.add(new KnownPeople(Stage.COMPLETED, all, without, counts[1] - completed));
        return people;
    }

    private static List<KnownPeople> people(long[] counts, Set<String> institutions) {
        return List.of(
                new KnownPeople(Stage.ENROLLED, institutions, Set.of(), Math.max(0, counts[0] - counts[1])),
                new KnownPeople(Stage.COMPLETED, institutions, institutions, Math.max(0, counts[1] - counts[2])),
                new KnownPeople(Stage.TRAINED, institutions, institutions, counts[2]));
    }
}
