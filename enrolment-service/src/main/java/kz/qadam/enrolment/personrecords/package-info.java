/**
 * What is held of one person, for the programme office to answer that person: the enrolments as JSON, and a page that
 * adds what the other services hold. It may use the chassis, {@code enrolments}, {@code learners} and {@code merges}.
 */
package kz.qadam.enrolment.personrecords;
