package kz.qadam.enrolment.enrolments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.chassis.submissions.submission.SubmissionKind;

/** The common part of all kinds of submission about enrolments. */
abstract class EnrolmentSubmissionKind<P extends Record & EnrolmentSubmissionKind.Post>
        implements SubmissionKind<P, EnrolmentView, Effect> {

    /** What every submission about an enrolment has; each member is null if it is absent or cannot be read. */
    interface Post {

        String institution();

        /** The reference that the answer repeats. */
        String reference();

        /** The cohort in the submission, or null. */
        String cohort();
    }

    private final String name;
    private final ItemReader<P> reader;
    private final Columns columns;
    private final EnrolmentPublisher publisher;
    private final Clock clock;

    EnrolmentSubmissionKind(String name, ItemReader<P> reader, EnrolmentPublisher publisher, Clock clock) {
        this(name, reader, reader.columns(), publisher, clock);
    }

    EnrolmentSubmissionKind(
            String name, ItemReader<P> reader, Columns columns, EnrolmentPublisher publisher, Clock clock) {
        this.name = name;
        this.reader = reader;
        this.columns = columns;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String location() {
        return "/v1/enrolments/";
    }

    /** An item of a partner that names another institution is rejected, whatever other faults it has. */
    @Override
    public ParsedItem<P> read(Item item, Submitter submitter, String trace) {
        ItemFields fields = item.fields();
        if (submitter.isOffice()) {
            fields.require("institution");
        }
        P content = reader.read(fields);
        String named = content.institution();
        String actingFor = submitter.institution().orElse(named);
        Optional<Problem> problem = named == null || named.equals(actingFor)
                ? Optional.empty()
                : Optional.of(new Problem(ProblemType.NOT_YOURS, fields.fault("institution", "not-yours")));
        return new ParsedItem<>(item, content, submitter, actingFor, content.reference(), problem, trace);
    }

    /** An enrolment is never pending or refused, but the answers of all services count the same verdicts. */
    @Override
    public List<String> keptVerdicts() {
        return List.of("accepted", "pending", "refused");
    }

    @Override
    public Effect total(List<Effect> effects) {
        return Effect.total(effects);
    }

    @Override
    public Object preview(Result<EnrolmentView, Effect> result) {
        return EnrolmentPreview.of(result);
    }

    EnrolmentPublisher publisher() {
        return publisher;
    }

    Instant now() {
        return clock.instant();
    }

    /** The institution whose enrolments the submitter may see; null: all. */
    static String visibleInstitution(List<? extends ParsedItem<?>> items) {
        return items.get(0).submitter().institution().orElse(null);
    }
}
