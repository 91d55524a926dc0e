package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a statement has become what it has become. The codes are part of the contract. */
public enum StatementReason {
    /** No profile asks for this verb with this type: most of what a platform sends. */
    NOT_ASKED_FOR,
    /** It has no verb, no actor or no object: it is no statement. */
    UNREADABLE,
    /** The actor has no account at a platform that has a profile. */
    UNKNOWN_PLATFORM,
    /** The actor is named by a mail address, or a digest of one. */
    ACTOR_IS_MAIL,
    /** The actor is named by an OpenID. */
    ACTOR_IS_OPENID,
    /** The actor is a group. */
    ACTOR_IS_GROUP,
    /** The account, or the address of the course, holds the identification number of a person. */
    LOOKS_LIKE_IIN,
    /** Open edX before event-routing-backends 9.3.6 may have named the teacher in place of the learner. */
    SENDER_TOO_OLD,
    /** The time cannot be read, or has no offset. */
    BAD_TIMESTAMP,
    /** The time is still to come. */
    IN_THE_FUTURE,
    /** The institution has said that the course is none of ours. */
    NOT_OURS,
    /** Nobody has said yet which of our courses it is. */
    UNNAMED_COURSE,
    /** The account is not linked to a learner yet. */
    NO_ACCOUNT,
    /** The learner has no enrolment in the course that began by the day. */
    NO_ENROLMENT,
    /** The enrolment has a completion under a reference of the institution's own, or one that the institution has sent. */
    KNOWN_OTHERWISE,
    /** The institution has revoked the completion itself. */
    REVOKED,
    /** The completion could not be recorded, such as that of an institution that is not active. */
    REJECTED,
    /** The platform has taken it back. */
    VOIDED,
    /** It says that the course was failed, and nothing was counted. */
    FAILED,
    /** It says that the course was failed, after it was passed. */
    CONTRADICTION,
    /** The statement of this id was another one. */
    OTHER_CONTENT,
    /** The person was erased. */
    ERASED,
    /** It waited for 90 days. */
    EXPIRED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String code() {
        return code;
    }

    /** The word that is stored in the database. */
    @Override
    public String toString() {
        return code;
    }
}
