/**
 * The trail: who did what, when, and with which outcome, in a table to which rows are only added. The package may use
 * {@code security}, {@code database}, {@code list}, {@code table}, {@code background}, {@code metrics}, {@code numbers} and
 * {@code personal},
 * and knows no endpoint; an endpoint declares by {@link kz.qadam.chassis.trail.Recorded} what its requests are.
 */
package kz.qadam.chassis.trail;
