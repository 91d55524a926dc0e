/**
 * Blocked and erased learners, as enrolment-service tells of them: institutions do not see their records any more, and the
 * texts of their completions are overwritten. It may use the chassis and {@code outbox}.
 */
package kz.qadam.progress.erasure;
