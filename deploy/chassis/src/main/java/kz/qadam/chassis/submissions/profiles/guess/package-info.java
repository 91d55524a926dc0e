/**
 * Guesses of what a table is, from its header row and its first rows. It is pure, and knows no concrete table: how others
 * spell the columns is told.
 */
package kz.qadam.chassis.submissions.profiles.guess;
