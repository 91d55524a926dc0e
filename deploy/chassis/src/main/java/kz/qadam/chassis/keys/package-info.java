/**
 * The copies of the keys that another service owns, and when each key was used here last. The package feeds
 * {@code security}, and may use {@code background}, {@code database}, {@code event} and {@code kafka}.
 */
package kz.qadam.chassis.keys;
