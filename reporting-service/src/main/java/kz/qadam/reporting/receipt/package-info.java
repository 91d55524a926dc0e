/** What became of a completion, for the partner that sent it. It reads the facts and the event log as known at a batch. */
package kz.qadam.reporting.receipt;
