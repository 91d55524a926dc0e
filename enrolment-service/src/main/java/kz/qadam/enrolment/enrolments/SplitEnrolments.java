package kz.qadam.enrolment.enrolments;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.http.security.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * The enrolments of two learners who were one until now, each with the learner of whom it is from now on.
 *
 * @param moves those that became enrolments of the absorbed learner; each got a new version
 */
public record SplitEnrolments(List<Divided> all, MovedEnrolments moves) {

    /** Why an enrolment is of which learner after the split. */
    public enum Why {
        /** It was of the absorbed learner when the two were merged. */
        @JsonProperty("own")
        OWN,

        /** It was recorded otherwise, and the office gives it to the absorbed learner. */
        @JsonProperty("named")
        NAMED,

        /** It was recorded before the merge, and was not of the absorbed learner. */
        @JsonProperty("of-surviving")
        OF_SURVIVING,

        /** It was recorded after the merge, so that it may be of either; the office does not name it. */
        @JsonProperty("since-merge")
        SINCE_MERGE;

        /** The code in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isOfAbsorbed() {
            return this == OWN || this == NAMED;
        }
    }

    /** An enrolment after the split. */
    @Schema(name = "DividedEnrolment", description = "An enrolment, and of which learner it is after the split.")
    public record Divided(
            UUID id,
            @Schema(examples = "school-42") String institution,
            @Schema(examples = "E-1") String reference,
            @Schema(examples = "AI-101") String course,
            @Schema(examples = "pupils") String cohort,
            @Schema(examples = "2026-02-01") LocalDate enrolledOn,

            @Schema(
                    nullable = true,
                    description = "When it was first recorded; null if it was not kept.",
                    examples = "2026-02-01T09:15:00Z")
            Instant recordedAt,

            @Schema(
                    description = "Of which learner it is after the split.",
                    examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
            UUID learnerId,

            @Schema(
                    description =
                            "own: it was of the absorbed learner when the two were merged. named: the request gives it"
                                    + " to the absorbed learner. of-surviving: it was recorded before the merge, and was"
                                    + " not of the absorbed learner. since-merge: it was recorded after the merge, so it"
                                    + " may be of either; it stays with the surviving learner unless the request names"
                                    + " it.",
                    examples = "own")
            Why because) {}

    /** What separates the two learners. */
    public record Division(UUID absorbed, UUID surviving, Instant mergedAt, Set<UUID> named) {

        private Why why(Enrolment enrolment, LearnerSuccession past) {
            if (past.include(absorbed)) {
                return Why.OWN;
            }
            if (named.contains(enrolment.id())) {
                return Why.NAMED;
            }
            return past.recordedAt() == null || past.recordedAt().isBefore(mergedAt)
                    ? Why.OF_SURVIVING
                    : Why.SINCE_MERGE;
        }
    }

    /** Those of these enrolments that are not of the learner. */
    public static Set<UUID> notOf(Handle database, UUID learner, Collection<UUID> enrolments) {
        Set<UUID> others = new HashSet<>(enrolments);
        EnrolmentRows.ofLearner(database, learner).forEach(enrolment -> others.remove(enrolment.id()));
        return others;
    }

    /** Moves the enrolments of the absorbed learner. To be called in a transaction during which nobody can enrol. */
    public static SplitEnrolments split(
            Handle database,
            EnrolmentPublisher publisher,
            Division division,
            String reason,
            Instant now,
            String trace) {
        List<Enrolment> together = EnrolmentRows.lockOfLearner(database, division.surviving());
        Map<UUID, List<LearnerSuccession.InVersion>> versions =
                EarlierEnrolmentStates.learners(
                                database, together.stream().map(Enrolment::id).toList())
                        .stream()
                        .collect(groupingBy(LearnerSuccession.InVersion::enrolmentId));
        List<Divided> all = together.stream()
                .map(enrolment -> divided(enrolment, division, LearnerSuccession.of(versions.get(enrolment.id()))))
                .toList();
        Set<UUID> moving = new HashSet<>();
        all.stream().filter(one -> one.because().isOfAbsorbed()).forEach(one -> moving.add(one.id()));
        var origin = new VersionOrigin(VersionOrigin.Event.SPLIT, reason, Role.OFFICE, now, trace);
        List<Enrolment> before =
                together.stream().filter(one -> moving.contains(one.id())).toList();
        return new SplitEnrolments(all, MovedEnrolments.move(database, publisher, before, division.absorbed(), origin));
    }

    private static Divided divided(Enrolment enrolment, Division division, LearnerSuccession past) {
        Why why = division.why(enrolment, past);
        return new Divided(
                enrolment.id(),
                enrolment.institution(),
                enrolment.reference(),
                enrolment.content().course(),
                enrolment.content().cohort(),
                enrolment.content().enrolledOn(),
                past.recordedAt(),
                why.isOfAbsorbed() ? division.absorbed() : division.surviving(),
                why);
    }
}
