/**
 * What waits for the caller, as the features of this service count it, and the pages that show it. It may use the
 * chassis, but no other package of this service.
 */
package kz.qadam.enrolment.desk;
