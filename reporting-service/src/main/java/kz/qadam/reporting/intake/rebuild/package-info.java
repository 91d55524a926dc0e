/**
 * Derives facts and roll-up from the event log again, at the start or on request. It may use the intake, the contract
 * of events and the projection, so that every question about the past keeps its answer.
 */
package kz.qadam.reporting.intake.rebuild;
