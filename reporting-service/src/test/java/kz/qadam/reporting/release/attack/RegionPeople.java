package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * The people of a cohort in a region, by what institutions know of them. Several institutions may know the same people.
 *
 * @param groups each person is in one of them
 */
public record RegionPeople(List<KnownPeople> groups) {

    public static final RegionPeople NONE = new RegionPeople(List.of());

    public RegionPeople {
        groups = List.copyOf(groups);
    }

    public FunnelCounts counts() {
        return groups.stream().map(KnownPeople::counts).reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    /** How many of these people an institution knows from its own records. */
    public FunnelCounts knownTo(String institution) {
        return groups.stream().map(people -> people.knownTo(institution)).reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    /** The institutions that know any of these people; a completion may be known before its enrolment. */
    public Set<String> institutions() {
        return groups.stream()
                .flatMap(people -> Stream.concat(people.institutions().stream(), people.completedWith().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
