package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;

/** The withdrawal of a learner from a course. Completions of the enrolment still count, also those reported later. */
record Withdrawal(String institution, String enrolment, LocalDate on, String reason) implements Amendment {

    static final Columns COLUMNS = WithdrawalForm.FORM.columns();

    static Withdrawal read(Fields fields) {
        WithdrawalForm sent = WithdrawalForm.FORM.read(fields);
        return new Withdrawal(sent.institution(), sent.enrolment(), sent.on(), sent.reason());
    }

    @Override
    public String course() {
        return null;
    }

    @Override
    public String cohort() {
        return null;
    }

    @Override
    public List<Fault> brokenRules(Fields fields, Catalogue catalogue, LocalDate today) {
        return on != null && on.isAfter(today) ? List.of(fields.fault("on", "in-the-future/day")) : List.of();
    }

    @Override
    public Change applyTo(Enrolment enrolment, ParsedItem<?> item, Instant now) {
        var wanted = new Enrolment.Withdrawn(on, reason);
        var present = enrolment.withdrawal();
        if (present == null) {
            var origin =
                    new Origin(Origin.Event.WITHDRAWN, reason, item.submitter().role(), now);
            return new Change.Changed(201, enrolment.withdrawn(wanted, origin));
        }
        return present.equals(wanted)
                ? new Change.Unchanged()
                : Change.Refused.conflict(differences(present, item.fields()));
    }

    private List<Fault> differences(Enrolment.Withdrawn present, Fields fields) {
        List<Fault> differences = new ArrayList<>();
        if (!present.on().equals(on)) {
            differences.add(fields.fault("on", "differs"));
        }
        if (!Objects.equals(present.reason(), reason)) {
            differences.add(fields.fault("reason", "differs"));
        }
        return differences;
    }
}
