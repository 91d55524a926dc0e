package kz.qadam.reporting.release.attack;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.qadam.reporting.release.Person;

/**
 * A learner in a cohort over time.
 *
 * @param coursesNeeded so many distinct courses make the learner trained
 * @param twin a learner who turns out to be this person; null if there is none
 * @param mergedAt when the two become one
 */
record SimulatedLearner(List<SimulatedEnrolment> enrolments, int coursesNeeded, SimulatedLearner twin, int mergedAt) {

    private static final Comparator<SimulatedEnrolment> BY_COMPLETION = Comparator.comparing(
                    SimulatedEnrolment::completedOn)
            .thenComparing(SimulatedEnrolment::institution)
            .thenComparing(SimulatedEnrolment::course);

    private static final Comparator<SimulatedEnrolment> BY_ENROLMENT = Comparator.comparing(
                    SimulatedEnrolment::recordedAt)
            .thenComparing(SimulatedEnrolment::institution)
            .thenComparing(SimulatedEnrolment::course);

    private List<SimulatedEnrolment> known(int known) {
        Stream<SimulatedEnrolment> all = twin != null && mergedAt <= known
                ? Stream.concat(enrolments.stream(), twin.enrolments().stream())
                : enrolments.stream();
        return all.filter(one -> one.isKnown(known)).sorted(BY_ENROLMENT).toList();
    }

    /** The people that this learner is: one, or two until they are merged; nobody before the first enrolment. */
    Stream<Person> people(int known, int on) {
        Stream<Person> one = person(known, on).stream();
        return twin != null && mergedAt > known ? Stream.concat(one, twin.people(known, on)) : one;
    }

    private Optional<Person> person(int known, int on) {
        List<SimulatedEnrolment> enrolled = known(known);
        if (enrolled.isEmpty()) {
            return Optional.empty();
        }
        List<SimulatedEnrolment> completed = enrolled.stream()
                .filter(one -> one.isCompleted(known, on))
                .sorted(BY_COMPLETION)
                .toList();
        SimulatedEnrolment decisive = decisive(completed);
        SimulatedEnrolment counted = decisive != null
                ? decisive
                : Stream.concat(completed.stream(), enrolled.stream())
                        .findFirst()
                        .orElseThrow();
        return Optional.of(new Person(
                counted.region(known),
                courses(enrolled),
                courses(completed),
                decisive == null ? null : decisive.course()));
    }

    /** The completion that makes the learner trained; null if there is none. */
    private SimulatedEnrolment decisive(List<SimulatedEnrolment> completed) {
        Set<String> courses = new TreeSet<>();
        for (SimulatedEnrolment one : completed) {
            courses.add(one.course());
            if (courses.size() == coursesNeeded) {
                return one;
            }
        }
        return null;
    }

    private static Map<String, Set<String>> courses(List<SimulatedEnrolment> some) {
        Map<String, Set<String>> courses = new HashMap<>();
        some.forEach(one -> courses.computeIfAbsent(one.institution(), any -> new TreeSet<>())
                .add(one.course()));
        return courses;
    }
}
