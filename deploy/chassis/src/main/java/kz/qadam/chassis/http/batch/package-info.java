/**
 * Splits bodies into items, and reads an item as the record that declares its members, with all faults at once. It
 * knows no concrete submission.
 */
package kz.qadam.chassis.http.batch;
