/**
 * From a figure to the records behind it: lists, samples, hints, what changed between two instants, and who has read them.
 * It reads facts as known at a batch, the catalogue and the declared dimensions and measures.
 */
package kz.qadam.reporting.evidence;
