package kz.qadam.reporting.rollup;

import kz.qadam.reporting.rollup.fact.Cause;

/** The part of a cell that one cause added or took away. The parts of all causes add up to the count of the cell. */
public record CellPart(Cell cell, Cause cause) {}
