package kz.qadam.chassis.http.security;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who acts, for the record. Unlike the caller, it is still valid after the request.
 *
 * @param name the subject of the token, or the key; of background work, what does it
 * @param roles the roles of the token, with a space between them
 * @param institution the institution of a partner; null for all others
 * @param region the region of a token that names one; null for all others
 * @param keyId the key that was shown; null with a token
 * @param session whether a person had logged in at this service; a token may also be a person's
 */
@Schema(name = "Actor", description = "Who did something.")
public record Actor(
        @Schema(
                description = "The subject of the token, or the key; of background work, its name.",
                examples = "institution-key/0197a1c2-5b1e-7c3d-9f10-2f6d8c1b7a55")
        String name,

        @Schema(description = "The roles of the token, with a space between them.", examples = "partner partner-admin")
        String roles,

        @Schema(nullable = true, description = "The institution of a partner.", examples = "school-42")
        String institution,

        @Schema(nullable = true, description = "The region that the token names.", examples = "KZ-75")
        String region,

        @Schema(nullable = true, description = "The id of the key that was shown.")
        UUID keyId,

        @Schema(description = "Whether a person had logged in.", examples = "false")
        boolean session) {

    /** The same actor, who has logged in at this service or not. */
    Actor withSession(boolean isSession) {
        return isSession == session ? this : new Actor(name, roles, institution, region, keyId, isSession);
    }

    /** Background work, such as the processing of a file. */
    public static Actor ofWork(String name, Submitter submitter) {
        return new Actor(name, submitter.role(), submitter.institution().orElse(null), null, null, false);
    }
}
