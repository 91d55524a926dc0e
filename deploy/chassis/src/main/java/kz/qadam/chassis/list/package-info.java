/**
 * Lists in the order of last change, with pages and cursors that never expire. The package may use {@code problem},
 * and knows nothing about the rows.
 */
package kz.qadam.chassis.list;
