package kz.qadam.enrolment.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.SelfChecking;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an invitation. */
@Schema(name = "NewAccount", description = "A person who is to have an account.")
record UserAccountPost(
        @Schema(
                description =
                        "The mail address of the person, or a user name of 3 to 100 letters, digits, dots and dashes"
                                + " without upper case. It stays at the provider of logins.",
                examples = "head@school-42.example")
        @NotNull
        @Size(min = 3, max = 100)
        @FreeText(mayHonourPerson = true)
        @Pattern(regexp = NAME, message = "account-name")
        String name,

        @Schema(
                description =
                        "An administrator of an institution invites partners and partner-admins of its institution.",
                examples = "partner-admin")
        @NotNull
        UserAccountRole role,

        @Schema(
                nullable = true,
                description =
                        "For a partner or partner-admin, and for nobody else. A partner’s administrator may leave it"
                                + " out.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        String institution,

        @Schema(
                nullable = true,
                description =
                        "For a region-office, auditor-of-region or viewer-of-region; possible for an auditor or viewer, who then"
                                + " sees this region only.",
                examples = "KZ-75")
        @Size(min = 1, max = 6)
        String region,

        @Schema(
                nullable = true,
                description = "In which the link and the provider speak to the person.",
                examples = "kk")
        PasswordLinkLanguage language)
        implements SelfChecking {

    /** Also a mail address, in ASCII. */
    static final String NAME = "[a-z0-9][a-z0-9._-]{2,99}|[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]+([.][a-z0-9-]+)+";

    private static final String INSTITUTION = "institution";

    private static final ItemReader<UserAccountPost> READER = ItemReader.of(UserAccountPost.class);

    /** What a table of invitations may have. */
    static final Columns COLUMNS = READER.columns();

    static final String CSV = """
            name,role,institution,region,language
            head@school-42.example,partner-admin,school-42,,kk
            """;

    static final String EXAMPLE = """
            {"name": "head@school-42.example", "role": "partner-admin", "institution": "school-42", "language": "kk"}""";

    /**
     * Reads an invitation by somebody with this scope. An administrator need not name its institution.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 403 if it is beyond the scope, or if the body has faults
     */
    static UserAccountPost read(ItemFields fields, AccountScope scope) {
        if (scope.institution() != null && !fields.has(INSTITUTION)) {
            fields.supply(INSTITUTION, scope.institution());
        }
        UserAccountPost post = READER.read(fields);
        scope.requireInviting(post);
        fields.throwProblem();
        return post;
    }

    @Override
    public void check(ItemFields fields) {
        if (role != null) {
            role.check(fields);
        }
        if (name != null && name.startsWith(RealmUsers.OF_PROGRAMS)) {
            fields.broken("name", "account-name/program");
        }
        if (region != null && !NamedCatalogueEntries.hasRegion(region)) {
            fields.broken("region", "unknown-region");
        }
    }

    /** The mail address; empty if the person is invited by a user name. */
    Optional<String> mail() {
        return Optional.of(name).filter(one -> one.indexOf('@') >= 0);
    }
}
