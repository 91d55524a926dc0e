/**
 * A second count of every figure, from the raw events. It uses the event log and the catalogue; it shares no code with
 * the intake and the roll-up, and has its own records of events and lists of dimensions and measures, so that it does
 * not repeat their mistakes.
 */
package kz.qadam.reporting.audit.recount;
