package kz.qadam.reporting.figures.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/**
 * What the page of coverage shows.
 *
 * @param state of the institutions that are listed
 */
record CoveragePageView(DeskContext context, Coverage coverage, String state) {

    static final List<String> COLUMNS = List.of("institution", "name", "region", "state", "lastReportedOn", "reminder");

    private static final SortedMap<String, LocalizedName> REGIONS =
            MemberNames.of(Dimension.REGION).orElseThrow();

    /** How many institutions are in a state. */
    record StateCount(String state, String name, long institutions, String address, boolean isShown) {}

    /** A region that can be chosen. */
    record Choice(String code, String name, boolean isChosen) {}

    /** The first state in which an institution needs a reminder; the silent ones if none does. */
    static String toRemind(Coverage coverage) {
        Coverage.Count all = coverage.all();
        if (all.silent() == 0 && all.never() > 0) return Coverage.State.never.name();
        return all.silent() == 0 && all.zero() > 0 ? Coverage.State.zero.name() : Coverage.State.silent.name();
    }

    public List<StateCount> states() {
        return Arrays.stream(Coverage.State.values())
                .map(one -> new StateCount(
                        one.name(),
                        say(one.name()),
                        count(one),
                        list(one.name(), null),
                        one.name().equals(state)))
                .toList();
    }

    private long count(Coverage.State one) {
        Coverage.Count all = coverage.all();
        return switch (one) {
            case reported -> all.reported();
            case zero -> all.zero();
            case silent -> all.silent();
            case never -> all.never();
        };
    }

    /** The regions with institutions, of those that the reader sees. */
    public List<Choice> regions() {
        return coverage.regions().stream()
                .map(one -> new Choice(
                        one.region(), regionName(one.region()), one.region().equals(coverage.region())))
                .toList();
    }

    private String regionName(String code) {
        LocalizedName names = REGIONS.get(code);
        return names == null ? code : names.in(context.language());
    }

    public String nameOf(Coverage.Reporter one) {
        return one.names().in(context.language());
    }

    public String regionOf(Coverage.Reporter one) {
        return regionName(one.region());
    }

    public String last(Coverage.Reporter one) {
        return one.lastReportedOn() == null ? say("never") : context.day(one.lastReportedOn());
    }

    /** Who has reported needs no reminder. */
    public boolean isReminded(Coverage.Reporter one) {
        return one.state() != Coverage.State.reported;
    }

    /** A text for the institution, in the language of the page. */
    public String reminder(Coverage.Reporter one) {
        return one.lastReportedOn() == null
                ? say("reminder.never", nameOf(one))
                : say("reminder." + one.state(), nameOf(one), context.day(one.lastReportedOn()), coverage.days());
    }

    /** An institution in the table, with the values of {@link #COLUMNS}. */
    List<?> row(Coverage.Reporter one) {
        return Arrays.asList(
                one.institution(),
                nameOf(one),
                one.region(),
                one.state(),
                one.lastReportedOn(),
                isReminded(one) ? reminder(one) : null);
    }

    public String tableAddress() {
        return context.root() + CoveragePage.PATH + "/table?lang="
                + context.language().tag() + "&state=" + state + inRegion();
    }

    public String next() {
        return list(state, coverage.cursor());
    }

    private String list(String wanted, String cursor) {
        return context.page(CoveragePage.PATH) + "&state=" + wanted + inRegion()
                + (cursor == null ? "" : "&cursor=" + cursor);
    }

    private String inRegion() {
        return coverage.region() == null ? "" : "&region=" + coverage.region();
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("coverage-page." + key, arguments));
    }
}
