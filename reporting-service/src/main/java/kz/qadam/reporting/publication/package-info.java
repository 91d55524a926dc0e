/**
 * Figures that the office published under a name, kept byte for byte, and the changes since. It may use figures, points
 * in time and revisions.
 */
package kz.qadam.reporting.publication;
