package kz.qadam.reporting.audit.hint;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.LastMonths;

/**
 * What the page of the hints of a month shows.
 *
 * @param hints those that are not settled first
 * @param events the newest event of each completion of a hint that names its learner, by the id of the completion
 * @param refused a form that was refused; null if none was
 * @param last the month of today
 */
record HintsPageView(
        DeskContext context,
        YearMonth month,
        List<ListedHint> hints,
        Map<UUID, UUID> events,
        Refused refused,
        YearMonth last) {

    private static final int MOST = 100;

    /** A form about a hint that was refused. */
    record Refused(UUID hint, DeskForm form) {

        /** What the ids of its fields end with. */
        public String suffix() {
            return "-" + hint;
        }
    }

    /** What can be found out about a hint. */
    record Choice(String outcome, String name, boolean isChosen) {}

    public String title() {
        return say("title.of", month.toString());
    }

    public String progress() {
        return say("progress", hints.stream().filter(ListedHint::settled).count(), hints.size());
    }

    public List<ListedHint> shown() {
        return shown(hints);
    }

    static List<ListedHint> shown(List<ListedHint> hints) {
        return hints.subList(0, Math.min(MOST, hints.size()));
    }

    public boolean isCut() {
        return hints.size() > MOST;
    }

    /** Whether no month after it has begun. */
    public boolean isLast() {
        return !month.isBefore(last);
    }

    public LastMonths months() {
        return LastMonths.of(context, last, month, one -> HintPage.PATH + "/" + one);
    }

    /** The addresses of the completions of a hint that names its learner, each as it was received last. */
    public List<String> completions(ListedHint one) {
        return one.hint().learnerId() == null
                ? List.of()
                : one.hint().completionIds().stream()
                        .map(events::get)
                        .filter(Objects::nonNull)
                        .map(event -> context.page("/audit/events/" + event))
                        .toList();
    }

    public String completion(int number) {
        return say("completion", number);
    }

    /** The pattern in words. */
    public String what(ListedHint one) {
        Hint hint = one.hint();
        return switch (hint.kind()) {
            case "same-second" ->
                say("same-second", hint.institution(), hint.count(), hint.course(), context.day(hint.day()));
            case "after-withdrawal" ->
                say("after-withdrawal", hint.institution(), hint.course(), context.day(hint.day()));
            case "many-institutions" -> say("many-institutions", hint.count(), context.day(hint.day()));
            default -> say("month-end", hint.institution(), hint.count(), context.day(hint.day()));
        };
    }

    /** What was found out, when, and whether the hint has grown since. */
    public String state(ListedHint one) {
        HintSettlement settlement = one.settlement();
        if (settlement == null) {
            return say("open");
        }
        String settled = say("settled", say("outcome." + settlement.outcome()), context.day(settlement.settledAt()));
        return one.settled() ? settled : say("grown", settled, settlement.count());
    }

    /** The completions of the institution, as records; null for a pattern of one person, whose completions are named. */
    public String records(ListedHint one) {
        return one.hint().learnerId() != null
                ? null
                : context.page("/audit") + "&cohort=total&measure=completions&institution="
                        + one.hint().institution() + "&on=" + month.atEndOfMonth();
    }

    public List<Choice> choices(ListedHint one) {
        String chosen = isRefused(one)
                ? refused.form().value("outcome")
                : one.settlement() == null ? "" : one.settlement().outcome().toString();
        return Arrays.stream(HintSettlementPost.Outcome.values())
                .map(outcome -> new Choice(
                        outcome.toString(),
                        say("outcome." + outcome),
                        outcome.toString().equals(chosen)))
                .toList();
    }

    /** The reason that a form shows. */
    public String reason(ListedHint one) {
        return isRefused(one) ? refused.form().value("reason") : saved(one);
    }

    /** The saved reason. It is also shown with a form that is refused because somebody else has settled the hint meanwhile. */
    public String saved(ListedHint one) {
        return one.settlement() == null || one.settlement().reason() == null
                ? ""
                : one.settlement().reason();
    }

    public boolean isRefused(ListedHint one) {
        return refused != null && refused.hint().equals(one.id());
    }

    /** The reason of a form about a hint that is not there any more; null if there is none. */
    public String reasonOfGone() {
        return refused == null || hints.stream().anyMatch(one -> one.id().equals(refused.hint()))
                ? null
                : refused.form().value("reason");
    }

    /** What is wrong with a field of its form; null if nothing is. */
    public String fault(ListedHint one, String field) {
        return isRefused(one) ? refused.form().fault(field) : null;
    }

    public String settlementVersion(ListedHint one) {
        return one.settlement() == null ? "" : Integer.toString(one.settlement().version());
    }

    public String action(ListedHint one) {
        return context.page(context.path() + "/" + one.id());
    }

    public String previousMonthAddress() {
        return context.page(HintPage.PATH + "/" + month.minusMonths(1));
    }

    public String nextMonthAddress() {
        return context.page(HintPage.PATH + "/" + month.plusMonths(1));
    }

    private String say(String key, Object... arguments) {
        return say(context, key, arguments);
    }

    static String say(DeskContext context, String key, Object... arguments) {
        return context.tell(Message.of("hints." + key, arguments));
    }
}
