/**
 * Fetches, checks and keeps the archive of the services, outside of them. The package may use only the JDK, Jackson and
 * {@code kz.qadam.trail.AuditClient}, and no class of a service.
 */
package kz.qadam.archive;
