/**
 * The trail: who did what, when, and with which outcome, in a table to which rows are only added. It may use {@code http}
 * and {@code base}, and knows no endpoint; an endpoint declares by {@link kz.qadam.chassis.trail.RecordedInTrail} what its
 * requests are.
 */
package kz.qadam.chassis.trail;
