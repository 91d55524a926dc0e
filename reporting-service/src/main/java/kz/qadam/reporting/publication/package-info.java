/**
 * Figures as they were published under a name, kept byte for byte, and what has changed since. It uses figures, points in time
 * and revisions.
 */
package kz.qadam.reporting.publication;
