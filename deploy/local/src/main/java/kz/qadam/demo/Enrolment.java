package kz.qadam.demo;

import java.time.LocalDate;

/**
 * That somebody takes a course, as the institution sends it.
 *
 * @param number tells it from all others
 */
record Enrolment(
        int number, Institution institution, Person person, Cohort cohort, Course course, LocalDate enrolledOn) {

    String reference() {
        return "E-" + number;
    }
}
