/**
 * Verifies the trails of the services as auditors read them, by code of its own, and answers whose records somebody read.
 * The package may use only the JDK, Jackson and {@code openapi}, and no class of a service.
 */
package kz.qadam.trail;
