package kz.qadam.reporting.audit.hint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An implausible pattern that an auditor should check. */
@Schema(
        description =
                "An implausible pattern that an auditor should check. It proves nothing: a file that is sent at once,"
                        + " or a course in the holidays, makes such patterns too.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hint(
        @Schema(
                description = "same-second: many completions of an institution for one course and day were recorded in"
                        + " the same second; after-withdrawal: a course was completed after the learner had withdrawn;"
                        + " many-institutions: one person completed courses at many institutions on one day;"
                        + " month-end: at least half (monthEndShare) of the completions of an institution in the month"
                        + " are dated on its last day.",
                enumeration = {"same-second", "after-withdrawal", "many-institutions", "month-end"})
        String kind,

        String institution,
        String course,
        UUID learnerId,
        LocalDate day,
        Instant second,

        @Schema(description = "How many completions make up the pattern.")
        long count,

        @Schema(description = "The completions of the pattern; at most 100.")
        List<UUID> completionIds,

        @Schema(description = "The learner of each of these completions; absent if learnerId names the only one.")
        List<UUID> learnerIds) {

    /** Any namespace of its own, so that these ids are no others. */
    private static final NameBasedGenerator IDS =
            Generators.nameBasedGenerator(UUID.fromString("6f0ad1d2-3c52-4c8e-8c0e-5a1f2f7d9b61"));

    /**
     * The id, which follows from what the hint is about: the same pattern has the same id in each answer, however many
     * completions make it up by then.
     *
     * @param month in which it was looked for
     */
    UUID id(YearMonth month) {
        return IDS.generate(Stream.of(kind, month, institution, course, learnerId, day, second)
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
    }
}
