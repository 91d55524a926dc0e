package kz.qadam.enrolment.enrolments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.DryRunResult;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.SubmissionKind;

/** The common part of all kinds of submission about enrolments. */
abstract class EnrolmentKind<P> implements SubmissionKind<P, EnrolmentView, Effect> {

    static final String LOCATION = "/v1/enrolments/";

    private final EnrolmentPublisher publisher;
    private final Clock clock;

    EnrolmentKind(EnrolmentPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String location() {
        return LOCATION;
    }

    /** An enrolment is never pending or refused, but the answers of all services count the same verdicts. */
    @Override
    public List<String> keptVerdicts() {
        return List.of("accepted", "pending", "refused");
    }

    @Override
    public void committed(List<Outcome<EnrolmentView>> outcomes) {
        publisher.wake();
    }

    @Override
    public Effect total(List<Effect> effects) {
        return Effect.total(effects);
    }

    @Override
    public Object preview(DryRunResult<EnrolmentView, Effect> result) {
        return EnrolmentPreview.of(result);
    }

    EnrolmentPublisher publisher() {
        return publisher;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An item of a partner that names another institution is rejected, whatever other faults it has. */
    static <P> ParsedItem<P> parsed(
            Item item, Submitter submitter, P content, String institution, String reference, String trace) {
        if (submitter.isOffice()) {
            item.fields().require("institution");
        }
        boolean isOtherInstitution = institution != null
                && submitter
                        .institution()
                        .filter(own -> !own.equals(institution))
                        .isPresent();
        Optional<Problem> problem = isOtherInstitution
                ? Optional.of(new Problem(ProblemType.NOT_YOURS, item.fields().fault("institution", "not-yours")))
                : Optional.empty();
        String actingFor = submitter.institution().orElse(institution);
        return new ParsedItem<>(item, content, submitter, actingFor, reference, problem, trace);
    }

    /** The institution whose enrolments the submitter may see; null: all. */
    static String visibleInstitution(List<? extends ParsedItem<?>> items) {
        return items.get(0).submitter().institution().orElse(null);
    }
}
