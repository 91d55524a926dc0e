package kz.qadam.enrolment.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a change of an account. */
@Schema(name = "ChangedAccount", description = "An account after a change.")
record ChangedAccountView(
        AccountView account,

        @Schema(nullable = true, description = "After a password-reset: by which the person goes on.")
        PasswordLinkView link) {}
