/**
 * Work of a service that no caller waits for: one shape of a loop, and the lease by which one instance of several does it. It
 * uses {@code process} and {@code database}, and knows nothing of what the loops do.
 */
package kz.qadam.chassis.background;
