/**
 * Metrics that need more than a counter: gauges that are read from the database, and the buckets of the HTTP server's
 * latency. What each metric means to an operator is in deploy/install/observability/metrics.csv.
 */
package kz.qadam.chassis.base.metrics;
