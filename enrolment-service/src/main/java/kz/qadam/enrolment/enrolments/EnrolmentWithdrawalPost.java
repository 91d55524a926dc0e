package kz.qadam.enrolment.enrolments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The withdrawal of a learner from a course. Completions of the enrolment still count, also those reported later. */
@Schema(name = "Withdrawal", description = "A learner has left a course.")
record EnrolmentWithdrawalPost(
        @Schema(description = "A partner leaves it out: it follows from the token.", examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(description = "The reference of the enrolment (tried first) or its id.", examples = "E-1")
        @NotNull
        @Size(min = 1, max = 100)
        @OwnCode
        String enrolment,

        @Schema(description = "The local day on which the learner left.", examples = "2026-04-01") @NotNull
        LocalDate on,

        @Schema(
                description = "For your own record; it is not published, and must not name a person.",
                examples = "Moved away")
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason)
        implements Amendment {

    static final ItemReader<EnrolmentWithdrawalPost> READER = ItemReader.of(EnrolmentWithdrawalPost.class);

    static final String EXAMPLE = """
            {"enrolment": "E-1", "on": "2026-04-01", "reason": "Moved away"}""";

    static final String CSV = """
            enrolment,on,reason
            E-1,2026-04-01,Moved away
            """;

    @Override
    public List<Fault> brokenRules(ItemFields fields, NamedCatalogueEntries catalogue, LocalDate today) {
        return on != null && on.isAfter(today) ? List.of(fields.fault("on", "in-the-future/day")) : List.of();
    }

    @Override
    public Change applyTo(Enrolment before, ParsedItem<?> item, Instant now) {
        var present = before.withdrawal();
        var wanted = new Enrolment.Withdrawn(on, reason);
        if (present == null) {
            return new Change.Changed(
                    201, before.withdrawn(wanted, VersionOrigin.of(VersionOrigin.Event.WITHDRAWN, reason, item, now)));
        }
        return present.equals(wanted)
                        || (isWithoutReason(before) && present.withdrawnOn().equals(on))
                ? new Change.Unchanged()
                : Change.Refused.conflict(differences(present, item.fields()));
    }

    /** Reasons are not published: of a withdrawal that was taken over after a restore nobody knows it. */
    private static boolean isWithoutReason(Enrolment withdrawn) {
        return withdrawn.withdrawal().withdrawalReason() == null
                && withdrawn.origin().byRole() == null;
    }

    private List<Fault> differences(Enrolment.Withdrawn present, ItemFields fields) {
        List<Fault> differences = new ArrayList<>();
        if (!present.withdrawnOn().equals(on)) {
            differences.add(fields.fault("on", "differs"));
        }
        if (!Objects.equals(present.withdrawalReason(), reason)) {
            differences.add(fields.fault("reason", "differs"));
        }
        return differences;
    }
}
