package kz.qadam.demo;

import java.time.LocalDate;

/**
 * A completion of a course, as the institution sends it.
 *
 * @param number its unique number
 * @param percent the percentage of the points
 */
record Completion(int number, Enrolment enrolment, LocalDate completedOn, int percent) {

    String reference() {
        return "C-" + number;
    }
}
