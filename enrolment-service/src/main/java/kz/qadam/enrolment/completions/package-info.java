/** Takes in what progress-service publishes about completions, and derives which enrolments are completed. */
package kz.qadam.enrolment.completions;
