/**
 * Processes single items, batches, dry runs and imports in the same way, with the {@link
 * kz.qadam.chassis.submission.SubmissionKind}s of the domain. The package may use {@code batch}, {@code table}, {@code
 * database}, {@code kafka}, {@code places}, {@code process} and {@code security}, and knows no concrete kind.
 */
package kz.qadam.chassis.submission;
