package kz.qadam.system;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** What a partner sends of a learner who has finished a course. */
record Completion(String reference, Enrolment enrolment, LocalDate completedOn) {

    static final String HEADER = "reference,enrolment,completedOn\n";

    /** The order in which completions make a learner trained. */
    static final Comparator<Completion> ORDER = Comparator.comparing(Completion::completedOn)
            .thenComparing(completion -> completion.enrolment().institution().code())
            .thenComparing(Completion::reference);

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 10);
    private static final AtomicInteger NEXT = new AtomicInteger();

    static Completion of(Enrolment enrolment, int daysLater) {
        return new Completion("C-" + NEXT.incrementAndGet(), enrolment, FIRST_DAY.plusDays(daysLater));
    }

    String json() {
        return """
                {"reference": "%s", "enrolment": "%s", "completedOn": "%s"}
                """.formatted(reference, enrolment.reference(), completedOn);
    }

    String row() {
        return String.join(",", reference, enrolment.reference(), completedOn.toString()) + "\n";
    }
}
