package kz.qadam.enrolment.enrolments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.learners.PersonPages;

/**
 * What the page of an enrolment shows.
 *
 * @param isBlocked whether the learner is blocked or erased: then nothing is corrected
 * @param amends the form that the page has
 * @param version of the enrolment that was read when the form was filled in
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record EnrolmentRecordPageView(
        EnrolmentHistoryInWords states,
        boolean isBlocked,
        AmendmentForm amends,
        DeskForm form,
        String version,
        Would would) {

    private static final String REGION = "region";
    private static final String ENROLLED_ON = "enrolledOn";
    private static final String REASON = "reason";
    private static final String STATUS = "status";

    /**
     * What a form would do.
     *
     * @param isOther whether something else was confirmed
     * @param digest confirms it
     */
    record Would(List<Change> changes, List<String> effects, boolean isOther, String digest) {}

    /** The page with its form as the enrolment is now. */
    static EnrolmentRecordPageView of(EnrolmentHistoryInWords states, boolean isBlocked, AmendmentForm amends) {
        EnrolmentView now = states.record().enrolment();
        Map<String, String> values = values(now);
        if (now.region().equals(Enrolment.UNKNOWN_REGION)) {
            values.remove(REGION);
        }
        return new EnrolmentRecordPageView(
                states, isBlocked, amends, DeskForm.of(amends.fields(), values), Integer.toString(now.version()), null);
    }

    private static Map<String, String> values(EnrolmentView one) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("course", one.course());
        values.put("cohort", one.cohort());
        values.put(REGION, one.region());
        values.put(ENROLLED_ON, one.enrolledOn().toString());
        values.putAll(one.attributes().values());
        values.put(STATUS, one.status().name());
        return values;
    }

    EnrolmentRecordPageView filled(Map<String, String> sent) {
        return with(DeskForm.of(amends.fields(), sent), sent.getOrDefault("version", version), null);
    }

    /** The form that then belongs to the enrolment as it is now. */
    EnrolmentRecordPageView refused(Problem why) {
        return with(form.refused(why, context().language(), this::label), Integer.toString(now().version()), null);
    }

    EnrolmentRecordPageView wouldDo(Submissions.Tried<EnrolmentView, Effect> tried, String digest, boolean isOther) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> before = values(now());
        Map<String, String> after = values(tried.view());
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .filter(member -> !after.getOrDefault(member, "").equals(before.getOrDefault(member, "")))
                .forEach(member -> changes.add(new Change(
                        label(member),
                        inWords(now(), member, before.getOrDefault(member, "")),
                        inWords(tried.view(), member, after.getOrDefault(member, "")))));
        if (!isCorrection() && !isAs(tried.view())) {
            changes.add(new Change(
                    label("on"),
                    "",
                    context()
                            .day(EnrolmentWithdrawalPost.READER
                                    .read(submission())
                                    .on())));
        }
        return with(
                form, version, new Would(changes, tried.effect().words(context().language()), isOther, digest));
    }

    private EnrolmentRecordPageView with(DeskForm filled, String read, Would does) {
        return new EnrolmentRecordPageView(states, isBlocked, amends, filled, read, does);
    }

    /** The form as the submission of programs. */
    ItemFields submission() {
        return amends.submission(form, now(), version);
    }

    /** Whether an enrolment is in the state in which it is now. */
    boolean isAs(EnrolmentView other) {
        return other.version() == now().version();
    }

    EnrolmentView now() {
        return states.record().enrolment();
    }

    public DeskContext context() {
        return states.context();
    }

    public boolean isCorrection() {
        return amends.equals(AmendmentForm.CORRECTION);
    }

    /** Whether the learner has left already. */
    public boolean hasLeft() {
        return now().status() == EnrolmentStatus.WITHDRAWN;
    }

    /** Its members as they are now, in words. */
    public Map<String, String> values() {
        Map<String, String> values = values(now());
        values.replaceAll((member, value) -> inWords(now(), member, value));
        return values;
    }

    private String inWords(EnrolmentView of, String member, String value) {
        return switch (member) {
            case STATUS -> LearnerEnrolmentsPanelView.status(context(), of);
            case ENROLLED_ON -> context().day(of.enrolledOn());
            case REGION ->
                value.equals(Enrolment.UNKNOWN_REGION)
                        ? states.say("region.unknown")
                        : choices(REGION).get(value);
            case "cohort" -> NamedCatalogueEntries.cohortName(value, context().language());
            default -> choices(member).getOrDefault(value, value);
        };
    }

    /** The values of which one is chosen, in words; none if a field is written. */
    public Map<String, String> choices(String field) {
        if (field.equals(REGION)) {
            return NamedCatalogueEntries.regions(context().language());
        }
        Optional<EnrolmentAttributes.Declared> attribute = EnrolmentAttributes.declared(field);
        Map<String, String> choices = new LinkedHashMap<>();
        attribute.ifPresent(one ->
                one.values().forEach(value -> choices.put(value, context().tell(one.word(value)))));
        return choices;
    }

    /** What people call a member. */
    public String label(String member) {
        return EnrolmentAttributes.declared(member)
                .map(one -> capitalized(context().tell(one.title())))
                .orElseGet(() -> states.say("field." + member));
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public String hint(String field) {
        return switch (field) {
            case REASON -> states.say("reason.what");
            case ENROLLED_ON, "on" -> states.say("day.what");
            default -> "";
        };
    }

    /** A withdrawal needs its day; the reason of a correction stays in the history. */
    public boolean isRequired(String field) {
        return field.equals("on") || (field.equals(REASON) && isCorrection());
    }

    public List<String> fields() {
        return amends.fields();
    }

    /** The page of the person whose enrolment it is. */
    public String personAddress() {
        return context().page(PersonPages.pathOf(now().learnerId()));
    }

    public String correction() {
        return context().page(EnrolmentRecordPage.pathOf(now().id()));
    }

    public String withdrawal() {
        return context().page(EnrolmentRecordPage.pathOf(now().id()) + AmendmentForm.WITHDRAWAL.path());
    }
}
