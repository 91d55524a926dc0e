/**
 * How figures changed between two instants, and by which cause. It may use the roll-up, the catalogue and points in
 * time.
 */
package kz.qadam.reporting.audit.revision;
