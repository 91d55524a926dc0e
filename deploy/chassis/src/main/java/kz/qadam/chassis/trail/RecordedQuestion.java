package kz.qadam.chassis.trail;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a read asked for, so that its answer can be found again.
 *
 * @param asked the path and query of the request, without values that may be personal
 * @param asOf the instant up to which things were known to the answer; null if the answer is of the moment
 * @param onDay the day of a question about figures; null for others
 * @param batch what was known to the answer; null if the service has no batches
 */
public record RecordedQuestion(String asked, Instant asOf, LocalDate onDay, Long batch) {}
