/**
 * Computes forecasts: a nowcast that corrects for the reporting delay, and a Monte Carlo simulation up to the horizon.
 * It may use the seasons of plans; it uses no framework and no database.
 */
package kz.qadam.reporting.forecast;
