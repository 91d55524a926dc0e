/**
 * The proof of the trail: a leased job chains its entries by hashes, and the heads of the chains are sent to the other
 * services. The package may use {@code trail}, {@code background}, {@code database}, {@code kafka}, {@code list} and
 * {@code security}; the verification is code of its own, in the launcher.
 */
package kz.qadam.chassis.chain;
