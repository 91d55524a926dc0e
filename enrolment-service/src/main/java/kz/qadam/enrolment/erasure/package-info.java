/**
 * Erasures: the office erases a learner. The learner is blocked at once; when no file may hold the number any more, the
 * number and every text that may name the person are removed, and the institutions get the task to forget their
 * references. It may use the chassis and {@code learners}.
 */
package kz.qadam.enrolment.erasure;
