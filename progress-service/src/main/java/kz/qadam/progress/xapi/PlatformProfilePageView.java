package kz.qadam.progress.xapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.progress.xapi.reading.PlatformKind;
import kz.qadam.progress.xapi.reading.PlatformProfile;

/**
 * What the page of a platform shows.
 *
 * @param saved the platform as it is now; null if it is a new one
 * @param address of this installation
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record PlatformProfilePageView(
        PlatformPageContext at, PlatformRows.Saved saved, DeskForm form, String address, Would would) {

    private static final int LISTED = 10;
    private static final String LIST_SEPARATOR = ", ";

    /**
     * What a form would do.
     *
     * @param isOther whether somebody has changed the platform since it was confirmed, or since it was shown
     */
    record Would(List<Change> changes, PlatformView.Trial trial, boolean isOther) {}

    /** Something to be copied. */
    record Setting(String name, String value) {

        public String id() {
            return "setting-" + name;
        }
    }

    /** @param precondition null: it is only tried */
    Platforms.Wanted wanted(PlatformProfile profile, Precondition precondition) {
        return new Platforms.Wanted(at.institution(), nameOfForm(), profile, precondition, isNew());
    }

    String nameOfForm() {
        return form.value(PlatformForm.NAME);
    }

    PlatformProfilePageView with(PlatformView.Trial trial, PlatformProfile wanted, boolean isOther) {
        DeskForm before =
                saved == null ? DeskForm.empty(PlatformForm.KEPT) : PlatformForm.of(saved.name(), saved.profile());
        DeskForm after = PlatformForm.of(nameOfForm(), wanted);
        List<Change> changes = PlatformForm.KEPT.stream()
                .filter(field -> !before.value(field).equals(after.value(field)))
                .map(field -> change(field, before, after))
                .toList();
        return new PlatformProfilePageView(at, saved, form, address, new Would(changes, trial, isOther));
    }

    private Change change(String field, DeskForm before, DeskForm after) {
        if (!PlatformForm.LISTS.contains(field)) {
            return new Change(label(field), said(field, before), said(field, after));
        }
        List<String> from = PlatformForm.lines(before, field);
        List<String> to = PlatformForm.lines(after, field);
        return new Change(
                label(field),
                few(from.stream().filter(one -> !to.contains(one)).toList()),
                few(to.stream().filter(one -> !from.contains(one)).toList()));
    }

    private String said(String field, DeskForm of) {
        String value = of.value(field);
        return field.equals(PlatformForm.KIND) && !value.isEmpty() ? kinds().getOrDefault(value, value) : value;
    }

    private static String few(List<String> lines) {
        return lines.stream().limit(LISTED).collect(Collectors.joining(LIST_SEPARATOR))
                + (lines.size() > LISTED ? LIST_SEPARATOR + "… (" + lines.size() + ")" : "");
    }

    PlatformProfilePageView refused(Problem why) {
        return new PlatformProfilePageView(
                at, saved, form.refused(why, context().language(), this::label), address, null);
    }

    public DeskContext context() {
        return at.desk();
    }

    public boolean isNew() {
        return saved == null;
    }

    /** What confirmation names; empty for a new platform. */
    public String version() {
        return saved == null ? "" : Integer.toString(saved.version());
    }

    /** What confirms: all that is kept. */
    public Map<String, String> confirmation() {
        return form.without(List.of(PlatformForm.STATEMENTS)).filledIn();
    }

    /** The kinds that there are, in words. */
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (PlatformKind one : PlatformKind.values()) {
            kinds.put(one.word(), context().tell(Message.of("platforms.kind." + one.word())));
        }
        return kinds;
    }

    /** What would follow for what waits, in sentences. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (would.trial().waitingCounted() > 0) {
            sentences.add(context()
                    .tell(Message.of(
                            "platform-course.waiting-count", would.trial().waitingCounted())));
        }
        if (would.trial().waitingDropped() > 0) {
            sentences.add(context()
                    .tell(Message.of(
                            "platform-course.waiting-dropped", would.trial().waitingDropped())));
        }
        if (sentences.isEmpty() && !isNew()) {
            sentences.add(say("nothing-follows"));
        }
        return sentences;
    }

    /** What would become of a statement. */
    public String tried(PlatformView.Tried one) {
        return one.course() == null ? one.text() : one.course() + ": " + one.text();
    }

    public int number(PlatformView.Tried one) {
        return one.index() + 1;
    }

    /** What is to be set at the platform. */
    public List<Setting> settings() {
        return List.of(
                new Setting("endpoint", endpoint()),
                new Setting("version", XapiVersionHeader.HEADER + ": " + XapiVersionHeader.SPOKEN));
    }

    /** A plugin adds the last segment itself. */
    private String endpoint() {
        String root = address + StatementResource.PATH;
        return saved.profile().kind() == PlatformKind.GENERIC ? root + "/statements" : root;
    }

    /** What else has to be known about a platform of this kind. */
    public String advice() {
        return say("advice." + saved.profile().kind().word());
    }

    /** Whether the reader makes keys: those of an institution are made by its administrator. */
    public boolean makesKeys() {
        return !at.isOffice();
    }

    public String keys() {
        return context().page("/keys?only=statements");
    }

    public List<String> lists() {
        return PlatformForm.LISTS;
    }

    /** What a field is called. */
    public String label(String field) {
        return say("field." + field);
    }

    public String hint(String field) {
        return say("field." + field + ".what");
    }

    public String action() {
        return at.address(context().path());
    }

    public String all() {
        return at.address(PlatformPage.PATH);
    }

    private String say(String key) {
        return context().tell(Message.of("platform-profile." + key));
    }
}
