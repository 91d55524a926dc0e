package kz.qadam.reporting.audit.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;

/** Worklists in words, in the language of a page. */
record WorklistText(DeskPlace place) {

    /** What it was drawn from. */
    String title(Worklist one) {
        String cohort = one.region() == null ? one.cohort() : one.cohort() + ", " + one.region();
        return say("name", cohort, one.seed());
    }

    String progress(Worklist one) {
        WorklistCounts counts = one.counts();
        return say("progress", counts.checked(), counts.all() - counts.leftOut());
    }

    String state(Worklist one) {
        return one.isClosed() ? say("closed-on", place.day(one.closedAt())) : say("drawn-on", place.day(one.drawnAt()));
    }

    /** The share that agrees, with its interval. */
    String share(WorklistCounts counts) {
        return counts.agreeing()
                .map(one -> say("share", percent(one.share()), percent(one.low()), percent(one.high())))
                .orElseGet(() -> say("no-share"));
    }

    String say(String key, Object... arguments) {
        return place.tell(Message.of("worklists." + key, arguments));
    }

    private String percent(double share) {
        Locale locale =
                place.language() == Language.EN ? Locale.UK : place.language().locale();
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(share));
    }
}
