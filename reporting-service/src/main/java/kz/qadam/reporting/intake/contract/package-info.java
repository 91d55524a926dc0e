/**
 * The events that the intake takes in: the fact that an event states, and the record of its data where the fact says
 * something else. It may use facts, and the catalogue for the events that describe it.
 */
package kz.qadam.reporting.intake.contract;
