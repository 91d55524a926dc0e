package kz.qadam.enrolment.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountScopeTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final AccountScope OFFICE = new AccountScope(null, OWN.toString());
    private static final AccountScope SCHOOL = new AccountScope("school-42", OWN.toString());

    @ParameterizedTest
    @EnumSource(names = {"PARTNER", "PARTNER_ADMIN"})
    void an_administrator_sees_the_partners_of_its_institution_and_no_others(UserAccountRole role) {
        assertThat(SCHOOL.sees(account(role, "school-42"))).isTrue();
        assertThat(SCHOOL.sees(account(role, "school-43"))).isFalse();
        assertThat(SCHOOL.sees(account(role, null))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARTNER", "PARTNER_ADMIN"})
    void an_administrator_never_sees_staff_even_with_its_institution(UserAccountRole role) {
        assertThat(SCHOOL.sees(account(role, "school-42"))).isFalse();
        assertThat(OFFICE.sees(account(role, "school-42"))).isTrue();
    }

    @Test
    void an_account_with_other_roles_is_seen_by_the_office_alone() {
        assertThat(SCHOOL.sees(account(null, "school-42"))).isFalse();
        assertThat(OFFICE.sees(account(null, "school-42"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARTNER", "PARTNER_ADMIN"})
    void an_administrator_invites_no_staff(UserAccountRole role) {
        assertThatThrownBy(() -> SCHOOL.requireInviting(invitation(role, null)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_YOURS));
        OFFICE.requireInviting(invitation(role, null));
    }

    @Test
    void an_administrator_invites_to_its_own_institution_alone() {
        assertThatThrownBy(() -> SCHOOL.requireInviting(invitation(UserAccountRole.PARTNER, "school-43")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_YOURS));
        SCHOOL.requireInviting(invitation(UserAccountRole.PARTNER_ADMIN, "school-42"));
        OFFICE.requireInviting(invitation(UserAccountRole.PARTNER, "school-43"));
    }

    @Test
    void nobody_changes_the_own_account() {
        assertThatThrownBy(() -> OFFICE.requireChanging(view(OWN, UserAccountRole.OFFICE)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.RULE_VIOLATED));
        OFFICE.requireChanging(view(UUID.randomUUID(), UserAccountRole.OFFICE));
    }

    @Test
    void an_account_with_other_roles_is_not_changed_here() {
        assertThatThrownBy(() -> OFFICE.requireChanging(view(UUID.randomUUID(), null)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.RULE_VIOLATED));
    }

    private static UserAccount account(UserAccountRole role, String institution) {
        return new UserAccount(UUID.randomUUID(), "head", role, institution, null, false);
    }

    private static UserAccountPost invitation(UserAccountRole role, String institution) {
        return new UserAccountPost("head", role, institution, null, null);
    }

    private static AccountView view(UUID id, UserAccountRole role) {
        return AccountView.of(new UserAccount(id, "head", role, null, null, false), null, Instant.EPOCH);
    }
}
