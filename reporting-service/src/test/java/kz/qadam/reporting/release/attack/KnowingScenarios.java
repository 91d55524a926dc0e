package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Attackers who know more than the records of one institution, as the definition page admits. */
final class KnowingScenarios {

    private static final List<Integer> ZERO = List.of(0);

    private final Scene scene;

    KnowingScenarios(Scene scene) {
        this.scene = scene;
    }

    List<Scenario> all() {
        return List.of(
                allButOne("knows all but one person, and its own people are 12", 12, 12),
                allButOne("knows all but one person, posts and revokes", 9, 20),
                twoCollude(),
                twoRegistrations("has two registrations, as the catalogue knows", Scene.ATTACKER),
                twoRegistrations("has two registrations, as the catalogue does not know", "attacker-2"));
    }

    private Scenario allButOne(String title, int fewestOwn, int mostOwn) {
        Function<Others, Others> actual = one -> new Others(one.third() + one.change(), one.large(), 0, 0);
        return new Scenario(
                title,
                Others.all(0, 40, IntStream.rangeClosed(0, 9).boxed().toList(), List.of(0, 1)),
                one -> List.of(one.third(), one.large()),
                others -> sweep(fewestOwn, mostOwn, actual.apply(others)),
                List.of(new Scenario.Target(
                        "whether that one is counted",
                        Others::change,
                        0,
                        1,
                        one -> true,
                        one -> Scenarios.when(
                                one.third() == 9 || scene.holders(actual.apply(one)) > 0, Admitted.ALL_BUT_ONE))));
    }

    private List<Step> sweep(int fewest, int most, Others others) {
        return IntStream.rangeClosed(fewest, most)
                .mapToObj(own -> Step.ofMonthEnd(Scenarios.in(scene.people(own, others))))
                .toList();
    }

    private Scenario twoCollude() {
        return new Scenario(
                "posts and revokes, and knows the number of the large institution",
                Others.all(22, 30, ZERO, ZERO),
                Others::large,
                others -> sweep(0, 20, others),
                List.of(new Scenario.Target(
                        Scenarios.OF_SMALL, Others::small, 0, 9, one -> true, one -> Optional.of(Admitted.COLLUDING))));
    }

    /** Each registration has the same number, so that together they are holders twice. */
    private Scenario twoRegistrations(String title, String second) {
        boolean isKnown = second.equals(Scene.ATTACKER);
        return new Scenario(
                title,
                Others.all(22, 40, ZERO, ZERO),
                Scenario::nothing,
                others -> IntStream.rangeClosed(0, 20)
                        .mapToObj(own -> {
                            List<KnownPeople> groups =
                                    new ArrayList<>(scene.people(own, others).groups());
                            Scene.add(groups, 10, Stage.TRAINED, second);
                            return Step.ofMonthEnd(Scenarios.in(new RegionPeople(groups)));
                        })
                        .toList(),
                List.of(new Scenario.Target(
                        Scenarios.OF_ALL_OTHERS,
                        Others::together,
                        0,
                        9,
                        one -> true,
                        one -> Scenarios.when(!isKnown, Admitted.TWO_REGISTRATIONS))));
    }
}
