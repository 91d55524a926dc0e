/**
 * The proof of the trail: a leased job chains its entries by hashes, and the heads of the chains are sent to the other
 * services. The verification is code of its own, in the launcher.
 */
package kz.qadam.chassis.events.chain;
