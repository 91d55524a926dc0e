/**
 * Figures: every question about them, the view records that answer it, and the one way from a request to a rendered answer. It
 * uses points in time, the roll-up, the catalogue, plans and forecasts, and is used by all that shows or keeps figures.
 */
package kz.qadam.reporting.figures;
