/** This service's copy of the enrolments, and the names by which institutions refer to them. */
package kz.qadam.progress.enrolment;
