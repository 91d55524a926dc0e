/**
 * What the roll-up counts: the dimensions and measures, declared once, and which cells a fact adds to or takes from. Plain
 * Java over {@code fact}, without a framework and without SQL.
 */
package kz.qadam.reporting.rollup;
