/**
 * Shows the events that a service could not take in, and lets users retry or discard them. The package may use {@code
 * kafka}, which stores them, {@code batch}, {@code database}, {@code list} and {@code security}.
 */
package kz.qadam.chassis.deadletter;
