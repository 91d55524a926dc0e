/**
 * What services tell each other: events on their way out of one database and into another, and what all services tell,
 * about keys and the proof of the trail. It stands on {@code trail}, {@code http} and {@code base}.
 */
package kz.qadam.chassis.events;
