package kz.qadam.enrolment.personrecords;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.ReadingsTable;
import kz.qadam.enrolment.enrolments.EnrolmentHistoryInWords;
import kz.qadam.enrolment.learners.PersonPages;
import kz.qadam.enrolment.merges.Split;

/**
 * The answer to a person who asks what is held, in a language of its own.
 *
 * @param desk where the office reads it, and in which language
 * @param context the same in the language of the answer
 */
record PersonAnswer(DeskContext desk, DeskContext context, PersonRecordView record) {

    /** What another service holds: longer than a panel of a home may take, since it is a part of the answer. */
    private static final int PATIENCE = 60_000;

    public String language() {
        return context.language().tag();
    }

    public String say(String key, Object... arguments) {
        return context.tell(Message.of("person-records." + key, arguments));
    }

    /** Who has asked, and when it was answered. */
    public String asked() {
        return say("by." + record.requestedBy().name().toLowerCase(Locale.ROOT)) + " "
                + say("answered-at", context.dayAndTime(record.answeredAt()));
    }

    public String request() {
        return record.request() == null ? null : say("request-is", record.request());
    }

    /** What is held of the person as a whole, in sentences. */
    public List<String> about() {
        List<String> about = new ArrayList<>();
        about.add(say("learner", record.learnerId().toString()));
        record.numbers().forEach(one -> about.add(say("number", context.dayAndTime(one.recordedAt()))));
        if (record.block() != null) {
            about.add(say(
                    "blocked",
                    context.dayAndTime(record.block().blockedAt()),
                    record.block().why()));
        }
        record.merges()
                .forEach(one -> about.add(say(
                        "merged",
                        one.absorbed().toString(),
                        context.dayAndTime(one.decidedAt()),
                        given(one.reason()))));
        record.splits()
                .forEach(one -> about.add(say(
                        "split",
                        other(one).toString(),
                        context.dayAndTime(one.mergeDecidedAt()),
                        context.dayAndTime(one.decidedAt()),
                        given(one.reason()))));
        return about;
    }

    /** An erasure takes reasons away. */
    private static String given(String reason) {
        return reason == null ? "" : reason;
    }

    private UUID other(Split one) {
        return one.absorbed().equals(record.learnerId()) ? one.surviving() : one.absorbed();
    }

    public List<EnrolmentHistoryInWords> enrolments() {
        return record.enrolments().stream()
                .map(one -> new EnrolmentHistoryInWords(context, one))
                .toList();
    }

    /** The page on which the office corrects an enrolment. */
    public String correction(EnrolmentHistoryInWords one) {
        return desk.page(one.path());
    }

    public ReadingsTable readers() {
        return ReadingsTable.of(context, "readers-title", record.readings());
    }

    /** What else is held, in sentences. */
    public List<String> further() {
        return List.of(say("further.files"), say("further.figures"), say("further.backups"));
    }

    /** The page of the person, on which it is blocked, merged or erased. */
    public String personAddress() {
        return desk.page(PersonPages.pathOf(record.learnerId()));
    }

    /** What this service holds, as JSON. */
    public String file() {
        String request = record.request() == null
                ? ""
                : "&request=" + URLEncoder.encode(record.request(), StandardCharsets.UTF_8);
        return desk.page(PersonRecordPage.PATH + "/" + record.learnerId() + "/file?requestedBy="
                + record.requestedBy().name().toLowerCase(Locale.ROOT) + request);
    }

    /** What progress-service holds. */
    public String completions() {
        return part("learner-records");
    }

    /** What reporting-service holds. */
    public String readings() {
        return part("learner-readings");
    }

    /** A part that another service has, in the language of the answer. */
    private String part(String name) {
        return desk.page("/" + name + "/" + record.learnerId() + "?language=" + language());
    }

    public int within() {
        return PATIENCE;
    }

    /** What the answer lacks without the part of a service. */
    public String missing(String service) {
        return say("missing", say("service." + service));
    }

    /** That a part is fetched from a service. */
    public String apart(String service) {
        return say("apart", say("service." + service));
    }
}
