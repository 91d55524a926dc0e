/**
 * The attack on what is published. It simulates a pilot, takes everything that is public, and computes what an outsider
 * and each institution can conclude about few people. {@link kz.qadam.reporting.release.attack.DisclosureAttack} runs
 * it.
 */
package kz.qadam.reporting.release.attack;
