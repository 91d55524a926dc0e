/**
 * How everything that is submitted is run: single items, batches, dry runs and imports take one way over the
 * {@link kz.qadam.chassis.submission.SubmissionKind}s of the domain. It uses the reading of items ({@code batch}), the
 * database and the security of the request, and knows no kind by name.
 */
package kz.qadam.chassis.submission;
