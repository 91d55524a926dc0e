package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What an insider does that acts with its own people and with those of others, while all others stay the same. */
final class Scenarios {

    static final String OF_SMALL = "people of the small institution";
    static final String OF_ALL_OTHERS = "people whom the attacker does not know";

    private static final List<Integer> ZERO = List.of(0);
    private static final int MOST_SMALL = 22;
    private static final int MOST_LARGE = 48;
    private static final int TRIED_LARGE = 30;
    private static final int FEW = 9;

    private final Scene scene;

    private Scenarios(Scene scene) {
        this.scene = scene;
    }

    static List<Scenario> all(Scene scene) {
        Scenarios some = new Scenarios(scene);
        List<Scenario> all = new ArrayList<>(List.of(
                some.ownNumberTakesEachValue(),
                some.atWeekEnds(),
                some.othersAreEnrolled(),
                some.onePersonIsLookedFor()));
        all.addAll(PartScenarios.all());
        all.addAll(new KnowingScenarios(scene).all());
        all.addAll(new PairScenarios(scene).all());
        return all;
    }

    static KnownCohort in(RegionPeople people) {
        return new KnownCohort(new TreeMap<>(Map.of("place", people)));
    }

    static KnownCohort in(RegionPeople people, RegionPeople elsewhere) {
        return new KnownCohort(new TreeMap<>(Map.of("place", people, "elsewhere", elsewhere)));
    }

    static Optional<Admitted> when(boolean isSo, Admitted kind) {
        return isSo ? Optional.of(kind) : Optional.empty();
    }

    private List<Step> sweep(int from, int to, Others others) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(own -> Step.ofMonthEnd(in(scene.people(own, others))))
                .toList();
    }

    private List<Others> worlds() {
        return Others.all(MOST_SMALL, MOST_LARGE, scene.third().numbers(), ZERO);
    }

    private Scenario.Target small() {
        return new Scenario.Target(OF_SMALL, Others::small, 0, FEW, one -> one.large() <= TRIED_LARGE, this::few);
    }

    private Optional<Admitted> few(Others world) {
        return when(scene.isFewBesideHolders(world), Admitted.FEW_BESIDE_HOLDERS);
    }

    private Scenario ownNumberTakesEachValue() {
        return new Scenario(
                "posts and revokes its own people, so that they are 0 to 20",
                worlds(),
                Scenario::nothing,
                others -> sweep(0, 20, others),
                List.of(small(), new Scenario.Target(OF_ALL_OTHERS, Others::together, 0, FEW, one -> true, this::few)));
    }

    /** The country, in which another place is published too. */
    private Scenario atWeekEnds() {
        List<KnownPeople> groups = new ArrayList<>();
        Scene.add(groups, 33, Stage.TRAINED, "school-1");
        Scene.add(groups, 35, Stage.TRAINED, "school-2");
        RegionPeople elsewhere = new RegionPeople(groups);
        return new Scenario(
                "the same, seen in the country from week to week",
                worlds(),
                Scenario::nothing,
                others -> {
                    List<Step> steps = new ArrayList<>();
                    steps.add(Step.ofMonthEnd(in(scene.people(12, others), elsewhere)));
                    for (int own = 0; own <= 20; own++) {
                        steps.add(Step.ofWeekEnd(in(scene.people(own, others), elsewhere)));
                    }
                    return steps;
                },
                List.of(small(), new Scenario.Target(OF_ALL_OTHERS, Others::together, 0, FEW, one -> true, this::few)));
    }

    /** It has the numbers of three people of each, and knows so many of them. */
    private Scenario othersAreEnrolled() {
        int most = 3;
        return new Scenario(
                "enrols up to three people of each of the others",
                Others.all(16, 40, scene.third().numbers(), ZERO).stream()
                        .filter(one -> one.small() >= most && one.large() >= most)
                        .toList(),
                Scenario::nothing,
                others -> {
                    List<Step> steps = new ArrayList<>();
                    for (int ofSmall = 0; ofSmall <= most; ofSmall++) {
                        for (int ofLarge = 0; ofLarge <= most; ofLarge++) {
                            for (int own = 9; own <= 19; own++) {
                                steps.add(Step.ofMonthEnd(in(scene.people(own, others, ofSmall, ofLarge))));
                            }
                        }
                    }
                    return steps;
                },
                List.of(new Scenario.Target(OF_SMALL, Others::small, most, FEW, one -> one.large() <= 28, one -> {
                    Others rest = new Others(one.small() - most, one.large() - most, one.third(), 0);
                    return scene.holders(rest) < scene.holders(one)
                            ? Optional.of(Admitted.TAKEN_AWAY)
                            : when(
                                    scene.holders(rest) > 0 && rest.together() - 10 * scene.holders(rest) < FEW - most,
                                    Admitted.FEW_BESIDE_HOLDERS);
                })));
    }

    /** It knows all others of the small institution by sight; how many they are is the third number. */
    private Scenario onePersonIsLookedFor() {
        Function<Others, Others> actual = one -> new Others(one.third() + one.change(), one.large(), 0, 0);
        return new Scenario(
                "knows all but one of the small institution by sight, posts and revokes",
                Others.all(0, MOST_LARGE, IntStream.rangeClosed(0, 10).boxed().toList(), List.of(0, 1)),
                Others::third,
                others -> sweep(0, 20, actual.apply(others)),
                List.of(new Scenario.Target(
                        "whether one given person is counted",
                        Others::change,
                        0,
                        1,
                        one -> one.large() <= TRIED_LARGE,
                        one -> one.third() == FEW
                                ? Optional.of(Admitted.TENTH)
                                : when(isNobodyOrTen(one), Admitted.FEW_BESIDE_HOLDERS))));
    }

    /** Whether those whom the attacker does not know by sight either are ten, or nobody beside a holder. */
    private static boolean isNobodyOrTen(Others one) {
        int rest = one.large() + one.change();
        return rest == 10 || (rest == 0 && one.third() >= 10);
    }
}
