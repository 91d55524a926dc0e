package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Pairs of releases between which the others change. The small institution gains or loses as many people as the change
 * says, and the large one as the third number; before and after, the attacker's own people are every number.
 */
final class PairScenarios {

    private static final int MOST_LARGE = 40;
    private static final int TRIED_LARGE = 28;

    private final Scene scene;

    PairScenarios(Scene scene) {
        this.scene = new Scene(scene.withLarge(), scene.withSmall(), scene.withBoth(), Scene.Third.ONE_INSTITUTION);
    }

    List<Scenario> all() {
        return List.of(
                othersComeAndGo(),
                onePersonMayCome("one person may come, others come and go", -4),
                onePersonMayCome("one person may come, and nobody goes", 0));
    }

    private static Others before(Others pair) {
        return new Others(pair.small(), pair.large(), 0, 0);
    }

    private static Others after(Others pair) {
        return new Others(pair.small() + pair.change(), pair.large() + pair.third(), 0, 0);
    }

    private static boolean isPossible(Others pair) {
        return pair.small() + pair.change() >= 0 && pair.large() + pair.third() >= 0;
    }

    private List<Step> steps(Others pair) {
        List<Step> steps = new ArrayList<>();
        for (Others others : List.of(before(pair), after(pair))) {
            for (int own = 9; own <= 19; own++) {
                steps.add(Step.ofMonthEnd(Scenarios.in(scene.people(own, others))));
            }
        }
        return steps;
    }

    private static List<Integer> numbers(int least, int most) {
        return IntStream.rangeClosed(least, most).boxed().toList();
    }

    private Optional<Admitted> admitted(Others pair) {
        if (scene.isFewBesideHolders(before(pair)) || scene.isFewBesideHolders(after(pair))) {
            return Optional.of(Admitted.FEW_BESIDE_HOLDERS);
        }
        return Scenarios.when(isAcrossTen(pair), Admitted.APPEARED);
    }

    private Optional<Admitted> admittedOfAllOthers(Others pair) {
        return isAcrossTen(pair) ? Optional.of(Admitted.APPEARED) : admitted(pair);
    }

    private static boolean isAcrossTen(Others pair) {
        return (before(pair).small() < 10) != (after(pair).small() < 10)
                || (before(pair).large() < 10) != (after(pair).large() < 10);
    }

    private Scenario othersComeAndGo() {
        Predicate<Others> isTried = one -> one.large() <= TRIED_LARGE && Math.abs(one.third()) <= 1;
        return new Scenario(
                "posts and revokes, and compares two releases between which others come and go",
                Others.all(14, MOST_LARGE, numbers(-4, 4), numbers(-2, 2)).stream()
                        .filter(PairScenarios::isPossible)
                        .toList(),
                Scenario::nothing,
                this::steps,
                List.of(
                        new Scenario.Target(
                                Scenarios.OF_SMALL + ", before", Others::small, 0, 9, isTried, this::admitted),
                        new Scenario.Target(
                                Scenarios.OF_SMALL + ", after",
                                pair -> after(pair).small(),
                                0,
                                9,
                                isTried,
                                this::admitted),
                        new Scenario.Target(
                                Scenarios.OF_ALL_OTHERS + ", after",
                                pair -> after(pair).together(),
                                0,
                                9,
                                isTried,
                                this::admittedOfAllOthers)));
    }

    private Scenario onePersonMayCome(String title, int least) {
        return new Scenario(
                "posts and revokes, and compares two releases between which " + title,
                Others.all(12, MOST_LARGE, numbers(least, 4), List.of(0, 1)).stream()
                        .filter(PairScenarios::isPossible)
                        .toList(),
                Scenario::nothing,
                this::steps,
                List.of(new Scenario.Target(
                        "whether the small institution has one more",
                        Others::change,
                        0,
                        1,
                        one -> one.small() <= 9 && one.large() <= TRIED_LARGE && Math.abs(one.third()) <= 1,
                        pair -> arrival(pair, least))));
    }

    private Optional<Admitted> arrival(Others pair, int least) {
        if (least == 0 && pair.third() + pair.change() == 0) {
            return Optional.of(Admitted.FOLLOWED);
        }
        return pair.small() == 9 && pair.change() == 1 ? Optional.of(Admitted.TENTH) : admitted(pair);
    }
}
