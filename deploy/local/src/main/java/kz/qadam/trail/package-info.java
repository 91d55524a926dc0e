/**
 * Answers whose records somebody read, by asking the services again what the entries of their trails say. The package may use only the JDK, Jackson and {@code openapi}, and no class of a service.
 */
package kz.qadam.trail;
