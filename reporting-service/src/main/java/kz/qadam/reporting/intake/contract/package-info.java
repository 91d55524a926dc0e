/**
 * The events that the intake takes in: the record of each type, and the fact that an event states. It may use facts,
 * and the catalogue for the events that describe it.
 */
package kz.qadam.reporting.intake.contract;
