package kz.qadam.enrolment.keys;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to the request that makes a key: the only one that has its secret. */
@Schema(name = "MadeInstitutionKey", description = "A new key. Its secret is shown once: here.")
record NewKeyView(
        @Schema(
                description = "What a program sends as the user name.",
                examples = "0197a1c2-5b1e-7c3d-9f10-2f6d8c1b7a55")
        UUID id,

        @Schema(
                description = "What a program sends as the password: 256 random bits in base64url. Keep it where only"
                        + " the program reads it; nobody can show it again.",
                examples = "Zq0J3v9Ww1dT5bXo8yHk2mLr6cNf4sGpUaEiKjVxRtY")
        String secret,

        @Schema(examples = "school-42") String institution,

        @Schema(nullable = true, examples = "Student register")
        String label,

        @Schema(description = "From then on it is refused.", examples = "2027-02-01T19:00:00Z")
        Instant expiresAt,

        @Schema(nullable = true, description = "The one thing that it is for.", examples = "statements")
        String only) {}
