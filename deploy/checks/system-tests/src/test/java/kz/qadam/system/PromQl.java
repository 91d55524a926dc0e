package kz.qadam.system;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads expressions in PromQL, as far as tests need it. */
final class PromQl {

    private static final Pattern TEXT_MATCHERS_RANGES = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    /** The names of the series that an expression reads. */
    static Set<String> seriesIn(String query) {
        String quiet = TEXT_MATCHERS_RANGES.matcher(query).replaceAll("");
        return NAME.matcher(LABELS.matcher(quiet).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
