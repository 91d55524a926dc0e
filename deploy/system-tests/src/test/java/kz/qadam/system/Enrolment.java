package kz.qadam.system;

import java.util.concurrent.atomic.AtomicInteger;

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

    /** Completed on the 10th of January and so many days later. */
    Completion completed(int daysLater) {
        return Completion.of(this, daysLater);
    }
}
