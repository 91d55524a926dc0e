package kz.qadam.enrolment.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;

/**
 * What the pages of a cohort show.
 *
 * @param version the newest one, which the reader sees
 * @param timeline its versions; null on the page of the form
 * @param form that changes it; null on the page of the versions
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record CohortPageView(
        DeskContext context,
        String code,
        int version,
        LocalizedName names,
        CohortTimeline timeline,
        DeskForm form,
        Would would) {

    private static final String PREVIEW = "/requirement-preview";

    /** How long a preview may take: it judges each learner of the cohort twice. */
    private static final int PREVIEW_WITHIN = 60_000;

    /**
     * What a form would do.
     *
     * @param until the day before the version that follows; null if none does
     * @param changesRequirement whether people may be trained by another rule
     * @param isOther whether somebody has changed the cohort since it was confirmed, or since it was shown
     * @param version the newest version of the cohort, which the confirmation names
     */
    record Would(
            CohortChange change,
            LocalDate until,
            List<Change> changes,
            boolean changesRequirement,
            boolean isOther,
            int version) {}

    CohortPageView with(DeskForm refused) {
        return new CohortPageView(context, code, version, names, timeline, refused, null);
    }

    CohortPageView with(Would effect) {
        return new CohortPageView(context, code, version, names, timeline, form, effect);
    }

    private CohortWords words() {
        return new CohortWords(context);
    }

    public String name() {
        return names.in(context.language());
    }

    public String target(CohortTimeline.Item one) {
        return words().target(one.version().target);
    }

    public String requirement(CohortTimeline.Item one) {
        return words().requirement(one.version().requirement());
    }

    public String plan(CohortTimeline.Item one) {
        return words().plan(one.version().plan);
    }

    /** From when until when a version is in force. */
    public String period(CohortTimeline.Item one) {
        String from = words().from(one.version().validFrom);
        return one.until() == null ? from : words().say("period", from, context.day(one.until()));
    }

    /** Whether a version is in force, as a code. */
    public String code(CohortTimeline.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public String state(CohortTimeline.State state) {
        return words().say("state." + code(state));
    }

    /** When and why a version was recorded. */
    public String recorded(CohortTimeline.Item one) {
        return words().say("recorded", context.day(one.version().recordedAt), one.version().reason);
    }

    /** The form, with what a version says. */
    public String change(CohortTimeline.Item one) {
        return context.page(path() + "/change") + "&version=" + one.version().version;
    }

    public String cohortAddress() {
        return context.page(path());
    }

    /** The path at which the cohort is withdrawn. */
    public String withdrawal() {
        return path() + "/withdrawal";
    }

    private String path() {
        return CohortPage.PATH + "/" + code;
    }

    /** From when on it would be so, and until when, if a later version follows. */
    public String from() {
        String from = words().from(would.change.validFrom());
        return would.until == null ? from : words().say("period", from, context.day(would.until));
    }

    /** Who would gain or lose by the requirement, at the service that knows it. */
    public String preview() {
        Requirement wanted = would.change.requirement();
        return Stream.of(
                        parameter("cohort", code),
                        parameter("courses", wanted.courses() == null ? null : String.join(",", wanted.courses())),
                        parameter("minCourses", wanted.minCourses()),
                        parameter("hours", wanted.hours()),
                        parameter("validFrom", would.change.validFrom()))
                .collect(Collectors.joining("", context.page(PREVIEW), ""));
    }

    public int previewWithin() {
        return PREVIEW_WITHIN;
    }

    private static String parameter(String name, Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    public CohortFields fields() {
        return new CohortFields(context, form);
    }

    public String label(String field) {
        return fields().label(field);
    }
}
