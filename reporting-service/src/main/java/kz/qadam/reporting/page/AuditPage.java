package kz.qadam.reporting.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.fact.CompletionDetails;

/** The content of the auditor's page, in the language of the reader. */
public record AuditPage(PageText text) {

    /** The messages of its script. */
    private static final List<String> OWN = List.of(
            "of-trained",
            "of-completions",
            "of-enrolled",
            "left-out",
            "known",
            "recounting",
            "matches",
            "differs",
            "shown",
            "erased",
            "events",
            "rule",
            "because.enrolment-unknown",
            "because.before-enrolment",
            "because.outside-programme",
            "because.programme-unknown",
            "because.revoked",
            "because.after-the-day",
            "because.in-flight",
            "because.requirement-not-met",
            "because.another-completion");

    /** What the messages about details of completions begin with. */
    private static final String DETAIL = "page.audit.detail.";

    /** The columns that are neither attributes nor details. */
    private static final int OTHER_COLUMNS = 8;

    /** The messages of every script about a service that does not answer as expected. */
    private static final List<String> SHARED = List.of("no-answer", "strange-answer", "broken", "explained");

    /** A message of this page. */
    public String say(String key) {
        return text.say("audit." + key);
    }

    /** A value that can be chosen in the question. */
    public record Choice(String code, String name) {}

    /** All regions: whatever is published of them, an auditor sees each. */
    public List<Choice> regions() {
        return MemberNames.of(Dimension.REGION).orElseThrow().entrySet().stream()
                .map(region -> new Choice(region.getKey(), text.name(region.getValue())))
                .toList();
    }

    /** What institutions say of enrolments besides: a column of each. */
    public List<Choice> attributes() {
        return Dimension.ATTRIBUTES.stream()
                .map(one -> new Choice(one.code(), text.name(MemberNames.title(one))))
                .toList();
    }

    /** What institutions state of completions besides: a column of each. */
    public List<Choice> details() {
        return Stream.of(CompletionDetails.class.getRecordComponents())
                .map(one -> new Choice(
                        one.getName(), Message.of(DETAIL + one.getName()).in(text.language())))
                .toList();
    }

    /** How many columns a record has. */
    public int columns() {
        return OTHER_COLUMNS + attributes().size() + details().size();
    }

    /** The messages of the script by key. The script fills their placeholders. */
    public Map<String, String> sentences() {
        Map<String, String> sentences = new TreeMap<>();
        OWN.forEach(key -> sentences.put(key, text.say("audit." + key, "{0}", "{1}", "{2}")));
        SHARED.forEach(
                key -> sentences.put(key, Message.of("upload." + key, "{0}").in(text.language())));
        Message.startingWith(DETAIL)
                .forEach(one -> sentences.put(one.key().substring("page.audit.".length()), one.in(text.language())));
        Dimension.ATTRIBUTES.forEach(attribute -> MemberNames.of(attribute)
                .orElseThrow()
                .forEach((code, names) ->
                        sentences.put("attribute." + attribute.code() + "." + code, text.name(names))));
        return sentences;
    }
}
