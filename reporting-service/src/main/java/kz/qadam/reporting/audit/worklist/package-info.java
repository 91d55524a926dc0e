/**
 * Worklists: samples that auditors draw, check against what institutions have on paper, and close once. A worklist keeps
 * which records were drawn and what was found; what a record says is read from the facts.
 */
package kz.qadam.reporting.audit.worklist;
