/**
 * A second count of every figure, from the raw events. It shares no code with what derives the figures, and keeps lists of
 * dimensions and measures of its own, so that it does not share a mistake either.
 */
package kz.qadam.reporting.recount;
