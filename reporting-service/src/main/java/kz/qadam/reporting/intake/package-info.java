/**
 * Takes events from Kafka into the event log, batch by batch, and records what makes figures provisional: dead letters,
 * evaluations whose events have not all arrived, an intake that is behind. It may use the contract of events, facts,
 * the projection and points in time.
 */
package kz.qadam.reporting.intake;
