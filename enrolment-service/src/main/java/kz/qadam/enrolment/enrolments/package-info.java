/**
 * Enrolments, their withdrawals and corrections: how they are submitted, recorded, published and listed. It may use the
 * chassis, {@code catalogue} and {@code learners}.
 */
package kz.qadam.enrolment.enrolments;
