/**
 * Single events as they were received, for auditors. It may use the event log, points in time and the log of readings.
 */
package kz.qadam.reporting.audit.events;
