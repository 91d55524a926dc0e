/**
 * Reads and writes the data of events with Jackson: one record declares the data of one event type. It knows no event
 * type.
 */
package kz.qadam.chassis.events.event;
