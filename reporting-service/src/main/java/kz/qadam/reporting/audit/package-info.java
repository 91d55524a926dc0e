/** Single events as they were received, for auditors. It uses the event log, points in time and the record of readings. */
package kz.qadam.reporting.audit;
