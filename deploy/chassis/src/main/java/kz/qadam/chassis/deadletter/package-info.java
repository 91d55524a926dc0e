/**
 * Lets people look at the events that a service could not take in, and retry or discard them. It uses what {@code kafka}
 * keeps of them.
 */
package kz.qadam.chassis.deadletter;
