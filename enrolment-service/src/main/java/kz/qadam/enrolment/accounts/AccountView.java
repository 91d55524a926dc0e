package kz.qadam.enrolment.accounts;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.Sha256;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account in its current state. */
@Schema(name = "Account", description = "The account of a person at the provider of logins.")
record AccountView(
        @Schema(
                description = "The subject of the person’s tokens, by which the trail names who did something.",
                examples = "93479ea6-f86c-4653-896d-0dad66defc7f")
        UUID id,

        @Schema(description = "The user name, often a mail address.", examples = "head@school-42.example")
        String name,

        @Schema(
                nullable = true,
                description = "null: it has roles that are not given here; the provider’s administrator keeps it.",
                examples = "partner-admin")
        UserAccountRole role,

        @Schema(nullable = true, examples = "school-42") String institution,

        @Schema(nullable = true, examples = "KZ-75") String region,

        @Schema(description = "Whether nobody can log in by it.", examples = "false")
        boolean locked,

        @Schema(
                nullable = true,
                description = "When it was last changed here, or its link was used; null: never.",
                examples = "2026-05-31T09:15:00Z")
        Instant changedAt,

        @Schema(
                nullable = true,
                description = "Until when its link can be used; null: none waits to be used.",
                examples = "2026-06-07T09:15:00Z")
        Instant linkEndsAt) {

    static AccountView of(UserAccount account, UserAccountRows.Known known, Instant now) {
        boolean isOpen = known != null
                && known.linkEndsAt() != null
                && known.linkEndsAt().isAfter(now);
        return new AccountView(
                account.id(),
                account.name(),
                account.role(),
                account.institution(),
                account.region(),
                account.locked(),
                known == null ? null : known.changedAt(),
                isOpen ? known.linkEndsAt() : null);
    }

    /** Differs as soon as anything of it does. */
    String digest() {
        return Sha256.hex(toString());
    }
}
