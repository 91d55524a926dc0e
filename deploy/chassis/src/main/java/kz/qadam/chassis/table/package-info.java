/**
 * Reads CSV, NDJSON and .xlsx row by row, and writes results, templates and downloads. The package may use {@code
 * xlsx}, {@code problem}, {@code language} and {@code numbers}, and does not know the meaning of a row.
 */
package kz.qadam.chassis.table;
