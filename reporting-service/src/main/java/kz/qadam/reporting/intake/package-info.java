/**
 * Takes events from Kafka into the event log, batch by batch, and hands what they state to {@code projection}. It numbers
 * the batches, and notes what makes figures provisional: dead letters, evaluations that have not arrived, being behind.
 */
package kz.qadam.reporting.intake;
