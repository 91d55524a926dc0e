/**
 * Records completions, their corrections and revocations, judges them again, and publishes their changes. It uses the
 * catalogue, enrolments, trained states, tallies and the outbox.
 */
package kz.qadam.progress.completion;
