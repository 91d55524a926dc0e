/**
 * Blocked and erased learners, as enrolment-service publishes them: institutions do not see their records, for a time or
 * for ever, and the texts of the completions of erased learners are overwritten. It may use the chassis and {@code outbox}.
 */
package kz.qadam.progress.erasure;
