/**
 * Takes in the completion events of progress-service and derives which enrolments are completed. It may use the chassis
 * and the database, but no other package of this service.
 */
package kz.qadam.enrolment.completions;
