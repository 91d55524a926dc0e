/**
 * Reads and writes the data of events with Jackson: one record declares the data of one event type. The package may use
 * {@code kafka}, and knows no event type.
 */
package kz.qadam.chassis.event;
