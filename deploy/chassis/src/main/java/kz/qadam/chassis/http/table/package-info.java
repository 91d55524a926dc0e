/**
 * Reads CSV, NDJSON and .xlsx row by row, and writes results, templates and downloads. It does not know the meaning of
 * a row.
 */
package kz.qadam.chassis.http.table;
