package kz.qadam.reporting.release.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * The people of a region who are counted in what is published: everybody, but as long as there is an institution that
 * knows all of them except one to nine, only those whom it knows. Who is left out of a measure is left out of the narrower
 * ones too.
 *
 * <p>The order of institutions makes no difference. If fewer than ten people are unknown to an institution, who remains
 * depends only on those whom it knows: it sees the same for none of the others and for nine. Adding a person never takes
 * another one away.
 */
record UsablePeople(List<KnownPeople> enrolled, List<KnownPeople> completed, List<KnownPeople> trained) {

    /** An institution that does not know fewer people of a region than these must not find out how many. */
    private static final int FEWEST_OUTSIDE = 10;

    static UsablePeople of(RegionPeople region) {
        Set<String> institutions = region.institutions();
        List<KnownPeople> enrolled = usable(region.groups(), Stage.ENROLLED, institutions);
        List<KnownPeople> completed = usable(enrolled, Stage.COMPLETED, institutions);
        return new UsablePeople(enrolled, completed, usable(completed, Stage.TRAINED, institutions));
    }

    private static List<KnownPeople> usable(List<KnownPeople> wider, Stage stage, Set<String> institutions) {
        List<KnownPeople> usable = reached(wider, stage);
        Optional<String> institution = withFewOutside(usable, stage, institutions);
        while (institution.isPresent()) {
            String knowing = institution.orElseThrow();
            usable = usable.stream()
                    .filter(people -> people.knownTo(stage).contains(knowing))
                    .toList();
            institution = withFewOutside(usable, stage, institutions);
        }
        return usable;
    }

    /** An institution that knows all of these people except one to nine. */
    private static Optional<String> withFewOutside(List<KnownPeople> people, Stage stage, Set<String> institutions) {
        long all = count(people);
        Map<String, Long> known = known(people, stage);
        return institutions.stream()
                .filter(institution -> {
                    long outside = all - known.getOrDefault(institution, 0L);
                    return outside > 0 && outside < FEWEST_OUTSIDE;
                })
                .findAny();
    }

    FunnelCounts counts() {
        return new FunnelCounts(count(enrolled), count(completed), count(trained));
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
            some.knownTo(stage).forEach(institution -> known.merge(institution, some.count(), Long::sum));
        }
        return known;
    }
}
