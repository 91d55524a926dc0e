/** Compares what institutions sent with what is known of it. It reads the tables of facts, as known at a batch. */
package kz.qadam.reporting.reconciliation;
