package kz.qadam.witness;

import java.util.List;
import java.util.regex.Pattern;

/** Replaces values that differ in each run. Each rule states its reason; everything else is compared. */
final class Normaliser {

    private record Rule(String reason, Pattern pattern, String replacement) {
        Rule(String reason, String pattern, String replacement) {
            this(reason, Pattern.compile(pattern), replacement);
        }
    }

    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** For every answer. */
    private static final List<Rule> ALWAYS = List.of(
            new Rule("a cursor is opaque", "\"cursor\":\"[^\"]*\"", "\"cursor\":\"…\""),
            new Rule("a cursor is opaque", "([?&]cursor=)[^&>\"]*", "$1…"),
            new Rule("when an instance was last seen", "\"seenAt\":\"[^\"]*\"", "\"seenAt\":\"…\""),
            new Rule("when a spreadsheet was made", "(<dcterms:\\w+[^>]*>)" + INSTANT, "$1…"));

    /** For requests without asOf: a starting service may create another intake batch without any event. */
    private static final List<Rule> NOW = List.of(
            new Rule("the instant of the newest batch", "\"(asOf|to)\":\"" + INSTANT + "\"", "\"$1\":\"…\""),
            new Rule("the number of the newest batch", "\"figureVersion\":\\d+", "\"figureVersion\":0"),
            new Rule("a hash of these", "ETag: \"(exact|published)-.*", "ETag: \"$1-…"),
            new Rule("the time of day of that instant on the page", "(?<![T:])\\b\\d\\d:\\d\\d\\b(?!:)", "hh:mm"));

    /** For posts of this run, and for requests after them. */
    private static final List<Rule> FRESH = List.of(
            new Rule("ids of things made in this run are random", UUID, "<id>"),
            new Rule("instants of this run are its own", INSTANT, "<instant>"),
            new Rule(
                    "in which poll and where in Kafka an event arrives is chance",
                    "\"(batch|closedIn|partition|offset)\":\\d+",
                    "\"$1\":0"));

    private final List<List<Rule>> rules;

    private Normaliser(List<List<Rule>> rules) {
        this.rules = rules;
    }

    /** @param name the name of the call, with its part: the part {@code known} asks for data from before this run */
    static Normaliser of(String name) {
        if (!name.startsWith("known: ")) {
            return new Normaliser(List.of(ALWAYS, NOW, FRESH));
        }
        return new Normaliser(name.contains("asOf=") ? List.of(ALWAYS) : List.of(ALWAYS, NOW));
    }

    String normalise(String text) {
        String result = text;
        for (List<Rule> some : rules) {
            for (Rule rule : some) {
                result = rule.pattern().matcher(result).replaceAll(rule.replacement());
            }
        }
        return result;
    }
}
