package kz.qadam.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the figures ought to be, by plain sets and nothing else, from what partners have sent. */
final class PlainCount {

    private record Member(String iin, String cohort) {

        static Member of(Enrolment enrolment) {
            return new Member(enrolment.iin(), enrolment.cohort());
        }
    }

    private static final String WITHOUT_TARGET = "citizens";

    private final Map<String, Set<Member>> enrolled = new HashMap<>();
    private final Map<String, Integer> completions = new HashMap<>();
    private final Map<String, Set<Member>> trained = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    private PlainCount() {}

    /** Of nobody else than those who completed, any course of theirs being enough. */
    static Figures of(Collection<Completion> completions) {
        return of(completions.stream().map(Completion::enrolment).toList(), completions, Requirement.ANY_COURSE);
    }

    static Figures of(Collection<Enrolment> enrolments, Collection<Completion> completions, Requirement requirement) {
        var count = new PlainCount();
        enrolments.forEach(count::enrolled);
        completions.forEach(count::completed);
        completions.stream()
                .collect(Collectors.groupingBy(completion -> Member.of(completion.enrolment())))
                .values()
                .forEach(own -> training(own, requirement).ifPresent(count::trained));
        return count.figures();
    }

    private void enrolled(Enrolment enrolment) {
        places(enrolment)
                .forEach(place ->
                        enrolled.computeIfAbsent(place, none -> new HashSet<>()).add(Member.of(enrolment)));
    }

    private void completed(Completion completion) {
        places(completion.enrolment()).forEach(place -> completions.merge(place, 1, Integer::sum));
    }

    private void trained(Completion by) {
        Enrolment enrolment = by.enrolment();
        people.add(enrolment.iin());
        places(enrolment)
                .forEach(place ->
                        trained.computeIfAbsent(place, none -> new HashSet<>()).add(Member.of(enrolment)));
    }

    /** The first that, together with those before it, is enough. */
    private static Optional<Completion> training(List<Completion> own, Requirement requirement) {
        List<Course> courses = new ArrayList<>();
        return own.stream()
                .sorted(Completion.ORDER)
                .filter(completion -> {
                    courses.add(completion.enrolment().course());
                    return requirement.isMetBy(courses);
                })
                .findFirst();
    }

    private static List<String> places(Enrolment enrolment) {
        Institution institution = enrolment.institution();
        String cohort = enrolment.cohort();
        return Stream.of(cohort, "total")
                .filter(name -> !cohort.equals(WITHOUT_TARGET) || name.equals(cohort))
                .flatMap(name -> Stream.of(name, name + " " + institution.region(), name + " " + institution.code()))
                .toList();
    }

    private Figures figures() {
        return Figures.of(enrolled, completions, trained, people.size());
    }
}
