package kz.qadam.witness;

import java.util.List;
import java.util.regex.Pattern;

/** Replaces what differs from run to run by itself. Each rule says why it is needed; everything else is compared. */
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
            new Rule("a cursor is opaque", "([?&]cursor=)[^&>\"]*", "$1…"));

    /** For what is posted by this run, and for what is asked after that. */
    private static final List<Rule> FRESH = List.of(
            new Rule("ids of things made in this run are random", UUID, "<id>"),
            new Rule("instants of this run are its own", INSTANT, "<instant>"),
            new Rule("how many polls brought the events is chance", "\"figureVersion\":\\d+", "\"figureVersion\":0"),
            new Rule("a hash of what has such instants in it", "ETag: .*", "ETag: …"));

    private final List<List<Rule>> rules;

    private Normaliser(List<List<Rule>> rules) {
        this.rules = rules;
    }

    /** @param part of the calls: {@code known} are those that ask for what was there before this run */
    static Normaliser of(String part) {
        return new Normaliser(part.equals("known") ? List.of(ALWAYS) : List.of(ALWAYS, FRESH));
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
