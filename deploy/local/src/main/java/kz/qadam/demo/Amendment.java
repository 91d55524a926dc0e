package kz.qadam.demo;

import java.time.LocalDate;

/** What an institution says later about something that it has sent. */
sealed interface Amendment {

    /** The learner has left the course; what was finished stays finished. */
    record Withdrawal(Enrolment enrolment, LocalDate on) implements Amendment {}

    /** The learner belongs to another region than the institution's. */
    record OtherRegion(Enrolment enrolment, Region region) implements Amendment {}

    /** The learner took another course than was said. */
    record OtherCourse(Enrolment enrolment, Course course) implements Amendment {}

    /** The course was finished on another day than was said. */
    record OtherDay(Completion completion, LocalDate completedOn) implements Amendment {}

    /** The course was never finished. */
    record Revocation(Completion completion) implements Amendment {}
}
