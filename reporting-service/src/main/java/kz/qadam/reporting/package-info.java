/**
 * The service as a whole: its name and its description in OpenAPI. Its packages are rooms on floors (decision 108): {@code
 * page} and {@code publication} above {@code audit} and {@code figures}, these above {@code catalogue},
 * {@code asof} and {@code rollup}; {@code intake} writes what they read.
 */
package kz.qadam.reporting;
