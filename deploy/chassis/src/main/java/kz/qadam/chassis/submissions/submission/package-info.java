/**
 * Processes single items, batches, dry runs and imports in the same way, with the {@link
 * kz.qadam.chassis.submissions.submission.SubmissionKind}s of the domain.
 */
package kz.qadam.chassis.submissions.submission;
