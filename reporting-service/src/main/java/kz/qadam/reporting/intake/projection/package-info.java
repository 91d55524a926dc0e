/**
 * Derives the tables of facts and the roll-up from the facts of a batch, for the intake and for a rebuild. It may use
 * {@code fact}, {@code rollup} and {@code catalogue}, and is the only package that writes these tables.
 */
package kz.qadam.reporting.intake.projection;
