package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an insider does that compares everybody with a part: those who take a course, and those who are trained. */
final class PartScenarios {

    private static final List<Integer> ZERO = List.of(0);
    private static final int TRIED_LARGE = 28;
    private static final int FEW = 9;

    private PartScenarios() {}

    static List<Scenario> all() {
        return List.of(courseIsCounted(), manyAreNotYetTrained());
    }

    /** The small institution is alone with a course, where the large one, which has the third number, opens the place. */
    private static Scenario courseIsCounted() {
        return new Scenario(
                "comes to ten where a course is given, and is at each edge of a hundred elsewhere",
                Others.all(14, 42, ZERO, ZERO),
                Scenario::nothing,
                others -> {
                    List<Step> steps = new ArrayList<>();
                    for (int here = 9; here <= 10; here++) {
                        for (int there = 10; there < 110; there++) {
                            steps.add(course(others, here, there));
                        }
                    }
                    return steps;
                },
                List.of(new Scenario.Target(
                        Scenarios.OF_SMALL,
                        Others::small,
                        0,
                        FEW,
                        one -> one.large() <= TRIED_LARGE,
                        one -> Scenarios.when(
                                one.large() >= 10 && one.small() + one.large() < 19, Admitted.FEW_BESIDE_HOLDERS))));
    }

    private static Step course(Others others, int here, int there) {
        List<KnownPeople> elsewhere = new ArrayList<>();
        Scene.add(elsewhere, there, Stage.TRAINED, Scene.ATTACKER);
        Scene.add(elsewhere, 55, Stage.TRAINED, "school-1");
        List<KnownPeople> course = new ArrayList<>();
        Scene.add(course, here, Stage.TRAINED, Scene.ATTACKER);
        Scene.add(course, others.small(), Stage.TRAINED, Scene.SMALL);
        List<KnownPeople> everybody = new ArrayList<>(course);
        Scene.add(everybody, others.large(), Stage.TRAINED, Scene.LARGE);
        return new Step(
                Scenarios.in(new RegionPeople(everybody), new RegionPeople(elsewhere)),
                Scenarios.in(new RegionPeople(course), new RegionPeople(elsewhere)),
                true);
    }

    /** The people of the small institution are enrolled, and so many of the large one as the change says. */
    private static Scenario manyAreNotYetTrained() {
        return new Scenario(
                "posts and revokes, and compares those enrolled with those trained",
                Others.all(14, 40, ZERO, IntStream.rangeClosed(0, 14).boxed().toList()),
                Scenario::nothing,
                others -> IntStream.rangeClosed(9, 19)
                        .mapToObj(own -> {
                            List<KnownPeople> groups = new ArrayList<>();
                            Scene.add(groups, own, Stage.TRAINED, Scene.ATTACKER);
                            Scene.add(groups, others.large(), Stage.TRAINED, Scene.LARGE);
                            Scene.add(groups, others.change(), Stage.ENROLLED, Scene.LARGE);
                            Scene.add(groups, others.small(), Stage.ENROLLED, Scene.SMALL);
                            return Step.ofMonthEnd(Scenarios.in(new RegionPeople(groups)));
                        })
                        .toList(),
                List.of(
                        new Scenario.Target(
                                Scenarios.OF_SMALL,
                                Others::small,
                                0,
                                FEW,
                                one -> one.large() <= TRIED_LARGE && one.change() <= 4,
                                one -> one.large() >= 10
                                        ? Scenarios.when(one.small() + one.change() < FEW, Admitted.NOT_YET_TRAINED)
                                        : Scenarios.when(
                                                one.large() + one.change() >= 10
                                                        && one.small() + one.large() + one.change() < 19,
                                                Admitted.FEW_BESIDE_HOLDERS)),
                        new Scenario.Target(
                                "people of all others who are enrolled and not trained",
                                one -> one.small() + one.change(),
                                0,
                                FEW,
                                one -> one.large() <= TRIED_LARGE,
                                one -> Optional.of(Admitted.NOT_YET_TRAINED))));
    }
}
