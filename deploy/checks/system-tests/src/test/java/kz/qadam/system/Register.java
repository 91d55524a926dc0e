package kz.qadam.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is true of some people after all that was sent about them, and its count by plain sets and nothing else. */
final class Register {

    private static final String WITHOUT_TARGET = "citizens";

    /** Somebody, as long as nobody has found out that it is somebody else. */
    static final class Person {

        final String iin;
        private Person same;

        Person(String iin) {
            this.iin = iin;
        }

        Person known() {
            return same == null ? this : same.known();
        }

        void turnsOutToBe(Person other) {
            same = other;
        }

        boolean is(Person other) {
            return this == other || (same != null && same.is(other));
        }

        void turnsOutToBeAnother() {
            same = null;
        }
    }

    /** As it was last said to be. */
    static final class Enrolled {

        final String reference;
        final Institution institution;
        final Person person;
        Course course;
        String cohort;
        String region;
        LocalDate on;
        boolean withdrawn;

        Enrolled(String reference, Institution institution, Person person) {
            this.reference = reference;
            this.institution = institution;
            this.person = person;
            this.region = institution.region();
        }
    }

    /** As it was last said to be. */
    static final class Completed {

        final String reference;
        Enrolled enrolment;
        LocalDate on;
        boolean revoked;

        Completed(String reference, Enrolled enrolment, LocalDate on) {
            this.reference = reference;
            this.enrolment = enrolment;
            this.on = on;
        }

        boolean counts() {
            return !revoked && !on.isBefore(enrolment.on);
        }
    }

    private record Version(LocalDate validFrom, Requirement requirement) {}

    private record Member(Person person, String cohort) {

        static Member of(Enrolled enrolment) {
            return new Member(enrolment.person.known(), enrolment.cohort);
        }
    }

    final List<Person> people = new ArrayList<>();
    final List<Enrolled> enrolments = new ArrayList<>();
    final List<Completed> completions = new ArrayList<>();
    private final Map<String, List<Version>> requirements = new HashMap<>();

    /** A later version takes the place of an earlier one from its day on. */
    void requires(String cohort, LocalDate validFrom, Requirement requirement) {
        requirements.computeIfAbsent(cohort, none -> new ArrayList<>()).add(new Version(validFrom, requirement));
    }

    Figures count() {
        Map<String, Set<Member>> enrolled = new HashMap<>();
        Map<String, Set<Member>> trained = new HashMap<>();
        Map<String, Integer> counting = new HashMap<>();
        Set<Person> persons = new HashSet<>();
        enrolments.forEach(enrolment -> note(enrolled, enrolment));
        List<Completed> counted = completions.stream().filter(Completed::counts).toList();
        counted.forEach(
                completion -> places(completion.enrolment).forEach(place -> counting.merge(place, 1, Integer::sum)));
        counted.stream()
                .collect(Collectors.groupingBy(completion -> Member.of(completion.enrolment)))
                .values()
                .forEach(own -> training(own).forEach(by -> {
                    note(trained, by.enrolment);
                    persons.add(by.enrolment.person.known());
                }));
        return Figures.of(enrolled, counting, trained, persons.size());
    }

    /** The first that, together with those before it, is enough on its day; none if there is no such. */
    private Stream<Completed> training(List<Completed> own) {
        List<Course> courses = new ArrayList<>();
        return own.stream()
                .sorted(Comparator.comparing((Completed completion) -> completion.on)
                        .thenComparing(completion -> completion.enrolment.institution.code())
                        .thenComparing(completion -> completion.reference))
                .filter(completion -> {
                    courses.add(completion.enrolment.course);
                    return inForce(completion.enrolment.cohort, completion.on).isMetBy(courses);
                })
                .limit(1);
    }

    /** Of those of the latest day that is not after this one, the last. */
    private Requirement inForce(String cohort, LocalDate day) {
        return requirements.getOrDefault(cohort, List.of()).stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((a, b) -> b.validFrom().isBefore(a.validFrom()) ? a : b)
                .map(Version::requirement)
                .orElse(Requirement.ANY_COURSE);
    }

    private static void note(Map<String, Set<Member>> at, Enrolled enrolment) {
        places(enrolment)
                .forEach(place ->
                        at.computeIfAbsent(place, none -> new HashSet<>()).add(Member.of(enrolment)));
    }

    private static List<String> places(Enrolled enrolment) {
        return Stream.of(enrolment.cohort, "total")
                .filter(name -> !enrolment.cohort.equals(WITHOUT_TARGET) || name.equals(enrolment.cohort))
                .flatMap(name ->
                        Stream.of(name, name + " " + enrolment.region, name + " " + enrolment.institution.code()))
                .toList();
    }
}
