/**
 * Takes in the events of enrolment-service: the catalogue, enrolments and merges of learners. It uses the packages that keep
 * them, and judges again what depends on them.
 */
package kz.qadam.progress.intake;
