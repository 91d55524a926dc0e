/**
 * Sends HTML pages and their static files with the headers that protect them. The package may use {@code problem} and
 * {@code language}, and knows no page but what all of
 * them have.
 */
package kz.qadam.chassis.page;
