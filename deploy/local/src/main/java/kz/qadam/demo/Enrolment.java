package kz.qadam.demo;

import java.time.LocalDate;

/**
 * An enrolment of a person in a course, as the institution sends it.
 *
 * @param number its unique number
 */
record Enrolment(
        int number, Institution institution, Person person, Cohort cohort, Course course, LocalDate enrolledOn) {

    String reference() {
        return "E-" + number;
    }
}
