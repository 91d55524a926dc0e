/**
 * Renders the HTML pages: the dashboard and the auditor's page. It may use the view records of {@code figures} and
 * {@code coverage}, the catalogue and the dimensions; no other package uses it.
 */
package kz.qadam.reporting.page;
