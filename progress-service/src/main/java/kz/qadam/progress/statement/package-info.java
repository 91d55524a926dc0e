/**
 * Serves monthly statements, with which an institution compares its own records. It reads the states of completions, and
 * changes nothing.
 */
package kz.qadam.progress.statement;
