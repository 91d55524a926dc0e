package kz.qadam.chassis.security;

import java.util.UUID;

/**
 * Who acts, for the record. Unlike the caller, it is still valid after the request.
 *
 * @param actor the subject of the token, or the key; of background work, what does it
 * @param roles the roles of the token, with a space between them
 * @param institution the institution of a partner; null for all others
 * @param region the region of a token that names one; null for all others
 * @param keyId the key that was shown; null with a token
 * @param session whether a person had logged in at this service; a token may also be a person's
 */
public record Actor(String actor, String roles, String institution, String region, UUID keyId, boolean session) {

    /** Background work, such as the processing of a file. */
    public static Actor ofWork(String name, Submitter submitter) {
        return new Actor(name, submitter.role(), submitter.institution().orElse(null), null, null, false);
    }
}
