/**
 * Which institutions report and which do not, so that a figure of zero is not confused with a figure that nobody has
 * reported. It may use the catalogue, the tallies, points in time and the answers of figures.
 */
package kz.qadam.reporting.figures.coverage;
