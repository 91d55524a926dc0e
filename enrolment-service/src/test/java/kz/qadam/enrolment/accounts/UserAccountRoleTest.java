package kz.qadam.enrolment.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserAccountRoleTest {

    @ParameterizedTest
    @EnumSource
    void an_account_with_one_role_has_it(UserAccountRole role) {
        assertThat(UserAccountRole.of(
                        List.of("default-roles-qadam", "offline_access", "uma_authorization", role.code())))
                .contains(role);
    }

    @Test
    void a_partner_admin_is_a_partner_too() {
        assertThat(UserAccountRole.of(Set.of("partner", "partner-admin"))).contains(UserAccountRole.PARTNER_ADMIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"office,partner", "auditor,auditor-of-region", "partner,realm-keeper", "realm-keeper"})
    void an_account_with_other_roles_is_the_providers(String roles) {
        assertThat(UserAccountRole.of(Set.of(roles.split(",", -1)))).isEmpty();
    }

    @Test
    void an_account_without_a_role_is_the_providers() {
        assertThat(UserAccountRole.of(Set.of("default-roles-qadam"))).isEmpty();
    }
}
