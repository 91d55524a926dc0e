package kz.qadam.enrolment.accounts;

import java.util.UUID;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;

/**
 * Whose accounts somebody keeps: the office those of all, an administrator of an institution those of partners and
 * partner-admins of this institution. Nobody changes the own account.
 *
 * @param institution null: the office
 * @param self the caller's own account, as the subject of tokens names it
 */
record AccountScope(String institution, String self) {

    /** @throws Problem 403 if the caller keeps no accounts */
    static AccountScope of(Caller caller) {
        return new AccountScope(caller.submitter().institution().orElse(null), caller.subject());
    }

    /** Whether the caller may know that there is this account. */
    boolean sees(UserAccount account) {
        return institution == null
                || (institution.equals(account.institution())
                        && account.role() != null
                        && account.role().isOfInstitution());
    }

    /** @throws Problem 403 if the caller must not invite such a person; what the post lacks is another problem */
    void requireInviting(UserAccountPost post) {
        if (institution == null) return;
        if (post.role() != null && !post.role().isOfInstitution()) {
            throw new Problem(
                    ProblemType.NOT_YOURS,
                    Fault.at(
                            "/role",
                            "account-role/not-yours",
                            "role",
                            post.role().code()));
        }
        if (post.institution() != null && !institution.equals(post.institution())) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.at("/institution", "not-yours"));
        }
    }

    /** Whether this account is the caller's own. */
    boolean isOwn(UUID account) {
        return account.toString().equals(self);
    }

    /** @throws Problem 422 if the account is the caller's own, or has roles that are not given here */
    void requireChanging(AccountView account) {
        if (isOwn(account.id())) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("id", "account-own"));
        }
        if (account.role() == null) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter("id", "account-of-provider"));
        }
    }
}
