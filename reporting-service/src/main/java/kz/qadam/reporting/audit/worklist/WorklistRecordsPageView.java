package kz.qadam.reporting.audit.worklist;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.reporting.audit.evidence.EvidenceRecord;
import kz.qadam.reporting.catalogue.Cohort;

/**
 * What the page of one worklist shows.
 *
 * @param shown which records are shown, from which position on
 * @param refused a form that was refused; null if none was
 */
record WorklistRecordsPageView(
        DeskContext context,
        SortedMap<String, Cohort> cohorts,
        Worklist worklist,
        WorklistRecordFilter shown,
        List<WorklistRecord> records,
        boolean isCut,
        Refused refused) {

    /** A form about a record that was refused. */
    record Refused(UUID completion, int position, DeskForm form) {

        /** What the ids of its fields end with. */
        public String suffix() {
            return "-" + position;
        }
    }

    /** A choice of records, such as those that are open. */
    record Filter(String show, String name, int count, String address, boolean isCurrent) {}

    public List<Filter> filters() {
        WorklistCounts counts = worklist.counts();
        return List.of(
                filter(RecordState.OPEN, counts.open()),
                filter(RecordState.CHECKED, counts.checked()),
                filter(RecordState.LEFT_OUT, counts.leftOut()),
                filter(null, counts.all()));
    }

    private Filter filter(RecordState state, int count) {
        WorklistRecordFilter other = new WorklistRecordFilter(state, 0);
        return new Filter(
                other.toParameter(),
                say("show." + other.toParameter()),
                count,
                address(other),
                other.toParameter().equals(shown.toParameter()));
    }

    /** The address of this page with other records. */
    String address(WorklistRecordFilter other) {
        String address = context.page(WorklistPage.PATH + "/" + worklist.id()) + "&show=" + other.toParameter();
        return other.after() == 0 ? address : address + "&after=" + other.after();
    }

    public String further() {
        return address(new WorklistRecordFilter(
                shown.state(), records.get(records.size() - 1).position()));
    }

    public String title() {
        return text().title(worklist);
    }

    public String progress() {
        return text().progress(worklist);
    }

    public String state() {
        return text().state(worklist);
    }

    public String share() {
        return text().share(worklist.counts());
    }

    /** How it was drawn, so that anybody can draw it again. */
    public String draw() {
        return say(
                "drawn",
                worklist.size(),
                worklist.total(),
                context.day(worklist.onDay()),
                context.dayAndTime(worklist.asOf()));
    }

    /** What a record is called: its position, its institution and what was completed. */
    public String nameOf(WorklistRecord one) {
        return one.record() == null
                ? say("record.unknown", one.position())
                : say(
                        "record",
                        one.position(),
                        one.record().institution(),
                        one.record().course(),
                        context.day(one.record().day()));
    }

    /** What identifies a record at the institution, by what it is called. */
    public Map<String, String> members(WorklistRecord one) {
        return one.record() == null || one.record().erased()
                ? Map.of()
                : Map.of(
                        say("reference"), one.of(EvidenceRecord::reference),
                        say("region"), one.of(EvidenceRecord::region));
    }

    /** What was found, in words. */
    public String stateOf(WorklistRecord one) {
        if (one.state() == RecordState.CHECKED) {
            return say("outcome." + one.finding().outcome());
        }
        return say("state." + one.state());
    }

    /** The note that a form shows. */
    public String note(WorklistRecord one) {
        return isRefused(one) ? refused.form().value("note") : saved(one);
    }

    /** The saved note; empty if there is none. */
    private String saved(WorklistRecord one) {
        String note = one.found(WorklistFinding::note);
        return note == null ? "" : note;
    }

    /** The saved note, shown with a form that is refused because somebody else has written it meanwhile; else empty. */
    public String other(WorklistRecord one) {
        return isRefused(one) ? saved(one) : "";
    }

    /** Which finding a form replaces; empty if there is none. */
    public String findingVersion(WorklistRecord one) {
        return one.finding() == null ? "" : Integer.toString(one.finding().version());
    }

    public boolean isRefused(WorklistRecord one) {
        return refused != null && refused.completion().equals(one.completionId());
    }

    /** Whether a finding about a record can be kept. */
    public boolean isToCheck(WorklistRecord one) {
        return !worklist.isClosed() && one.state() != RecordState.LEFT_OUT;
    }

    /** Where the page goes on when a record is checked. */
    public String next(WorklistRecord one) {
        int index = records.indexOf(one) + 1;
        return index < records.size() ? Integer.toString(records.get(index).position()) : "";
    }

    public String finding(WorklistRecord one) {
        return context.page(path("/findings/" + one.completionId()));
    }

    public String closing() {
        return context.page(path("/closing"));
    }

    public String table() {
        return context.page(path("/table"));
    }

    public String worklists() {
        return context.page(WorklistPage.PATH);
    }

    /** The records behind the figure that it was drawn from. */
    public String figure() {
        String region = worklist.region() == null ? "" : "&region=" + worklist.region();
        return context.page("/audit") + "&cohort=" + worklist.cohort() + region + "&on=" + worklist.onDay() + "&asOf="
                + worklist.asOf();
    }

    private String path(String below) {
        return WorklistPage.PATH + "/" + worklist.id() + below;
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("worklists." + key, arguments));
    }

    private WorklistText text() {
        return new WorklistText(context, cohorts);
    }
}
