/** Limits how much goes on at the same time: of one caller, so that it shuts out nobody, and of all. */
package kz.qadam.chassis.places;
