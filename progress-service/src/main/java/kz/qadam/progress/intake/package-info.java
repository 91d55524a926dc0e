/**
 * Takes in the events of enrolment-service: the catalogue, enrolments and merges of learners. It uses the packages that
 * store them, and has the completions that depend on them judged again.
 */
package kz.qadam.progress.intake;
