package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Looks for regions that publish the same as the true one, and differ from it only in people whom the attacker does not
 * know. If there is one with none of them and one with nine, the attacker cannot conclude anything, whatever is known of
 * the attacker's own people.
 */
final class Examples {

    private static final int MOST = 9;

    private final Question question;
    private final RegionPeople truth;
    private final String attacker;
    private final Set<String> institutions;

    /**
     * @param truth the true people of the region
     * @param attacker null: an outsider
     * @param institutions those that may know people of the region
     */
    Examples(Question question, RegionPeople truth, String attacker, Set<String> institutions) {
        this.question = question;
        this.truth = truth;
        this.attacker = attacker;
        this.institutions = institutions;
    }

    /** Whether one to nine others are not disclosed. */
    boolean hide() {
        RegionPeople nobody = without(truth, stage());
        return isPublished(nobody)
                && institutions.stream()
                        .filter(institution -> !institution.equals(attacker))
                        .anyMatch(other -> mayBeNine(nobody, other));
    }

    private boolean mayBeNine(RegionPeople nobody, String other) {
        return Stream.of(nobody, without(nobody, Stage.COMPLETED))
                .map(region -> withOthers(region, other))
                .flatMap(region -> Stream.of(
                        region, knownTo(other, region, Stage.ENROLLED), knownTo(other, region, Stage.COMPLETED)))
                .anyMatch(region -> isPublished(region) || mayBeNineWithFewerCompleted(region));
    }

    /** Those who have come to be trained have completed too. For them, others may not have completed. */
    private boolean mayBeNineWithFewerCompleted(RegionPeople region) {
        long more = Math.max(0, region.counts().completed() - truth.counts().completed());
        return LongStream.rangeClosed(more, more + MOST)
                .anyMatch(fewer -> IntStream.range(0, region.groups().size())
                        .anyMatch(first -> isPublished(withFewerCompleted(region, fewer, first))));
    }

    /**
     * The same region, in which some people whom the attacker does not know have not completed.
     *
     * @param first the group with which to begin
     */
    private RegionPeople withFewerCompleted(RegionPeople region, long fewer, int first) {
        List<KnownPeople> groups = new ArrayList<>(region.groups());
        Collections.rotate(groups, -first);
        long missing = fewer;
        List<KnownPeople> people = new ArrayList<>();
        for (KnownPeople some : groups) {
            boolean mayNotHave = some.stage() == Stage.COMPLETED && isOther(some, Stage.COMPLETED);
            long lowered = mayNotHave ? Math.min(missing, some.count()) : 0;
            people.add(with(some.stage(), some.institutions(), some.completedWith(), some.count() - lowered));
            people.add(with(Stage.ENROLLED, some.institutions(), Set.of(), lowered));
            missing -= lowered;
        }
        return new RegionPeople(people);
    }

    /** The same region, but those at a stage whom the attacker does not know are known to one institution only. */
    private RegionPeople knownTo(String other, RegionPeople region, Stage stage) {
        return new RegionPeople(region.groups().stream()
                .map(people -> isUnknown(people) && people.haveReached(stage)
                        ? with(people.stage(), Set.of(other), Set.of(other), people.count())
                        : people)
                .toList());
    }

    private boolean isPublished(RegionPeople example) {
        return question.views().get(0).isPublished(question.publication(), example);
    }

    /** The same people, of whom those whom the attacker does not know to have reached a stage have not reached it. */
    private RegionPeople without(RegionPeople region, Stage stage) {
        return new RegionPeople(region.groups().stream()
                .flatMap(people -> isOther(people, stage) ? lowered(people, stage) : Stream.of(people))
                .toList());
    }

    /** Nine others, of those who have nearly come as far, and else new people. */
    private RegionPeople withOthers(RegionPeople nobody, String institution) {
        List<KnownPeople> people = new ArrayList<>();
        List<KnownPeople> candidates = new ArrayList<>();
        nobody.groups().forEach(some -> (mayBeOther(some) ? candidates : people).add(some));
        candidates.sort(Comparator.comparing(KnownPeople::stage)
                .thenComparing(some -> some.completedWith().equals(some.institutions()))
                .reversed());
        long missing = MOST;
        for (KnownPeople some : candidates) {
            long raised = Math.min(missing, some.count());
            people.add(with(some.stage(), some.institutions(), some.completedWith(), some.count() - raised));
            people.add(with(stage(), some.institutions(), withoutAttacker(some.institutions()), raised));
            missing -= raised;
        }
        people.add(with(stage(), Set.of(institution), Set.of(institution), missing));
        return new RegionPeople(people);
    }

    /** Whether these people could reach the measure in question without the knowledge of the attacker. */
    private boolean mayBeOther(KnownPeople people) {
        boolean completesElsewhere =
                stage() == Stage.COMPLETED && people.institutions().size() > 1;
        return !people.haveReached(stage()) && (isUnknown(people) || completesElsewhere);
    }

    private boolean isUnknown(KnownPeople people) {
        return attacker == null || !people.institutions().contains(attacker);
    }

    private Set<String> withoutAttacker(Set<String> some) {
        return some.stream()
                .filter(institution -> !institution.equals(attacker))
                .collect(Collectors.toSet());
    }

    private static KnownPeople with(Stage stage, Set<String> institutions, Set<String> completedWith, long count) {
        return new KnownPeople(stage, institutions, completedWith, count);
    }

    private Stage stage() {
        return switch (question.measure()) {
            case 0 -> Stage.ENROLLED;
            case 1 -> Stage.COMPLETED;
            default -> Stage.TRAINED;
        };
    }

    private boolean isOther(KnownPeople people, Stage stage) {
        return people.haveReached(stage)
                && (attacker == null || !people.knownTo(stage).contains(attacker));
    }

    private static Stream<KnownPeople> lowered(KnownPeople people, Stage stage) {
        return switch (stage) {
            case ENROLLED -> Stream.empty();
            case COMPLETED -> Stream.of(with(Stage.ENROLLED, people.institutions(), Set.of(), people.count()));
            case TRAINED ->
                Stream.of(with(Stage.COMPLETED, people.institutions(), people.institutions(), people.count()));
        };
    }
}
