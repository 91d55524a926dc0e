/**
 * Reads the first visible sheet of a spreadsheet within limits that no file can exceed, and leaves nothing readable on
 * disk (decision 15). The package may use {@code problem} and {@code language}, and knows no table.
 */
package kz.qadam.chassis.xlsx;
