/**
 * Answers every question about figures: the queries, the view records that answer them, the two sources that they are
 * made from, and the one way from a request to a rendered answer. It may use points in time, the roll-up, the catalogue, plans and forecasts; any package
 * that shows or keeps figures may use it.
 */
package kz.qadam.reporting.figures;
