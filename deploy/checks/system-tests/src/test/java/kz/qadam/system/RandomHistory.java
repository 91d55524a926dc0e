package kz.qadam.system;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.system.Register.Completed;
import kz.qadam.system.Register.Enrolled;
import kz.qadam.system.Register.Person;

/**
 * Things that happen to people, drawn by chance. Each is true in the register at once, and is sent when its turn comes:
 * what is said about one enrolment or completion in the order in which it was said, all else in any.
 */
final class RandomHistory {

    /** What partners say by the file: where it goes, and its columns. */
    enum Kind {
        ENROLMENT("enrolments", "reference,course,cohort,iin,region,enrolledOn"),
        WITHDRAWAL("withdrawals", "enrolment,on"),
        ENROLMENT_CORRECTION("enrolment-corrections", "enrolment,course,cohort,region,enrolledOn,reason"),
        COMPLETION("completions", "reference,enrolment,completedOn"),
        CORRECTION("corrections", "completion,enrolment,completedOn,reason"),
        REVOCATION("revocations", "completion,reason");

        final String path;
        final String columns;

        Kind(String path, String columns) {
            this.path = path;
            this.columns = columns;
        }

        boolean isAboutEnrolments() {
            return this == ENROLMENT || this == WITHDRAWAL || this == ENROLMENT_CORRECTION;
        }
    }

    /** A row of a file. */
    record Saying(Kind kind, Institution institution, String row) {}

    /** Rows that go in one file. */
    record File(Kind kind, Institution institution, List<String> rows) {

        String csv() {
            return kind.columns + "\n" + String.join("\n", rows) + "\n";
        }
    }

    private static final int DAYS = 75;
    private static final String REASON = "it was wrong";

    final LocalDate firstDay;
    final Register register = new Register();
    private final Random chance;
    private final List<Institution> institutions;
    private final List<Course> courses;
    private final List<String> cohorts;
    private final Map<Object, Deque<Saying>> unsent = new HashMap<>();

    RandomHistory(LocalDate firstDay, List<Institution> institutions, List<Course> courses, List<String> cohorts) {
        this.firstDay = firstDay;
        this.chance = new Random(firstDay.toEpochDay());
        this.institutions = institutions;
        this.courses = courses;
        this.cohorts = cohorts;
    }

    void goesOn(int things) {
        for (int i = 0; i < things; i++) {
            happens();
        }
    }

    private void happens() {
        int draw = chance.nextInt(100);
        if (draw < 30 || register.enrolments.isEmpty()) {
            enrols();
        } else if (draw < 60) {
            completes();
        } else if (draw < 70) {
            correctsEnrolment(any(register.enrolments));
        } else if (draw < 76) {
            withdraws(any(register.enrolments));
        } else if (draw < 90) {
            standing().ifPresent(this::corrects);
        } else {
            standing().ifPresent(this::revokes);
        }
    }

    private void enrols() {
        if (register.people.isEmpty() || chance.nextInt(3) == 0) {
            register.people.add(new Person(Iins.next()));
        }
        var enrolment = new Enrolled(Qadam.fresh("HE"), any(institutions), any(register.people));
        enrolment.course = any(courses);
        enrolment.cohort = any(cohorts);
        enrolment.on = firstDay.plusDays(chance.nextInt(20));
        register.enrolments.add(enrolment);
        say(
                enrolment,
                Kind.ENROLMENT,
                enrolment.institution,
                enrolment.reference,
                enrolment.course.code(),
                enrolment.cohort,
                enrolment.person.iin,
                "",
                enrolment.on);
    }

    /** Often before its enrolment is sent: nothing is said about that yet, so that they are strangers to each other. */
    private void completes() {
        Enrolled enrolment = any(register.enrolments);
        var completion = new Completed(Qadam.fresh("HC"), enrolment, day());
        register.completions.add(completion);
        say(
                completion,
                Kind.COMPLETION,
                enrolment.institution,
                completion.reference,
                enrolment.reference,
                completion.on);
    }

    private void correctsEnrolment(Enrolled enrolment) {
        if (chance.nextBoolean()) enrolment.course = any(courses);
        if (chance.nextBoolean()) enrolment.cohort = any(cohorts);
        if (chance.nextBoolean()) enrolment.region = any(List.of("KZ-10", "KZ-71", "KZ-75"));
        if (chance.nextBoolean()) enrolment.on = firstDay.plusDays(chance.nextInt(20));
        say(
                enrolment,
                Kind.ENROLMENT_CORRECTION,
                enrolment.institution,
                enrolment.reference,
                enrolment.course.code(),
                enrolment.cohort,
                enrolment.region,
                enrolment.on,
                REASON);
    }

    private void withdraws(Enrolled enrolment) {
        if (!enrolment.withdrawn) {
            enrolment.withdrawn = true;
            say(enrolment, Kind.WITHDRAWAL, enrolment.institution, enrolment.reference, firstDay.plusDays(30));
        }
    }

    private void corrects(Completed completion) {
        completion.on = day();
        if (chance.nextInt(3) == 0) {
            completion.enrolment = any(register.enrolments.stream()
                    .filter(other -> other.institution.equals(completion.enrolment.institution))
                    .toList());
        }
        say(
                completion,
                Kind.CORRECTION,
                completion.enrolment.institution,
                completion.reference,
                completion.enrolment.reference,
                completion.on,
                REASON);
    }

    /** One that nobody has said anything about since may be revoked before it comes. */
    private void revokes(Completed completion) {
        completion.revoked = true;
        Deque<Saying> waiting = unsent.getOrDefault(completion, new ArrayDeque<>());
        boolean alone = waiting.size() == 1 && waiting.element().kind() == Kind.COMPLETION;
        say(
                alone ? new Object() : completion,
                Kind.REVOCATION,
                completion.enrolment.institution,
                completion.reference,
                REASON);
    }

    private java.util.Optional<Completed> standing() {
        List<Completed> standing =
                register.completions.stream().filter(one -> !one.revoked).toList();
        return standing.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(any(standing));
    }

    private LocalDate day() {
        return firstDay.plusDays(chance.nextInt(DAYS));
    }

    private void say(Object subject, Kind kind, Institution institution, Object... cells) {
        String row = Stream.of(cells).map(String::valueOf).collect(Collectors.joining(","));
        unsent.computeIfAbsent(subject, none -> new ArrayDeque<>()).add(new Saying(kind, institution, row));
    }

    /** The next file of something that can be said now, as long as there is anything. */
    File next() {
        Map<List<Object>, List<Deque<Saying>>> heads = unsent.values().stream()
                .collect(Collectors.groupingBy(
                        queue -> List.of(queue.element().kind(), queue.element().institution())));
        List<Deque<Saying>> fitting = new ArrayList<>(any(List.copyOf(heads.values())));
        Collections.shuffle(fitting, chance);
        Saying first = fitting.get(0).element();
        List<String> rows = fitting.stream()
                .limit(1 + chance.nextInt(40))
                .map(queue -> queue.remove().row())
                .toList();
        unsent.values().removeIf(Deque::isEmpty);
        return new File(first.kind(), first.institution(), rows);
    }

    boolean hasMore() {
        return !unsent.isEmpty();
    }

    <T> T any(List<T> choice) {
        return choice.get(chance.nextInt(choice.size()));
    }
}
