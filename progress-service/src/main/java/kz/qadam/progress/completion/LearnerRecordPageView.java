package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.ReadingsTable;
import kz.qadam.chassis.http.batch.OptionalMemberGroups;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.progress.learner.LearnerProgressView;

/**
 * What the page shows of one learner.
 *
 * @param desk where the office reads it, and in which language
 * @param context the same in the language of the answer to the person
 */
record LearnerRecordPageView(DeskContext desk, DeskContext context, LearnerRecordView held) {

    private static final String DETAIL = "detail.";

    /** A state: when it was recorded, what happened, who did it, what it says, and the reason that was given. */
    record Line(String at, String event, String by, String content, String reason) {}

    public String language() {
        return context.language().tag();
    }

    public String say(String key, Object... arguments) {
        return context.tell(Message.of("learner-records." + key, arguments));
    }

    /** What a completion is about, and its state. */
    public String title(CompletionHistoryView one) {
        CompletionHistoryView.State now = now(one);
        String where = now.course() == null ? one.institution() : now.course() + ", " + one.institution();
        return where + " · " + one.reference() + " · " + RecordPageView.state(context, now.status(), now.because());
    }

    private static CompletionHistoryView.State now(CompletionHistoryView one) {
        return one.states().get(one.states().size() - 1);
    }

    /** Whether it can be corrected: what is revoked stays so. */
    public boolean canBeCorrected(CompletionHistoryView one) {
        return now(one).status() != CompletionStatus.REVOKED;
    }

    public String correction(CompletionHistoryView one) {
        return desk.page(RecordPage.PATH + "/" + one.id());
    }

    /** The states, the oldest first. */
    public List<Line> lines(CompletionHistoryView one) {
        return one.states().stream()
                .map(state -> new Line(
                        context.dayAndTime(state.recordedAt()),
                        context.tell(Message.of("records.cause." + state.cause())),
                        author(state.by()),
                        content(state),
                        state.reason() == null ? "" : state.reason()))
                .toList();
    }

    private String author(CompletionHistoryView.Author by) {
        if (by == null) {
            return say("service");
        }
        return by.role().equals(Role.OFFICE) ? say("office") : by.institution();
    }

    private String content(CompletionHistoryView.State state) {
        List<String> parts = new ArrayList<>();
        parts.add(RecordPageView.state(context, state.status(), state.because()));
        if (state.stated() != null) {
            parts.add(say("completed-on", context.day(state.stated().completedOn())));
            OptionalMemberGroups.said(state.stated().details())
                    .forEach((name, value) -> parts.add(text(DETAIL + name, name) + ": " + inWords(name, value)));
        }
        return String.join(" · ", parts);
    }

    private String inWords(String name, Object value) {
        String plain = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text(DETAIL + name + "." + plain, plain);
    }

    /** The text of a key; what is given otherwise, if there is none. */
    private String text(String key, String otherwise) {
        return Message.startingWith(key).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(context::tell)
                .orElse(otherwise);
    }

    public String trained(LearnerProgressView.InCohort one) {
        return one.trained()
                ? say("trained.yes", one.cohort(), context.day(one.trainedOn()))
                : say("trained.no", one.cohort());
    }

    public String account(PlatformAccountView one) {
        return say("account", one.institution(), one.platform(), one.account()) + " · " + one.enrolment();
    }

    /** What a platform has said, with its id, by which the platform finds it. */
    public String statement(PlatformAccountView.Statement one) {
        return Stream.of(
                        context.dayAndTime(one.at()),
                        one.course(),
                        one.activity(),
                        one.result(),
                        context.tell(Message.of("statement-line.became." + one.state())),
                        one.because(),
                        one.id().toString())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    public ReadingsTable readers() {
        return ReadingsTable.of(context, "completion-readers-title", held.readings());
    }

    /** The same as programs get it. */
    public String file() {
        return desk.page(desk.path() + "/file");
    }
}
