package kz.qadam.reporting.release.attack;

import java.util.Optional;
import java.util.Set;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * People of a cohort in a region who are at the same stage, and of whom the same institutions know the same.
 *
 * @param institutions those that have enrolled these people; each of them sees whether they are trained, also if they
 *     were trained elsewhere
 * @param completedWith those with which they have completed a course; others do not know it, until they are trained
 * @param count how many people they are
 */
public record KnownPeople(Stage stage, Set<String> institutions, Set<String> completedWith, long count) {

    public KnownPeople {
        institutions = Set.copyOf(institutions);
        completedWith = Set.copyOf(completedWith);
        if (count < 0) {
            throw new IllegalArgumentException("A count of people is negative");
        }
    }

    /** The institution that alone has enrolled these people, and with which alone they have completed a course. */
    Optional<String> onlyInstitution() {
        Set<String> some = institutions.isEmpty() ? completedWith : institutions;
        return some.size() == 1 && some.containsAll(completedWith)
                ? Optional.of(some.iterator().next())
                : Optional.empty();
    }

    public boolean haveReached(Stage stage) {
        return this.stage.compareTo(stage) >= 0;
    }

    /** The institutions whose own records say that these people have reached a stage; none if they have not. */
    public Set<String> knownTo(Stage stage) {
        if (!haveReached(stage)) {
            return Set.of();
        }
        return stage == Stage.COMPLETED && this.stage == Stage.COMPLETED ? completedWith : institutions;
    }

    FunnelCounts counts() {
        return new FunnelCounts(
                count, haveReached(Stage.COMPLETED) ? count : 0, haveReached(Stage.TRAINED) ? count : 0);
    }

    FunnelCounts knownTo(String institution) {
        return new FunnelCounts(
                knownTo(Stage.ENROLLED).contains(institution) ? count : 0,
                knownTo(Stage.COMPLETED).contains(institution) ? count : 0,
                knownTo(Stage.TRAINED).contains(institution) ? count : 0);
    }
}
