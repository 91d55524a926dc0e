/**
 * Evaluates the expressions of dashboards and alert rules against a running suite. The package knows neither the suite
 * nor its services: it is given their addresses.
 */
package kz.qadam.observability;
