/** Hints: implausible patterns among the counted completions of a month, and what auditors have found out about them. */
package kz.qadam.reporting.audit.hint;
