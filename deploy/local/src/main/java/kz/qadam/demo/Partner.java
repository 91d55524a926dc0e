package kz.qadam.demo;

import java.time.LocalDate;

/**
 * An institution with its part in the programme.
 *
 * @param size its number of learners, relative to others
 * @param joinedOn the first day on which it enrols learners
 * @param lastHeardOf the last day for which it reports
 */
record Partner(Institution institution, double size, LocalDate joinedOn, LocalDate lastHeardOf) {

    boolean reportsOf(LocalDate day) {
        return !day.isBefore(joinedOn) && !day.isAfter(lastHeardOf);
    }
}
