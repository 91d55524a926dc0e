/**
 * Declares the dimensions and measures of the roll-up and computes which cells a fact changes. It may use {@code fact};
 * it uses no framework and no database.
 */
package kz.qadam.reporting.rollup;
