/** How figures changed between two instants, and by which cause. It reads the roll-up and the catalogue at both instants. */
package kz.qadam.reporting.revision;
