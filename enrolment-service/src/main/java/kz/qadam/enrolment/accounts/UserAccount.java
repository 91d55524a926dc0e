package kz.qadam.enrolment.accounts;

import java.util.Objects;
import java.util.UUID;

/**
 * An account as the provider has it.
 *
 * @param name the user name, often a mail address
 * @param role null if its roles are none that are given here: it is the provider's administrator's alone
 * @param institution null if it is of none
 * @param region null if it is of none
 */
record UserAccount(UUID id, String name, UserAccountRole role, String institution, String region, boolean locked) {

    /** Whether it is what this invitation would make, or may become that: an account that is being made gets its role last. */
    boolean isOf(UserAccountPost post) {
        return (role == null || role == post.role())
                && Objects.equals(institution, post.institution())
                && Objects.equals(region, post.region());
    }
}
