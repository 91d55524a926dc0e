package kz.qadam.enrolment.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordLinkCodeTest {

    @Test
    void a_code_has_five_groups_of_four_and_is_no_other() {
        SecureRandom random = new SecureRandom();

        PasswordLinkCode code = PasswordLinkCode.random(random);

        assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(PasswordLinkCode.random(random)).isNotEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k7qm2xtr9whd4fvnb3c0", "K7QM 2XTR 9WHD 4FVN B3CO", " k7qm-2xtr-9whd-4fvn-b3co\n"})
    void a_code_is_read_as_people_write_it(String written) {
        assertThat(PasswordLinkCode.read(written)).contains(new PasswordLinkCode("K7QM-2XTR-9WHD-4FVN-B3C0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K7QM", "K7QM-2XTR-9WHD-4FVN-B3CEX", "K7QM-2XTR-9WHD-4FVN-B3C?", "K7QM-2XTR-9WHD-4FVN-B3CU"})
    void what_is_no_code_is_none(String written) {
        assertThat(PasswordLinkCode.read(written)).isEmpty();
    }

    @Test
    void neither_a_log_nor_the_database_has_it() {
        PasswordLinkCode code = PasswordLinkCode.random(new SecureRandom());

        assertThat(code.toString()).doesNotContain(code.text());
        assertThat(code.digest()).hasSize(64).doesNotContain(code.text());
    }
}
