package kz.qadam.system;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a partner sends of a learner who joins a course. The region is the institution's. */
record Enrolment(String reference, Institution institution, Course course, String cohort, String iin) {

    static final String HEADER = "reference,course,cohort,iin,enrolledOn\n";

    private static final String DAY = "2026-01-05";
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Of somebody who has not been enrolled anywhere. */
    static Enrolment of(Institution institution, Course course, String cohort) {
        return of(institution, course, cohort, Iins.next());
    }

    static Enrolment of(Institution institution, Course course, String cohort, String iin) {
        return new Enrolment("E-" + NEXT.incrementAndGet(), institution, course, cohort, iin);
    }

    String json() {
        return """
                {"reference": "%s", "course": "%s", "cohort": "%s", "learner": {"iin": "%s"}, "enrolledOn": "%s"}
                """.formatted(reference, course.code(), cohort, iin, DAY);
    }

    String row() {
        return String.join(",", reference, course.code(), cohort, iin, DAY) + "\n";
    }

    /** As a row of a table that has other columns too, parted by semicolons. */
    String inColumns(String... columns) {
        var cells = Map.of(
                "reference", reference, "course", course.code(), "cohort", cohort, "iin", iin, "enrolledOn", DAY);
        return Stream.of(columns)
                .map(column -> cells.getOrDefault(column.replace("\uFEFF", ""), ""))
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    /** Completed on the 10th of January and so many days later. */
    Completion completed(int daysLater) {
        return Completion.of(this, daysLater);
    }
}
