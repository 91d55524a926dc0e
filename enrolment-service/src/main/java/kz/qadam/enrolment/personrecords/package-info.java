/**
 * What is held of one person, for the programme office: the enrolments as JSON, a page that adds what the other services
 * hold, to answer that person, and the pages on which the office finds a person and what can be done. It may use the
 * chassis, {@code enrolments}, {@code erasure}, {@code learners} and {@code merges}.
 */
package kz.qadam.enrolment.personrecords;
