/**
 * What auditors ask: the events, the records behind a figure, how figures changed, a second count. Its packages use figures,
 * catalogue and points in time; the recount counts by code of its own.
 */
package kz.qadam.reporting.audit;
