package kz.qadam.reporting.audit.evidence;

import com.fasterxml.uuid.Generators;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.reporting.audit.reconciliation.Reconciliation;
import kz.qadam.reporting.catalogue.Catalogue;

/**
 * A figure and the next records behind it, in the language of the page.
 *
 * @param counted the stages on the way to the figure; null if they are not shown
 * @param isFirst whether these are the first records
 * @param mayCountAll whether the caller may have figures counted again
 */
record FigurePageView(
        QuestionPageView question,
        Evidence records,
        Reconciliation.Counted counted,
        boolean isFirst,
        boolean mayCountAll) {

    /** A number on the way from received to counted. A sum follows from the sum before it and what lies between. */
    record Stage(String code, String name, String number, boolean isSum) {}

    public String number() {
        return number(records.total());
    }

    /** What the number counts. */
    public String what() {
        EvidenceFilter filter = records.filter();
        String institution = question.form().value("institution");
        String place = question.region(filter.members().region()) + (institution.isEmpty() ? "" : ", " + institution);
        return question.say(
                records.excluded() ? "left-out" : "of-" + records.measure(), question.cohort(filter.cohort()), place);
    }

    /** Up to when it was known; null before anything was. */
    public String known() {
        DeskContext context = question.context();
        return records.asOf() == null
                ? null
                : question.say(
                        "known",
                        context.day(records.on()),
                        context.dayAndTime(records.asOf()),
                        Long.toString(records.figureVersion()));
    }

    public List<Stage> stages() {
        return List.of(
                sum("known", counted.known()),
                part("accepted", counted.accepted()),
                part("refused", counted.refused()),
                part("revoked", counted.revoked()),
                part("pending", counted.pending()),
                part("outsideProgramme", counted.outsideProgramme()),
                sum("counting", counted.counting()),
                part("afterTheDay", counted.afterTheDay()),
                sum("completions", counted.completions()),
                sum("completed", counted.completed()),
                sum("trained", counted.trained()),
                part("inFlight", counted.inFlight()));
    }

    private Stage sum(String code, long count) {
        return new Stage(code, question.say("stage." + code), number(count), true);
    }

    private Stage part(String code, long count) {
        return new Stage(code, question.say("stage." + code), number(count), false);
    }

    private String number(long count) {
        Language language = question.context().language();
        return NumberFormat.getIntegerInstance(language.locale()).format(count);
    }

    public RecordTexts texts() {
        return new RecordTexts(question.context());
    }

    public String shown() {
        return question.say("shown", records.items().size(), records.total());
    }

    /** Where the next records are, of the same point in time; null if there are none. */
    public String next() {
        boolean isLast = records.cursor() == null || (isFirst && records.items().size() == records.total());
        if (isLast) {
            return null;
        }
        Map<String, String> further = asked();
        further.put("cursor", records.cursor());
        return question.address(further);
    }

    /** The first records, of the same point in time. */
    public String first() {
        return question.address(asked());
    }

    /** The question, with its point in time. */
    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>(question.form().filledIn());
        asked.put("on", records.on().toString());
        asked.put("asOf", records.asOf().toString());
        return asked;
    }

    /** Whether the caller can have the figure counted again: once something is known. */
    public boolean isToCount() {
        return mayCountAll && records.asOf() != null;
    }

    public String counting() {
        return question.context().page("/recounts");
    }

    /** The id of the recount: a form that is sent twice begins one. */
    public UUID attempt() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** The cohort to count; empty: all. */
    public String cohort() {
        String cohort = records.filter().cohort();
        return cohort.equals(Catalogue.TOTAL) ? "" : cohort;
    }
}
