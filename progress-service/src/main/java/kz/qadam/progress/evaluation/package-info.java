/**
 * Judges cohorts again in the background after a change of the catalogue, and shows how far that has come. It uses the
 * catalogue, {@code completion} and the outbox.
 */
package kz.qadam.progress.evaluation;
