/**
 * Makes releases from exact counts, opens the series, and answers with releases. It may use figures, the catalogue and
 * points in time; what a release publishes of the counts is decided in {@link kz.qadam.reporting.release}.
 */
package kz.qadam.reporting.publication.release;
