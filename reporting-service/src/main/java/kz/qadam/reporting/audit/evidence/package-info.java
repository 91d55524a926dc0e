/**
 * The records behind figures: lists, samples, the changes between two instants, and the log of who has read
 * them. It may use the tables of facts as known at a batch, the catalogue, dimensions, measures and points in time.
 */
package kz.qadam.reporting.audit.evidence;
