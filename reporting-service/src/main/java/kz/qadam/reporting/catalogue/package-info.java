/**
 * The catalogue as it was known at a batch: programme, cohorts, courses, institutions, and by which of their versions
 * everybody was judged last. The records here are also the data of the events that describe them.
 */
package kz.qadam.reporting.catalogue;
