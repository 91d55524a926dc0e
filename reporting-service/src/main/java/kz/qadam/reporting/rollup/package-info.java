/**
 * Declares the dimensions and measures of the roll-up and computes which cells a fact changes. It may use {@code fact};
 * it uses only the JDK.
 */
package kz.qadam.reporting.rollup;
