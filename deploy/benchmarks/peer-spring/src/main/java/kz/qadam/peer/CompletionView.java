package kz.qadam.peer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

record CompletionView(
        UUID id,
        String reference,
        String institution,
        String status,
        UUID learnerId,
        UUID enrolmentId,
        String course,
        String cohort,
        String region,
        LocalDate completedOn,
        BigDecimal score,
        boolean counts,
        int version,
        Instant recordedAt) {

    static CompletionView of(Completion c) {
        return new CompletionView(
                c.id, c.reference, c.institution, c.status, c.learnerId, c.enrolmentId, c.course, c.cohort, c.region,
                c.completedOn, c.score, c.counts, c.version, c.recordedAt);
    }
}
