/**
 * Receipts of completions, for the partner that sent them: when each was received, and whether it counts. It may use
 * the tables of facts, the event log and points in time.
 */
package kz.qadam.reporting.audit.receipt;
