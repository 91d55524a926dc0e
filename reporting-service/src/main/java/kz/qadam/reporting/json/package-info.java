/** Reads the JSON of events without their records: whether two say the same, and what the recount counts. */
package kz.qadam.reporting.json;
