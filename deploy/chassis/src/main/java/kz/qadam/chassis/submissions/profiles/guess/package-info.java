/**
 * Guesses of what a table is, from its header row and its first rows. It is pure. It knows no column by itself: a service
 * says how others spell the headers of its columns.
 */
package kz.qadam.chassis.submissions.profiles.guess;
