/** Shows the events that a service could not take in, and lets users retry or discard them. */
package kz.qadam.chassis.events.deadletter;
