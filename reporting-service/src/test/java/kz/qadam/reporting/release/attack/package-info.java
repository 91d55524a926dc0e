/**
 * The attack on what is published. An institution acts with its own people and with those of others, and compares what
 * each world that may be true would publish; pilots show how often it can. {@link
 * kz.qadam.reporting.release.attack.DisclosureAttack} runs it.
 */
package kz.qadam.reporting.release.attack;
