package kz.qadam.enrolment.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to an account. */
@Schema(name = "AccountChange")
enum UserAccountChange {
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

    static Optional<UserAccountChange> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
