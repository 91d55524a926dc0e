package kz.qadam.demo;

import java.time.LocalDate;

/**
 * An institution with its part in the programme.
 *
 * @param size how many learners it has, beside others
 * @param joinedOn the first day on which it enrols somebody
 * @param lastHeardOf the last day of which it reports anything
 */
record Partner(Institution institution, double size, LocalDate joinedOn, LocalDate lastHeardOf) {

    boolean reportsOf(LocalDate day) {
        return !day.isBefore(joinedOn) && !day.isAfter(lastHeardOf);
    }
}
