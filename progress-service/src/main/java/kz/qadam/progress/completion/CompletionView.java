package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A completion as its institution sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Completion",
        description = "The current state of a completion. Members that do not apply are left" + " out.")
public record CompletionView(
        UUID id,
        @Schema(examples = "C-2026-0001") String reference,
        @Schema(examples = "school-42") String institution,

        @Schema(
                description = "pending: its enrolment is not known yet; accepted; refused: kept, but does not count;"
                        + " revoked: final.")
        CompletionStatus status,

        @Schema(
                description = "Why it does not count: enrolment-unknown, before-enrolment, outside-programme,"
                        + " programme-unknown, revoked. Absent if it counts.",
                examples = "outside-programme")
        String because,

        UUID learnerId,
        UUID enrolmentId,
        @Schema(examples = "AI-101") String course,
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "2026-05-31") LocalDate completedOn,
        @JsonUnwrapped CompletionDetails.Published details,

        @Schema(description = "Whether it is accepted and inside the programme's days.")
        boolean counts,

        @Schema(description = "Since when it has been pending; only while it is pending.")
        Instant pendingSince,

        @Schema(
                description = "For how many days it has been pending; only in lists and in the answer for a single"
                        + " completion.",
                examples = "12")
        Long pendingDays,

        @Schema(
                description = "Whether it has been pending for longer than usual (30 days, if not configured"
                        + " otherwise). It is kept in any case; please check whether its enrolment is missing or"
                        + " was misspelled. Only in lists and in the answer for a single completion.")
        Boolean stale,

        @Schema(description = "When it was first recorded.") Instant recordedAt,

        @Schema(description = "The number of this state, from 1.", examples = "1")
        int version) {

    static CompletionView of(Completion c) {
        return of(c, null);
    }

    /** @param ages adds the age of a pending completion; null leaves it out */
    static CompletionView of(Completion c, PendingAge ages) {
        boolean withAge = ages != null && c.pendingSince() != null;
        return new CompletionView(
                c.id(),
                c.reference(),
                c.institution(),
                c.state().status(),
                c.state().because(),
                ifKnown(c.enrolled(), EnrolmentMembers::learnerId),
                ifKnown(c.enrolled(), EnrolmentMembers::enrolmentId),
                ifKnown(c.enrolled(), EnrolmentMembers::course),
                ifKnown(c.enrolled(), EnrolmentMembers::cohort),
                ifKnown(c.content(), CompletionContent::completedOn),
                ifKnown(c.content(), CompletionContent::published),
                c.state().counts(),
                c.pendingSince(),
                withAge ? ages.days(c.pendingSince()) : null,
                withAge ? ages.isStale(c.pendingSince()) : null,
                c.recordedAt(),
                c.version());
    }

    /** The view in a dry run: a completion that does not exist has no id yet. */
    CompletionView withoutId() {
        return withId(null);
    }

    CompletionView withId(UUID other) {
        return new CompletionView(
                other,
                reference,
                institution,
                status,
                because,
                learnerId,
                enrolmentId,
                course,
                cohort,
                completedOn,
                details,
                counts,
                pendingSince,
                pendingDays,
                stale,
                recordedAt,
                version);
    }

    private static <A, B> B ifKnown(A part, Function<A, B> value) {
        return part == null ? null : value.apply(part);
    }
}
