package kz.qadam.demo;

import java.time.LocalDate;

/** A later change by an institution to something that it has sent. */
sealed interface Amendment {

    /** The learner has left the course; a completion remains valid. */
    record Withdrawal(Enrolment enrolment, LocalDate on) implements Amendment {}

    /** The learner's region differs from the institution's. */
    record OtherRegion(Enrolment enrolment, Region region) implements Amendment {}

    /** The learner took another course than reported. */
    record OtherCourse(Enrolment enrolment, Course course) implements Amendment {}

    /** The course was finished on another day than reported. */
    record OtherDay(Completion completion, LocalDate completedOn) implements Amendment {}

    /** The course was never finished. */
    record Revocation(Completion completion) implements Amendment {}
}
