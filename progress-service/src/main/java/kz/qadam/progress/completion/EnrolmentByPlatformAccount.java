package kz.qadam.progress.completion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which enrolment a completion is of that names its learner by an account. */
public sealed interface EnrolmentByPlatformAccount {

    /** An account in a course, on the day of a completion; the platform is null if it is not named. */
    record Asked(String institution, String platform, String account, String course, LocalDate day) {

        /** Not the account: it may say who somebody is. */
        @Override
        public String toString() {
            return "An account of " + institution;
        }
    }

    /**
     * The enrolment.
     *
     * @param generation which of its completions is meant, from 1: the next one after one was revoked since its statements
     *     were
     */
    record Found(UUID id, String reference, int generation) implements EnrolmentByPlatformAccount {}

    /**
     * There is none.
     *
     * @param member that is wrong
     * @param code why
     */
    record None(String member, String code) implements EnrolmentByPlatformAccount {}

    /** Knows whose accounts are. */
    interface Source {

        /** The enrolment for each. */
        Map<Asked, EnrolmentByPlatformAccount> find(Handle handle, Collection<Asked> asked);
    }
}
