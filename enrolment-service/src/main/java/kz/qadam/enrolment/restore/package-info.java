/**
 * After the database went back to a backup, what this service has published since is taken over into its rows again. Each
 * feature that publishes takes over its own. The package may use the chassis.
 */
package kz.qadam.enrolment.restore;
