package kz.qadam.enrolment.accounts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to the request that makes a link: the only one that has it. */
@Schema(
        name = "AccountLink",
        description = "A link by which the person chooses a password, once. It is shown once: here.")
record PasswordLinkView(
        @Schema(description = "The account.", examples = "93479ea6-f86c-4653-896d-0dad66defc7f")
        UUID id,

        @Schema(description = "The user name.", examples = "head@school-42.example")
        String name,

        @Schema(
                description = "To be put on paper or sent by hand.",
                examples = "https://qadam.example.kz/accounts/link?code=K7QM-2XTR-9WHD-4FVN-B3CE")
        String link,

        @Schema(
                description = "The same for somebody who types it, at the address without it. Capitals do not matter.",
                examples = "K7QM-2XTR-9WHD-4FVN-B3CE")
        String code,

        @Schema(description = "From then on it opens nothing.", examples = "2026-06-07T09:15:00Z")
        Instant linkEndsAt) {

    /** So that no log shows the link. */
    @Override
    public String toString() {
        return "PasswordLinkView[" + id + "]";
    }
}
