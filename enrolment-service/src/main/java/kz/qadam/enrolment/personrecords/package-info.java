/**
 * What is held of one person, for the programme office: the enrolments as JSON, the page that answers that person, with
 * panels of what the other services hold, and the pages on which the office finds a person and what can be done. It may use
 * the chassis, {@code enrolments}, {@code erasure}, {@code learners} and {@code merges}.
 */
package kz.qadam.enrolment.personrecords;
