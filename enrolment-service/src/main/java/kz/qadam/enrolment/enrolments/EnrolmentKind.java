package kz.qadam.enrolment.enrolments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.kafka.KafkaTraffic;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.DryRunResult;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.SubmissionKind;

/** What holds for every kind of submission about enrolments. */
abstract class EnrolmentKind<P> implements SubmissionKind<P, EnrolmentView, Effect> {

    static final String LOCATION = "/v1/enrolments/";

    private final KafkaTraffic kafka;
    private final Clock clock;

    EnrolmentKind(KafkaTraffic kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    @Override
    public String location() {
        return LOCATION;
    }

    /** No enrolment is pending or refused: answers count the same verdicts in all services of the suite. */
    @Override
    public List<String> keptVerdicts() {
        return List.of("accepted", "pending", "refused");
    }

    @Override
    public void committed(List<Outcome<EnrolmentView>> outcomes) {
        kafka.wake(EnrolmentMail.NAME);
    }

    @Override
    public Effect total(List<Effect> effects) {
        return Effect.total(effects);
    }

    @Override
    public Object preview(DryRunResult<EnrolmentView, Effect> result) {
        return EnrolmentPreview.of(result);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The institution that an item names, which the office must and a partner may; null, and noted, if unreadable. */
    static String readInstitution(Fields fields, Submitter submitter) {
        if (!submitter.isOffice()) {
            return fields.text("institution", 100);
        }
        fields.require("institution");
        return fields.freeText("institution", 100);
    }

    /** A partner that names another institution than its own is rejected, whatever else is wrong with the item. */
    static <P> ParsedItem<P> parsed(
            Item item, Submitter submitter, P content, String institution, String reference, String trace) {
        boolean isNotYours = institution != null
                && submitter
                        .institution()
                        .filter(own -> !own.equals(institution))
                        .isPresent();
        Optional<Problem> problem = isNotYours
                ? Optional.of(new Problem(ProblemType.NOT_YOURS, item.fields().fault("institution", "not-yours")))
                : Optional.empty();
        String actingFor = submitter.institution().orElse(institution);
        return new ParsedItem<>(item, content, submitter, actingFor, reference, problem, trace);
    }

    /** Whose enrolments the submitter may learn about; null: all. */
    static String visibleInstitution(List<? extends ParsedItem<?>> items) {
        return items.get(0).submitter().institution().orElse(null);
    }
}
