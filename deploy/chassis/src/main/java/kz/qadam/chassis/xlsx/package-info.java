/**
 * Reads the first sheet of a spreadsheet while it is received, within limits that no file can exceed, and leaves nothing
 * readable on a disk (decision 15). It uses problems, and knows no table.
 */
package kz.qadam.chassis.xlsx;
