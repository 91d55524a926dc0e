/**
 * Reads tables of any form row by row, and writes them: results, templates, downloads. It uses the reader of spreadsheets,
 * problems and languages, and does not know what a row means.
 */
package kz.qadam.chassis.table;
