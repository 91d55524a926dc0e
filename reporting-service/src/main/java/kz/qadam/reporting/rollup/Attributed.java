package kz.qadam.reporting.rollup;

import kz.qadam.reporting.fact.Cause;

/** What one cause brought into a cell, or took from it. All that is attributed to a cell adds up to its count. */
public record Attributed(Cell cell, Cause cause) {}
