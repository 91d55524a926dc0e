package kz.qadam.reporting.audit.hint;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of the hints of a month shows.
 *
 * @param hints those that are not settled first
 * @param refused a form that was refused; null if none was
 * @param isLast whether no month after it has begun
 */
record HintsView(DeskPlace place, YearMonth month, List<ListedHint> hints, Refused refused, boolean isLast) {

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
        return hints.subList(0, Math.min(MOST, hints.size()));
    }

    public boolean isCut() {
        return hints.size() > MOST;
    }

    /** The pattern in words. */
    public String what(ListedHint one) {
        Hint hint = one.hint();
        return switch (hint.kind()) {
            case "same-second" ->
                say("same-second", hint.institution(), hint.count(), hint.course(), place.day(hint.day()));
            case "after-withdrawal" ->
                say("after-withdrawal", hint.institution(), hint.course(), place.day(hint.day()));
            case "many-institutions" -> say("many-institutions", hint.count(), place.day(hint.day()));
            default -> say("month-end", hint.institution(), hint.count(), place.day(hint.day()));
        };
    }

    /** What was found out, when, and whether the hint has grown since. */
    public String state(ListedHint one) {
        Settlement settlement = one.settlement();
        if (settlement == null) {
            return say("open");
        }
        String settled = say("settled", say("outcome." + settlement.outcome()), place.day(settlement.settledAt()));
        return one.settled() ? settled : say("grown", settled, settlement.count());
    }

    /** The completions of the institution, as records; null for a pattern of one person. */
    public String records(ListedHint one) {
        return one.hint().institution() == null
                ? null
                : place.page("/audit") + "&cohort=total&measure=completions&institution="
                        + one.hint().institution() + "&on=" + month.atEndOfMonth();
    }

    public List<Choice> choices(ListedHint one) {
        String chosen = isRefused(one)
                ? refused.form().value("outcome")
                : one.settlement() == null ? "" : one.settlement().outcome().toString();
        return Arrays.stream(SettlementPost.Outcome.values())
                .map(outcome -> new Choice(
                        outcome.toString(),
                        say("outcome." + outcome),
                        outcome.toString().equals(chosen)))
                .toList();
    }

    public String reason(ListedHint one) {
        if (isRefused(one)) {
            return refused.form().value("reason");
        }
        return one.settlement() == null || one.settlement().reason() == null
                ? ""
                : one.settlement().reason();
    }

    public boolean isRefused(ListedHint one) {
        return refused != null && refused.hint().equals(one.id());
    }

    /** What is wrong with a field of its form; null if nothing is. */
    public String fault(ListedHint one, String field) {
        return isRefused(one) ? refused.form().fault(field) : null;
    }

    public String version(ListedHint one) {
        return one.settlement() == null ? "" : Integer.toString(one.settlement().version());
    }

    public String action(ListedHint one) {
        return place.page(place.path() + "/" + one.id());
    }

    public String before() {
        return place.page(HintPage.PATH + "/" + month.minusMonths(1));
    }

    public String next() {
        return place.page(HintPage.PATH + "/" + month.plusMonths(1));
    }

    private String say(String key, Object... arguments) {
        return say(place, key, arguments);
    }

    static String say(DeskPlace place, String key, Object... arguments) {
        return place.tell(Message.of("hints." + key, arguments));
    }
}
