package kz.qadam.reporting.rollup;

import kz.qadam.reporting.fact.Cause;

/** What one cause brought into a cell, or took from it. All causes of a cell add up to its count. */
public record CellByCause(Cell cell, Cause cause) {}
