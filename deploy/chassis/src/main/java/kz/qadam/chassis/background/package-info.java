/**
 * Background loops, and the lease that lets one of several instances do a piece of work. The package may use {@code
 * process} and {@code database}, and knows nothing about the work itself.
 */
package kz.qadam.chassis.background;
