/**
 * Arithmetic of forecasts: a nowcast for the reporting delay, and a Monte Carlo simulation of how it may go on. It uses plans
 * for their season, and neither a framework nor the database.
 */
package kz.qadam.reporting.forecast;
