/**
 * The catalogue as known at a batch: programme, cohorts, courses, institutions, and the newest evaluation of each
 * cohort; its records are also the data of the events that describe them. It may use plans, dimensions and the reader
 * of events.
 */
package kz.qadam.reporting.catalogue;
