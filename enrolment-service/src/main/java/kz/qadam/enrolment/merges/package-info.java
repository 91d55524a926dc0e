/**
 * Merges of learners: the office states that two learners are one person; and splits, which undo merges. It may use the chassis, {@code enrolments}
 * and {@code learners}.
 */
package kz.qadam.enrolment.merges;
