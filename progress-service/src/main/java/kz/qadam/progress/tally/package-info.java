/**
 * Counts the items that each institution sent on each day, and publishes the counts. It uses only the outbox and the
 * chassis.
 */
package kz.qadam.progress.tally;
