/**
 * The trail of this service as auditors read it. The package may use the chassis.
 */
package kz.qadam.reporting.audit.trail;
