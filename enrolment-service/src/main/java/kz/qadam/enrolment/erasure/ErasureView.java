package kz.qadam.enrolment.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An erasure in its current state, and what remains of the person elsewhere. */
@Schema(name = "Erasure", description = "The erasure of a learner, in its current state.")
record ErasureView(
        UUID id,

        @Schema(description = "The pseudonym of the erased person, under which counts remain.")
        UUID learnerId,

        @Schema(
                enumeration = {"requested", "consent-withdrawn", "no-basis", "sent-by-mistake"},
                examples = "requested")
        ErasureReason reason,

        @Schema(nullable = true, description = "Null when the learner is erased.", examples = "Letter 114")
        String explanation,

        @Schema(description = "The subject of the token that asked for it.", examples = "office")
        String requestedBy,

        @Schema(
                description = "blocked: institutions cannot read, change or enrol the learner; files that may hold the"
                        + " number are being finished. erased: the number and all texts that may name the person are"
                        + " removed.",
                enumeration = {"blocked", "erased"},
                examples = "blocked")
        ErasureState state,

        @Schema(examples = "2026-04-02T09:15:00Z") Instant blockedAt,

        @Schema(nullable = true, description = "Null while the learner is blocked.", examples = "2026-04-02T09:15:04Z")
        Instant erasedAt,

        @Schema(description = "What remains outside the live tables, and until when.")
        List<Remainder> remains) {

    /** A place in which data of the person remain. */
    @Schema(name = "ErasureRemainder", description = "A place in which data of an erased person remain.")
    record Remainder(
            @Schema(
                    description =
                            "kafka: references in the events of its topics. write-ahead-log: what the removed rows"
                                    + " were. backups: also the encrypted number and its hash; without the keys of the learner"
                                    + " vault, which are destroyed after a rotation, they cannot be read.",
                    enumeration = {"kafka", "write-ahead-log", "backups"},
                    examples = "backups")
            Place place,

            @Schema(
                    nullable = true,
                    description = "Null while the learner is blocked, and of a topic that keeps its events for ever.",
                    examples = "2026-05-07T09:15:04Z")
            Instant until) {}

    /** Where data remain. */
    enum Place {
        @JsonProperty("kafka")
        KAFKA,
        @JsonProperty("write-ahead-log")
        WRITE_AHEAD_LOG,
        @JsonProperty("backups")
        BACKUPS;

        /** The code in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ErasureView of(Erasure erasure, ErasureConfig config) {
        return new ErasureView(
                erasure.id(),
                erasure.learner(),
                erasure.reason(),
                erasure.explanation(),
                erasure.requestedBy(),
                erasure.state(),
                erasure.blockedAt(),
                erasure.erasedAt(),
                remains(erasure.erasedAt(), config));
    }

    /**
     * What remains of a person who is erased at an instant.
     *
     * @param erasedAt null if it is not known yet
     */
    static List<Remainder> remains(Instant erasedAt, ErasureConfig config) {
        return List.of(
                new Remainder(
                        Place.KAFKA,
                        config.kafkaKeeps().map(kept -> until(erasedAt, kept)).orElse(null)),
                new Remainder(Place.WRITE_AHEAD_LOG, until(erasedAt, config.walIsKept())),
                new Remainder(Place.BACKUPS, until(erasedAt, config.backupsAreKept())));
    }

    private static Instant until(Instant erasedAt, Duration kept) {
        return erasedAt == null ? null : erasedAt.plus(kept);
    }
}
