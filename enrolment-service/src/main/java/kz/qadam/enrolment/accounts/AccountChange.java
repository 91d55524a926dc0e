package kz.qadam.enrolment.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to an account. */
enum AccountChange {
    @JsonProperty("lock")
    LOCK,
    @JsonProperty("unlock")
    UNLOCK,
    @JsonProperty("password-reset")
    PASSWORD_RESET,
    @JsonProperty("second-factor-reset")
    SECOND_FACTOR_RESET;

    /** Its segment in paths, and in the trail. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AccountChange> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
