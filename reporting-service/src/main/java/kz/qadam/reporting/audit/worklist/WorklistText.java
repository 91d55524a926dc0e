package kz.qadam.reporting.audit.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.SortedMap;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/**
 * Worklists in words, in the language of a page.
 *
 * @param cohorts by code
 */
record WorklistText(DeskContext context, SortedMap<String, Cohort> cohorts) {

    /** What it was drawn from. */
    String title(Worklist one) {
        String cohort = nameOf(one.cohort());
        return say("name", one.region() == null ? cohort : cohort + ", " + region(one.region()), one.seed());
    }

    /** A cohort that has been withdrawn since is named by its code. */
    private String nameOf(String code) {
        Cohort cohort = cohorts.get(code);
        if (cohort != null) return cohort.names().in(context.language());
        return code.equals(Catalogue.TOTAL) ? say("all-cohorts") : code;
    }

    private String region(String code) {
        return MemberNames.of(Dimension.REGION)
                .map(names -> names.get(code))
                .map(name -> name.in(context.language()))
                .orElse(code);
    }

    String progress(Worklist one) {
        WorklistCounts counts = one.counts();
        return say("progress", counts.checked(), counts.all() - counts.leftOut());
    }

    String state(Worklist one) {
        return one.isClosed()
                ? say("closed-on", context.day(one.closedAt()))
                : say("drawn-on", context.day(one.drawnAt()));
    }

    /** The share that agrees, with its interval. */
    String share(WorklistCounts counts) {
        return counts.agreeing()
                .map(one -> say("share", percent(one.share()), percent(one.low()), percent(one.high())))
                .orElseGet(() -> say("no-share"));
    }

    String say(String key, Object... arguments) {
        return context.tell(Message.of("worklists." + key, arguments));
    }

    private String percent(double share) {
        Locale locale = context.language() == Language.EN
                ? Locale.UK
                : context.language().locale();
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(share));
    }
}
