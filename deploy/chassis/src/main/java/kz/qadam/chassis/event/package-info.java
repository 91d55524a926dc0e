/**
 * Reads and writes the data of events: one record declares what one type of event says, and Jackson does the rest. It uses
 * {@code kafka} only to say that an event cannot be read.
 */
package kz.qadam.chassis.event;
