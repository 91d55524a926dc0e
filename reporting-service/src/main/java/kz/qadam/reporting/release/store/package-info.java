/** Keeps releases in the database, and remembers those that are public. */
package kz.qadam.reporting.release.store;
