/**
 * Splits bodies into items, and reads an item as the record that declares its members, with all faults at once. The
 * package may use {@code table}, {@code problem}, {@code language}, {@code numbers}, {@code personal} and {@code body},
 * and knows no concrete submission.
 */
package kz.qadam.chassis.batch;
