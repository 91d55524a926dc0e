/**
 * Renders the dashboard. It may use the view records of {@code figures} and {@code coverage}, the catalogue and the
 * dimensions; no other package uses it.
 */
package kz.qadam.reporting.page;
