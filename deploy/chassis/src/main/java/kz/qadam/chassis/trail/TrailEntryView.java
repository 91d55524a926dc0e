package kz.qadam.chassis.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/** An entry in an answer. */
public record TrailEntryView(
        UUID id,
        Instant at,
        String instance,
        TrailKind kind,
        String action,
        String outcome,
        Integer status,
        String actor,
        String roles,
        String institution,
        String region,
        UUID key,
        Boolean session,
        String subject,
        Integer items,
        String asked,
        Instant asOf,
        LocalDate on,
        Long batch,
        String reason,
        String textDigest,
        String textSalt,
        String text) {

    static TrailEntryView of(TrailEntry entry) {
        var actor = entry.actor();
        var question = entry.question();
        var text = entry.text();
        return new TrailEntryView(
                entry.id(),
                entry.at(),
                entry.instance(),
                entry.kind(),
                entry.action(),
                entry.outcome(),
                entry.status(),
                actor == null ? null : actor.actor(),
                actor == null ? null : actor.roles(),
                actor == null ? null : actor.institution(),
                actor == null ? null : actor.region(),
                actor == null ? null : actor.keyId(),
                actor == null ? null : actor.session(),
                entry.subject(),
                entry.items(),
                question == null ? null : question.asked(),
                question == null ? null : question.asOf(),
                question == null ? null : question.onDay(),
                question == null ? null : question.batch(),
                entry.reason(),
                text == null ? null : HexFormat.of().formatHex(text.textDigest()),
                text == null || text.textSalt() == null ? null : HexFormat.of().formatHex(text.textSalt()),
                text == null ? null : text.text());
    }
}
