/**
 * Keeps the part of the catalogue that the counting rules use, and locks it against changes while completions are
 * judged. It uses the rules of {@code trained} and the chassis.
 */
package kz.qadam.progress.catalogue;
