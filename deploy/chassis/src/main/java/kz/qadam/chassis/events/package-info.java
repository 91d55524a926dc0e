/**
 * Events between the services: on their way out of one database and into another, and those that all services publish,
 * about keys and the proof of the trail. It may use {@code trail}, {@code http} and {@code base}.
 */
package kz.qadam.chassis.events;
