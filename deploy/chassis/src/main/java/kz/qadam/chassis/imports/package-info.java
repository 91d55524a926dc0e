/**
 * Receives large files, stores them encrypted, and processes their rows in the background as submissions. The package
 * may use {@code submission}, {@code batch}, {@code table}, {@code crypto}, {@code background}, {@code database} and
 * {@code security}, and knows no concrete submission.
 */
package kz.qadam.chassis.imports;
