/**
 * Derives everything anew from the event log, at the start or on request. It uses the code of the intake, so that every past
 * question keeps its answer.
 */
package kz.qadam.reporting.rebuild;
