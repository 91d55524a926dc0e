package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * Version 2 after people are left out who are known only to institutions that know fewer than ten people of the place. A
 * draft that was rejected: whom a small institution shares with others brings it to ten.
 */
final class SmallLeftOut {

    private SmallLeftOut() {}

    /** @param most if those left out are so many together, nobody is */
    static FunnelCounts counted(RegionPeople people, long most) {
        return new FunnelCounts(
                counted(people, Stage.ENROLLED, most),
                counted(people, Stage.COMPLETED, most),
                counted(people, Stage.TRAINED, most));
    }

    private static long counted(RegionPeople people, Stage stage, long most) {
        Set<String> large = people.institutions().stream()
                .filter(one -> stage.of(people.knownTo(one)) >= 10)
                .collect(Collectors.toSet());
        List<KnownPeople> kept = people.groups().stream()
                .filter(some -> some.knownTo(stage).stream().anyMatch(large::contains))
                .toList();
        RegionPeople without = new RegionPeople(kept);
        long leftOut = stage.of(people.counts()) - stage.of(without.counts());
        return stage.of(UsablePeople.of(leftOut < most ? without : people).counts());
    }
}
