package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What the page of a completion shows.
 *
 * @param values its members as they are now, by name
 * @param isOffice whether the office reads it
 * @param sent the form that was sent; null if none was
 */
record RecordPageView(
        DeskContext context, CompletionHistoryView history, Map<String, String> values, boolean isOffice, Sent sent) {

    /** The others are details, which are declared once, and not here. */
    private static final Set<String> WITH_LABELS = Set.of("status", "enrolment", "completedOn", "reason");

    /**
     * A form that was sent.
     *
     * @param faults what is wrong with its fields, by name
     * @param problem what is wrong with it as a whole; null if nothing is
     * @param would what it would do; null if it is refused
     */
    record Sent(
            CompletionChangeForm form,
            Map<String, String> values,
            Map<String, String> faults,
            String problem,
            Would would) {}

    /**
     * What a form would do.
     *
     * @param isOther whether something else was confirmed
     * @param effect confirms it
     */
    record Would(List<Change> changes, List<Effect.OnCohort> cohorts, boolean isOther, String effect) {}

    /** A field of a form. */
    record Field(String name, String value, String fault) {}

    static RecordPageView of(
            DeskContext context, CompletionHistoryView history, Map<String, String> values, boolean isOffice) {
        return new RecordPageView(context, history, values, isOffice, null);
    }

    RecordPageView refused(CompletionChangeForm form, Map<String, String> sent, ItemVerdict verdict) {
        Map<String, String> faults = new HashMap<>();
        verdict.problem().errors().stream()
                .filter(one -> one.column() != null && form.fields().contains(one.column()))
                .forEach(one -> faults.merge(one.column(), one.detail(), (a, b) -> a + " " + b));
        return new RecordPageView(
                context,
                history,
                values,
                isOffice,
                new Sent(form, sent, faults, verdict.problem().sentence(), null));
    }

    RecordPageView wouldDo(
            CompletionChangeForm form,
            Map<String, String> sent,
            DryRunBatchView would,
            String effect,
            boolean isOther) {
        CompletionHistoryView.State now = now();
        CompletionView then = would.completions().get(0).completion();
        List<Change> changes = new ArrayList<>();
        note(changes, label("status"), state(now.status(), now.because()), state(then.status(), then.because()));
        form.fields().stream()
                .filter(name -> form.equals(CompletionChangeForm.CORRECTION) && !name.equals("reason"))
                .filter(name -> !sent.getOrDefault(name, "").isBlank())
                .forEach(name -> note(
                        changes,
                        label(name),
                        values.getOrDefault(name, ""),
                        sent.get(name).strip()));
        return new RecordPageView(
                context,
                history,
                values,
                isOffice,
                new Sent(
                        form,
                        sent,
                        Map.of(),
                        null,
                        new Would(changes, would.effect().cohorts(), isOther, effect)));
    }

    private static void note(List<Change> changes, String what, String from, String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Change(what, from, to));
        }
    }

    /** The page of the person, which the office alone may open; null if there is none. */
    public String personAddress() {
        return isOffice && now().learnerId() != null ? context.page("/persons/" + now().learnerId()) : null;
    }

    /** The newest state. */
    public CompletionHistoryView.State now() {
        return history.states().get(history.states().size() - 1);
    }

    /** The states, the newest first. */
    public List<CompletionHistoryView.State> newestFirst() {
        List<CompletionHistoryView.State> newest = new ArrayList<>(history.states());
        Collections.reverse(newest);
        return newest;
    }

    /** Whether a form was sent that cannot be done. */
    public boolean isRefused() {
        return sent != null && sent.problem != null;
    }

    public boolean isRevoked() {
        return now().status() == CompletionStatus.REVOKED;
    }

    /** Whether and why it counts, in words. */
    public String state(CompletionStatus status, String because) {
        return state(context, status, because);
    }

    static String state(DeskContext context, CompletionStatus status, String because) {
        String state = because == null || status == CompletionStatus.REVOKED ? status.word() : because;
        return context.tell(Message.of("records.state." + state));
    }

    public String say(String key) {
        return context.tell(Message.of("records." + key));
    }

    public String at(Instant instant) {
        return context.day(instant);
    }

    /** What people fill in to correct it. */
    public List<Field> correction() {
        return fields(CompletionChangeForm.CORRECTION);
    }

    /** What people fill in to revoke it. */
    public List<Field> revocation() {
        return fields(CompletionChangeForm.REVOCATION);
    }

    private List<Field> fields(CompletionChangeForm form) {
        boolean isSent = sent != null && sent.form.equals(form);
        return form.fields().stream()
                .map(name -> new Field(
                        name,
                        isSent ? sent.values.getOrDefault(name, "") : values.getOrDefault(name, ""),
                        isSent ? sent.faults.get(name) : null))
                .toList();
    }

    /** What confirms the form that was sent: all that was filled in, with the digest of what was shown. */
    public Map<String, String> confirmation() {
        Map<String, String> confirmation = new LinkedHashMap<>(sent.values);
        confirmation.put("effect", sent.would.effect);
        return confirmation;
    }

    /** By how much the counts of a cohort change. */
    public String effect(Effect.OnCohort one) {
        return effect(context, one);
    }

    static String effect(DeskContext context, Effect.OnCohort one) {
        return context.tell(
                Message.of("records.effect", one.cohort(), signed(one.trained()), signed(one.completions())));
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : Integer.toString(number);
    }

    /** The day in a state; empty if the completion was revoked before it came. */
    public String completedOn(CompletionHistoryView.State state) {
        return state.stated() == null ? "" : context.day(state.stated().completedOn());
    }

    /** What a member is called; a detail as its column in a table. */
    public String label(String member) {
        return WITH_LABELS.contains(member)
                ? say(member)
                : context.tell(Message.of("completion-table-profiles.column." + member));
    }

    public String hint(Field field) {
        return isRequired(field) ? say("reason.what") : context.tell(Message.of("column.completion." + field.name()));
    }

    /** All others may stay as they are. */
    public boolean isRequired(Field field) {
        return field.name().equals("reason");
    }

    /** Where a form is sent: {@code corrections} or {@code revocations}. */
    public String action(String form) {
        return context.page(context.path() + "/" + form);
    }

    public String actionOfSent() {
        return action(sent.form.path());
    }
}
