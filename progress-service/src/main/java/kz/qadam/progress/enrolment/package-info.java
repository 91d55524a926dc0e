/**
 * Keeps this service's copy of the enrolments, and the names by which institutions refer to them. It uses only the
 * chassis.
 */
package kz.qadam.progress.enrolment;
