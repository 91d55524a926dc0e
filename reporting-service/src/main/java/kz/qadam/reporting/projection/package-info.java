/**
 * Derives the tables of facts and the roll-up from what a batch states. Intake and rebuild use it; it uses {@code rollup} to
 * find out what changes.
 */
package kz.qadam.reporting.projection;
