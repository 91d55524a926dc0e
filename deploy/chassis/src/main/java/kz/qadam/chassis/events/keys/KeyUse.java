package kz.qadam.chassis.events.keys;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a key was used last in this service; a row of {@code key_use}. */
@Schema(name = "KeyUse", description = "When a key was used last in this service.")
public record KeyUse(
        @Schema(description = "The id of the key.", examples = "0197a1c2-5b1e-7c3d-9f10-2f6d8c1b7a55")
        UUID keyId,

        @Schema(
                description = "To the minute, and known a minute later. A request with a wrong secret is no use.",
                examples = "2026-05-31T09:15:00Z")
        Instant lastUsedAt) {}
