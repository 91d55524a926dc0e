/**
 * The events that reporting takes in: which there are, what each of them says, and which fact it states. It uses
 * {@code catalogue} for the events that the catalogue is read from.
 */
package kz.qadam.reporting.contract;
