package kz.qadam.reporting.audit.recount;

import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of recounts shows.
 *
 * @param recounts the newest first
 * @param attempt the id of the next one: a form that is sent twice begins one
 * @param problem why none was begun; null if none was refused
 */
record RecountsPageView(DeskContext context, List<RecountSummary> recounts, UUID attempt, String problem) {

    /** That not all are shown; null if they are. */
    public String cut() {
        return context.cut(recounts, RecountSummary.MOST);
    }

    public String what(RecountSummary one) {
        String counted = one.cohort() == null ? say("all-figures") : one.cohort();
        return counted + " · " + say(one.isDaily() ? "daily" : "asked-for");
    }

    public String day(RecountSummary one) {
        return context.day(one.requestedAt());
    }

    public String outcome(RecountSummary one) {
        if (one.isFailed()) {
            return say("failed");
        }
        if (!one.hasResult()) {
            return say("running");
        }
        return one.differences() == 0 ? say("matches", one.events()) : say("differs", one.differences());
    }

    public boolean isWrong(RecountSummary one) {
        return one.isFailed() || (one.hasResult() && one.differences() > 0);
    }

    public boolean hasResult(RecountSummary one) {
        return one.hasResult();
    }

    /** All that it has found, as programs read it. */
    public String result(RecountSummary one) {
        return context.root() + "/v1/audit/recounts/" + one.id();
    }

    public String action() {
        return context.page(RecountPage.PATH);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("recounts." + key, arguments));
    }
}
