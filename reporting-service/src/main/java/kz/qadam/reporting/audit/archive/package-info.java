/** The event log: what releases were counted from, for everybody who counts again with a program of their own. */
package kz.qadam.reporting.audit.archive;
