package kz.qadam.reporting.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which people of a region are counted in what is published: everybody, but as long as there is an institution
 * that knows all of them except one to nine, only those whom it knows.
 *
 * <p>The order of institutions makes no difference. If fewer than ten people are unknown to an institution, who remains
 * depends only on those whom it knows: it sees the same for none of the others and for nine. Adding a person never takes
 * another one away.
 */
final class UsablePeople {

    /** An institution that does not know fewer people of a region than these must not find out how many. */
    private static final int FEWEST_OUTSIDE = 10;

    private final Set<String> institutions;

    private UsablePeople(Set<String> institutions) {
        this.institutions = institutions;
    }

    /** How many people are counted. Who is left out of a measure is left out of the narrower ones too. */
    static FunnelCounts of(RegionPeople region) {
        UsablePeople rule = new UsablePeople(region.institutions());
        List<KnownPeople> enrolled = rule.usable(region.groups(), Stage.ENROLLED);
        List<KnownPeople> completed = rule.usable(enrolled, Stage.COMPLETED);
        List<KnownPeople> trained = rule.usable(completed, Stage.TRAINED);
        return new FunnelCounts(count(enrolled), count(completed), count(trained));
    }

    private List<KnownPeople> usable(List<KnownPeople> wider, Stage stage) {
        List<KnownPeople> usable = reached(wider, stage);
        Optional<String> institution = institutionWithFewOutside(usable, stage);
        while (institution.isPresent()) {
            String knowing = institution.orElseThrow();
            usable = usable.stream()
                    .filter(people -> people.knownTo(stage).contains(knowing))
                    .toList();
            institution = institutionWithFewOutside(usable, stage);
        }
        return usable;
    }

    private Optional<String> institutionWithFewOutside(List<KnownPeople> people, Stage stage) {
        long all = count(people);
        Map<String, Long> known = known(people, stage);
        return institutions.stream()
                .filter(institution -> {
                    long outside = all - known.getOrDefault(institution, 0L);
                    return outside > 0 && outside < FEWEST_OUTSIDE;
                })
                .findAny();
    }

    /** Whether all people of a region at a stage are counted, whichever fewer than ten of them there are not. */
    static boolean isEverybody(RegionPeople region, Stage stage) {
        List<KnownPeople> people = reached(region.groups(), stage);
        long all = count(people);
        return known(people, stage).values().stream().noneMatch(known -> all - known < FEWEST_OUTSIDE);
    }

    private static List<KnownPeople> reached(List<KnownPeople> people, Stage stage) {
        return people.stream().filter(some -> some.haveReached(stage)).toList();
    }

    private static long count(List<KnownPeople> people) {
        return people.stream().mapToLong(KnownPeople::count).sum();
    }

    /** How many of these people each institution knows that knows any. */
    private static Map<String, Long> known(List<KnownPeople> people, Stage stage) {
        Map<String, Long> known = new HashMap<>();
        for (KnownPeople some : people) {
            Set<String> institutions = some.knownTo(stage);
            institutions.forEach(institution -> known.merge(institution, some.count(), Long::sum));
        }
        return known;
    }
}
