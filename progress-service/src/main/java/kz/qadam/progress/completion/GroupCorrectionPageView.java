package kz.qadam.progress.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What the page that corrects a group shows. The name of a field is that of a column, a dot, and the id of a completion.
 *
 * @param rows the completions, those that have not counted for longest first
 * @param reason for all corrections
 * @param would what the form would do; null before it is sent
 */
record GroupCorrectionPageView(DeskContext context, String cause, List<Row> rows, String reason, Would would) {

    /**
     * A completion, with what is filled in.
     *
     * @param version of the completion that the reader saw
     * @param outcome how it would count, or what is wrong; null before the form is sent
     */
    record Row(
            String id,
            String reference,
            String version,
            String enrolment,
            String completedOn,
            String outcome,
            boolean isRefused) {

        static Row of(Completion one) {
            return new Row(
                    one.id().toString(),
                    one.reference(),
                    Integer.toString(one.version()),
                    one.content().enrolment(),
                    one.content().completedOn().toString(),
                    null,
                    false);
        }

        private Row filled(Map<String, String> sent) {
            return new Row(
                    id,
                    reference,
                    sent.getOrDefault("version." + id, version),
                    sent.getOrDefault("enrolment." + id, enrolment),
                    sent.getOrDefault("completedOn." + id, completedOn),
                    null,
                    false);
        }

        private Row with(String words, boolean refused) {
            return new Row(id, reference, version, enrolment, completedOn, words, refused);
        }

        private Map<String, String> cells(String why) {
            return Map.of(
                    "completion", id,
                    "version", version,
                    "enrolment", enrolment,
                    "completedOn", completedOn,
                    "reason", why);
        }
    }

    /**
     * What the form would do.
     *
     * @param isOther whether something else was confirmed
     * @param effect confirms it
     */
    record Would(List<Effect.OnCohort> cohorts, boolean isOther, String effect, boolean hasAnythingToConfirm) {}

    static GroupCorrectionPageView of(DeskContext context, String cause, List<Completion> first) {
        return new GroupCorrectionPageView(
                context, cause, first.stream().map(Row::of).toList(), "", null);
    }

    GroupCorrectionPageView filled(Map<String, String> sent) {
        return new GroupCorrectionPageView(
                context,
                cause,
                rows.stream()
                        .filter(row -> sent.containsKey("version." + row.id))
                        .map(row -> row.filled(sent))
                        .toList(),
                sent.getOrDefault("reason", "").strip(),
                null);
    }

    /** The form as a table of corrections. */
    byte[] table() {
        return CompletionChangeForm.CORRECTION.table(
                rows.stream().map(row -> row.cells(reason)).toList());
    }

    GroupCorrectionPageView wouldDo(DryRunBatchView batch, String effect, boolean isOther) {
        Map<Integer, CompletionView> then = batch.completions().stream()
                .collect(Collectors.toMap(DryRunBatchView.Preview::index, DryRunBatchView.Preview::completion));
        List<ItemVerdict> verdicts = batch.answer().results();
        List<Row> judged = IntStream.range(0, rows.size())
                .mapToObj(i -> judged(rows.get(i), verdicts.get(i), then.get(i)))
                .toList();
        var would = new Would(
                batch.effect().cohorts(), isOther, effect, !batch.completions().isEmpty());
        return new GroupCorrectionPageView(context, cause, judged, reason, would);
    }

    /** What is left when the others were corrected: the rows that were refused, as they were filled in. */
    GroupCorrectionPageView left(List<ItemVerdict> verdicts) {
        List<Row> refused = IntStream.range(0, rows.size())
                .filter(i -> verdicts.get(i).problem() != null)
                .mapToObj(i -> rows.get(i).with(verdicts.get(i).problem().sentence(), true))
                .toList();
        return new GroupCorrectionPageView(context, cause, refused, reason, null);
    }

    /** Whether something that is filled in is refused. */
    public boolean isRefused() {
        return rows.stream().anyMatch(Row::isRefused);
    }

    private Row judged(Row row, ItemVerdict verdict, CompletionView then) {
        return verdict.problem() == null
                ? row.with(RecordPageView.state(context, then.status(), then.because()), false)
                : row.with(verdict.problem().sentence(), true);
    }

    /** What confirms: all that was filled in. */
    public Map<String, String> confirmation() {
        Map<String, String> confirmation = new LinkedHashMap<>();
        rows.forEach(row -> {
            confirmation.put("version." + row.id, row.version);
            confirmation.put("enrolment." + row.id, row.enrolment);
            confirmation.put("completedOn." + row.id, row.completedOn);
        });
        confirmation.put("reason", reason);
        return confirmation;
    }

    /** How many rows would have each outcome. */
    public Map<String, Long> outcomes() {
        return rows.stream()
                .filter(row -> !row.isRefused)
                .map(Row::outcome)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }

    public String effect(Effect.OnCohort one) {
        return RecordPageView.effect(context, one);
    }

    public String what() {
        return context.tell(Message.of("waiting." + cause + ".what"));
    }

    public String title() {
        return context.tell(Message.of("waiting." + cause + ".title"));
    }

    public String action() {
        return context.page(context.path());
    }
}
