/**
 * Measures the services, compares them with rivals or with an earlier commit, and writes a report. It starts the packaged
 * services through {@code local}, and uses none of their code for its counts.
 */
package kz.qadam.benchmarks;
