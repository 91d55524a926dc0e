package kz.qadam.enrolment.enrolments;

import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.security.Role;

/** An enrolment with every state that it has had, in words: on its page, and in the answer to the person. */
public record EnrolmentHistoryInWords(DeskContext context, EnrolmentRecord record) {

    /** A state: when it was recorded, what happened, who did it, what it says, and the reason that was given. */
    public record Line(String at, String event, String by, String content, String reason) {}

    /** What it is about, as people tell it from others. */
    public String title() {
        EnrolmentView now = record.enrolment();
        return now.course() + ", " + now.institution() + " · " + now.reference();
    }

    /** Whether the learner still takes the course. */
    public String status() {
        return LearnerEnrolmentsPanelView.status(context, record.enrolment());
    }

    /** What labels it in a page of several. */
    public String id() {
        return "enrolment-" + record.id();
    }

    /** Where the office corrects it. */
    public String path() {
        return EnrolmentRecordPage.pathOf(record.id());
    }

    /** The states, the oldest first. */
    public List<Line> lines() {
        return record.states().stream()
                .map(state -> new Line(
                        state.recordedAt() == null ? "" : context.dayAndTime(state.recordedAt()),
                        say("event." + state.event()),
                        author(state.by()),
                        content(state),
                        state.reason() == null ? "" : state.reason()))
                .toList();
    }

    private String author(EnrolmentHistoryView.Author by) {
        if (by == null) {
            return say("unrecorded");
        }
        return by.role().equals(Role.OFFICE) ? say("office") : by.institution();
    }

    private String content(EnrolmentHistoryView.State state) {
        List<String> parts = new ArrayList<>(List.of(state.course(), state.cohort(), state.region()));
        parts.add(say("enrolled-on", context.day(state.enrolledOn())));
        if (state.attributes() != null) {
            state.attributes().values().forEach((name, value) -> {
                EnrolmentAttributes.Declared one =
                        EnrolmentAttributes.declared(name).orElseThrow();
                parts.add(context.tell(one.title()) + ": " + context.tell(one.word(value)));
            });
        }
        if (state.withdrawnOn() != null) {
            parts.add(say("left-on", context.day(state.withdrawnOn())));
        }
        return String.join(" · ", parts);
    }

    public String say(String key, Object... arguments) {
        return context.tell(Message.of("enrolment-records." + key, arguments));
    }
}
