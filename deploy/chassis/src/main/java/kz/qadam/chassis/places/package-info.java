/**
 * Limits what is in use at the same time, for each caller and in total, so that no caller blocks the others.
 * The package may use {@code problem} and {@code language}.
 */
package kz.qadam.chassis.places;
