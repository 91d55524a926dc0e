package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.enrolment.catalogue.Catalogue;

/** That a learner has left a course. What was completed before, or turns out to have been, stays. */
record Withdrawal(Target target, LocalDate on, String reason) implements Amendment {

    static final Columns COLUMNS = WithdrawalForm.FORM.columns();

    static Withdrawal read(Item item, Acting acting) {
        WithdrawalForm sent = WithdrawalForm.FORM.read(item.fields());
        return new Withdrawal(
                Target.of(item.fields(), acting, sent.institution(), sent.enrolment()), sent.on(), sent.reason());
    }

    @Override
    public List<String> codes() {
        return Arrays.asList(null, null);
    }

    @Override
    public Optional<Problem> problem(Catalogue catalogue, LocalDate today) {
        Fields fields = target.fields();
        List<Fault> broken = new ArrayList<>(Rules.reporter(target, catalogue));
        if (on != null && on.isAfter(today)) {
            broken.add(fields.fault("on", "in-the-future/day"));
        }
        return fields.certainProblem(broken);
    }

    @Override
    public Effect on(Enrolment enrolment, Instant now) {
        var wanted = new Enrolment.Withdrawn(on, reason);
        var present = enrolment.withdrawal();
        if (present == null) {
            var origin =
                    new Origin(Origin.Event.WITHDRAWN, reason, target.acting().role(), now);
            return new Effect.Changed(201, enrolment.withdrawn(wanted, origin));
        }
        return present.equals(wanted) ? new Effect.Unchanged() : Amendment.conflict(differences(present));
    }

    private List<Fault> differences(Enrolment.Withdrawn present) {
        List<Fault> differences = new ArrayList<>();
        if (!present.on().equals(on)) {
            differences.add(target.fields().fault("on", "differs"));
        }
        if (!Objects.equals(present.reason(), reason)) {
            differences.add(target.fields().fault("reason", "differs"));
        }
        return differences;
    }
}
