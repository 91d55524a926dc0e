/**
 * Reconciles a figure with what institutions have sent, stage by stage. It may use the tables of facts as known at a
 * batch, the answers of figures and points in time.
 */
package kz.qadam.reporting.audit.reconciliation;
