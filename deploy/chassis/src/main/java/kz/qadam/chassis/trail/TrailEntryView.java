package kz.qadam.chassis.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.security.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the trail, as auditors see it. */
@Schema(name = "TrailEntry", description = "An entry of the trail: who did what, when, and with which outcome.")
public record TrailEntryView(
        UUID id,
        Instant at,

        @Schema(description = "The instance of the service that wrote it.", examples = "enrolment-service-0")
        String instance,

        @Schema(
                description = "write: something was changed; read: records of people were read; figures: exact figures"
                        + " were read; export: many were taken as a file; login; denial: the request was refused; anchor: a sealed"
                        + " segment of another service arrived.",
                enumeration = {"write", "read", "figures", "export", "login", "denial", "anchor"},
                examples = "write")
        String kind,

        @Schema(
                description =
                        "The endpoint, or: login, logout; keep an anchor; import and what is imported; retire vault keys;"
                                + " unverified, for requests of callers who could not be verified, counted each minute;"
                                + " without a place, for requests that were only counted.",
                examples = "POST /v1/enrolments")
        String action,

        @Schema(
                description =
                        "done; unchanged, if everything was already so or was only tried; the code of the problem;"
                                + " contradicts, of an anchor that contradicts an earlier one. Of"
                                + " several requests: repeated, if they were answered like an earlier one of their"
                                + " minute; nothing-new, if they asked for what is new in a list and got nothing;"
                                + " counted, if only their number was kept.",
                examples = "done")
        String outcome,

        @Schema(nullable = true, description = "The status of the answer; null if it was written before the answer.")
        Integer status,

        @Schema(nullable = true, description = "Null if nobody was verified, and in an entry about several callers.")
        Actor actor,

        @Schema(
                nullable = true,
                description =
                        "The id or code of the thing; of an anchor the line by which sha256sum checks the manifest;"
                                + " null if there are several, or none.",
                examples = "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02")
        String subject,

        @Schema(
                nullable = true,
                description = "How many things, or how many requests if the entry is about several (a denial, or the"
                        + " outcomes repeated, nothing-new and counted); null if they are not counted.",
                examples = "1")
        Integer items,

        @Schema(
                nullable = true,
                description =
                        "The path and query of a read. Of a reference or file name only the name of the parameter.",
                examples = "/v1/audit/evidence?cohort=pupils")
        String asked,

        @Schema(nullable = true, description = "What was known to the answer of a read.")
        Instant asOf,

        @Schema(nullable = true, description = "The day of the question of a read.")
        LocalDate on,

        @Schema(nullable = true, description = "The batch that was known to the answer of a read.", examples = "4711")
        Long batch,

        @Schema(nullable = true, description = "A code.") String reason,

        @Schema(
                nullable = true,
                description =
                        "SHA-256 of the bytes of textSalt and of the text, in hexadecimal digits; null without a text.")
        String textDigest,

        @Schema(nullable = true, description = "Random bytes in hexadecimal digits; null after the text was cleared.")
        String textSalt,

        @Schema(
                nullable = true,
                description =
                        "Why, as a person wrote it; null also after it was cleared. With nothing-new: who asked how"
                                + " often, as a JSON object.")
        String text) {

    private static final HexFormat HEX = HexFormat.of();

    static TrailEntryView of(TrailEntry entry) {
        Optional<SaltedText> text = Optional.ofNullable(entry.text());
        Optional<RecordedQuestion> question = Optional.ofNullable(entry.question());
        return new TrailEntryView(
                entry.id(),
                entry.at(),
                entry.instance(),
                entry.kind().toString(),
                entry.origin().action(),
                entry.outcome(),
                entry.status(),
                entry.origin().actor(),
                entry.subject(),
                entry.items(),
                question.map(RecordedQuestion::asked).orElse(null),
                question.map(RecordedQuestion::asOf).orElse(null),
                question.map(RecordedQuestion::onDay).orElse(null),
                question.map(RecordedQuestion::batch).orElse(null),
                entry.reason(),
                text.map(SaltedText::textDigest).map(HEX::formatHex).orElse(null),
                text.map(SaltedText::textSalt).map(HEX::formatHex).orElse(null),
                text.map(SaltedText::text).orElse(null));
    }
}
