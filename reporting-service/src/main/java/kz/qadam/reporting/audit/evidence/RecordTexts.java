package kz.qadam.reporting.audit.evidence;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.fact.CompletionEventDetails;

/** The records behind a figure in words, in the language of a page. */
record RecordTexts(DeskContext context) {

    /** The columns that are neither attributes nor details. */
    private static final int OTHER_COLUMNS = 8;

    private static final int BEGINNING_OF_ID = 8;

    /** A column that the catalogue or the contract of completions asks for. */
    record Column(String code, String name) {}

    /** What institutions say of enrolments besides. */
    public List<Column> attributes() {
        return Dimension.ATTRIBUTES.stream()
                .map(one -> new Column(one.code(), MemberNames.title(one).in(context.language())))
                .toList();
    }

    /** What institutions state of completions besides. */
    public List<Column> details() {
        return Stream.of(CompletionEventDetails.class.getRecordComponents())
                .map(one -> new Column(one.getName(), say("detail." + one.getName())))
                .toList();
    }

    public int columns() {
        return OTHER_COLUMNS + attributes().size() + details().size();
    }

    public String learner(EvidenceRecord one) {
        return one.learnerId().toString().substring(0, BEGINNING_OF_ID);
    }

    /** All pseudonyms of the learner. */
    public String pseudonyms(EvidenceRecord one) {
        return Stream.concat(Stream.of(one.learnerId()), one.mergedFrom().stream())
                .map(Objects::toString)
                .collect(Collectors.joining(" = "));
    }

    public String day(EvidenceRecord one) {
        return context.day(one.day());
    }

    public String attribute(EvidenceRecord one, String code) {
        return Optional.ofNullable(one.attributes())
                .map(all -> all.get(code))
                .map(value -> Dimension.breakdown(code)
                        .flatMap(MemberNames::of)
                        .map(names -> names.get(value))
                        .map(name -> name.in(context.language()))
                        .orElse(value))
                .orElse("");
    }

    /** A value that is a code has a message. */
    public String detail(EvidenceRecord one, String name) {
        String value = one.details() == null ? "" : valueOf(one.details(), name);
        return value.isEmpty() ? "" : named("detail." + name + "." + value, value);
    }

    private static String valueOf(CompletionEventDetails details, String name) {
        return Stream.of(CompletionEventDetails.class.getRecordComponents())
                .filter(one -> one.getName().equals(name))
                .map(one -> valueOf(details, one))
                .collect(Collectors.joining());
    }

    private static String valueOf(CompletionEventDetails details, RecordComponent component) {
        try {
            return Objects.toString(component.getAccessor().invoke(details), "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public String references(EvidenceRecord one) {
        return one.erased()
                ? say("erased")
                : Stream.of(one.reference(), one.enrolmentReference())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
    }

    /** By which rule the record counts, or why it does not. */
    public String why(EvidenceRecord one) {
        if (one.because() != null) {
            return named("because." + one.because(), one.because());
        }
        EvidenceRecord.Rule rule = one.admittedBy();
        return rule == null
                ? ""
                : say("rule", Objects.toString(rule.requirementVersion(), "–"), Long.toString(rule.programmeVersion()));
    }

    public String since(EvidenceRecord one) {
        return context.dayAndTime(one.knownSince());
    }

    public String events(EvidenceRecord one) {
        return say("events", one.events().size());
    }

    /** The page of an event, whose address keeps the question. */
    public String address(EvidenceRecord.Event event) {
        return context.page(
                "/audit/events/" + event.eventId() + (context.query().isEmpty() ? "" : "?" + context.query()));
    }

    private String named(String key, String otherwise) {
        String whole = EvidencePage.TEXTS + "." + key;
        return Message.startingWith(whole).stream()
                .filter(one -> one.key().equals(whole))
                .findFirst()
                .map(context::tell)
                .orElse(otherwise);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of(EvidencePage.TEXTS + "." + key, arguments));
    }
}
