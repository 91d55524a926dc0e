package kz.qadam.demo;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Computes the expected figures from the whole history with plain sets. */
final class PlainCount {

    /** The order in which completions count towards trained. */
    private final Comparator<Completion> order = Comparator.comparing(this::day)
            .thenComparing(completion -> completion.enrolment().institution().code())
            .thenComparing(Completion::reference);

    private final History history;
    private final Map<Integer, Region> regions = new HashMap<>();
    private final Map<Integer, Course> courses = new HashMap<>();
    private final Map<Integer, LocalDate> days = new HashMap<>();
    private final Set<Integer> revoked = new HashSet<>();

    private final Map<String, Figure> at = new HashMap<>();
    private final Set<Person> people = new HashSet<>();

    private PlainCount(History history) {
        this.history = history;
        history.amendments().forEach(this::amend);
    }

    static Figures of(History history) {
        var count = new PlainCount(history);
        for (Cohort cohort : Cohort.values()) {
            count.enrolled(cohort);
            count.completed(cohort);
        }
        return new Figures(count.at, count.people.size());
    }

    private void amend(Amendment amendment) {
        if (amendment instanceof Amendment.OtherRegion other) {
            regions.put(other.enrolment().number(), other.region());
        } else if (amendment instanceof Amendment.OtherCourse other) {
            courses.put(other.enrolment().number(), other.course());
        } else if (amendment instanceof Amendment.OtherDay other) {
            days.put(other.completion().number(), other.completedOn());
        } else if (amendment instanceof Amendment.Revocation revocation) {
            revoked.add(revocation.completion().number());
        }
    }

    /** Counts each person once for each key. */
    private void enrolled(Cohort cohort) {
        history.enrolments().stream()
                .filter(enrolment -> enrolment.cohort() == cohort)
                .collect(groupingBy(Enrolment::person))
                .values()
                .forEach(own -> own.stream()
                        .flatMap(this::places)
                        .distinct()
                        .forEach(place -> add(place, new Figure(1, 0, 0))));
    }

    private void completed(Cohort cohort) {
        history.completions().stream()
                .filter(completion -> completion.enrolment().cohort() == cohort && counts(completion))
                .collect(groupingBy(completion -> completion.enrolment().person()))
                .forEach((person, own) -> {
                    own.forEach(completion ->
                            places(completion.enrolment()).forEach(place -> add(place, new Figure(0, 1, 0))));
                    firstEnough(cohort, own).ifPresent(completion -> {
                        people.add(person);
                        places(completion.enrolment()).forEach(place -> add(place, new Figure(0, 0, 1)));
                    });
                });
    }

    /** Whether a completion counts: not revoked, not before its enrolment, and within the programme. */
    private boolean counts(Completion completion) {
        return !revoked.contains(completion.number())
                && !day(completion).isBefore(completion.enrolment().enrolledOn())
                && !day(completion).isBefore(history.plan().startsOn());
    }

    /** The first completion that, together with earlier ones, meets the requirement in force on its day. */
    private Optional<Completion> firstEnough(Cohort cohort, List<Completion> own) {
        Requirement later = history.plan().requirements().get(cohort);
        Set<Course> done = new HashSet<>();
        return own.stream()
                .sorted(order)
                .filter(completion -> {
                    Enrolment enrolment = completion.enrolment();
                    done.add(courses.getOrDefault(enrolment.number(), enrolment.course()));
                    return later == null || day(completion).isBefore(later.validFrom()) || isEnough(done, later);
                })
                .findFirst();
    }

    private static boolean isEnough(Set<Course> done, Requirement requirement) {
        return done.size() >= requirement.minCourses()
                && done.stream().mapToInt(Course::hours).sum() >= requirement.hours();
    }

    private LocalDate day(Completion completion) {
        return days.getOrDefault(completion.number(), completion.completedOn());
    }

    private Stream<String> places(Enrolment enrolment) {
        String cohort = enrolment.cohort().code();
        Institution institution = enrolment.institution();
        Region region = regions.getOrDefault(enrolment.number(), institution.region());
        return Stream.of(cohort, cohort + " " + region.code(), cohort + " " + institution.code());
    }

    private void add(String place, Figure one) {
        at.merge(place, one, Figure::plus);
    }
}
