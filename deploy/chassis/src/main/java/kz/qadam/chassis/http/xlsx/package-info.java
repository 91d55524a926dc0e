/**
 * Reads the first visible sheet of a spreadsheet within limits that no file can exceed, and leaves nothing readable on
 * disk (decision 15). It knows no table.
 */
package kz.qadam.chassis.http.xlsx;
