package kz.qadam.enrolment.accounts;

import jakarta.validation.constraints.NotNull;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a change of an account. */
@Schema(name = "NewAccountChange", description = "Something is to be done to an account.")
record UserAccountChangePost(
        @Schema(
                description = "lock: nobody can log in by it, its sessions end within seconds, its link opens nothing."
                        + " unlock: the former password and second factor work again. password-reset: the password opens"
                        + " nothing any more, the sessions end, and the answer has a link to choose another."
                        + " second-factor-reset: codes of a lost phone open nothing any more, the sessions end, and the"
                        + " next log in, which the password opens, sets a new one up.",
                examples = "lock")
        @NotNull
        UserAccountChange change,

        @Schema(nullable = true, description = "In which the link speaks to the person.", examples = "kk")
        PasswordLinkLanguage language) {

    private static final ItemReader<UserAccountChangePost> READER = ItemReader.of(UserAccountChangePost.class);

    static final String EXAMPLE = """
            {"change": "second-factor-reset"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static UserAccountChangePost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
