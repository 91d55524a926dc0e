package kz.qadam.demo;

import java.time.LocalDate;

/**
 * That a course was finished, as the institution sends it.
 *
 * @param number tells it from all others
 * @param percent of the points there were
 */
record Completion(int number, Enrolment enrolment, LocalDate completedOn, int percent) {

    String reference() {
        return "C-" + number;
    }
}
