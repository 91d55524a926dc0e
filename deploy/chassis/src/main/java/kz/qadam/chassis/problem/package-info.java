/**
 * Turns every failure of a request into problem details (RFC 9457), and refuses unreadable requests early. The
 * package may use {@code language}, {@code numbers} and {@code database}, and knows no endpoint.
 */
package kz.qadam.chassis.problem;
