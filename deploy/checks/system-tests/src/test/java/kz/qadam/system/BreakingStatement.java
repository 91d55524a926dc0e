package kz.qadam.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement of a migration after which instances of the earlier version fail: what they use is gone, or what they write
 * is refused.
 *
 * @param unusedSince the version of the migration since which no instance uses it, if a comment of the statement says so
 */
record BreakingStatement(String sql, Optional<String> unusedSince) {

    private static final Pattern BREAKING = Pattern.compile(
            "\\bdrop\\s+(table|view|function|type|sequence|column|default)\\b|\\brename\\b|\\bset\\s+not\\s+null\\b"
                    + "|\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDED_COLUMN = Pattern.compile("\\badd\\s+column\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_NULL = Pattern.compile("\\bnot\\s+null\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FUNCTION = Pattern.compile(
            "\\bcreate\\s+(?:or\\s+replace\\s+)?function\\s+(\\w+)[^$;]*\\$\\$.*?\\$\\$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern UNUSED_SINCE = Pattern.compile("--\\s*not used since V(\\w+)\\s*$", Pattern.MULTILINE);

    /** Those of a migration. What a function does, which the migration only makes and does not call, comes later if at all. */
    static List<BreakingStatement> in(String migration) {
        String code = FUNCTION.matcher(migration)
                .replaceAll(made -> isCalled(made.group(1), migration) ? Matcher.quoteReplacement(made.group()) : "");
        return Stream.of(code.split(";\\s*(\\n|$)"))
                .filter(BreakingStatement::isBreaking)
                .map(statement -> new BreakingStatement(withoutComments(statement), unusedSince(statement)))
                .toList();
    }

    private static boolean isCalled(String function, String migration) {
        return Pattern.compile("\\b(select|perform|from)\\s+" + function + "\\(", Pattern.CASE_INSENSITIVE)
                .matcher(migration)
                .find();
    }

    private static boolean isBreaking(String statement) {
        String code = withoutComments(statement);
        return BREAKING.matcher(code).find() || Stream.of(code.split(",")).anyMatch(BreakingStatement::needsValue);
    }

    /** Whether it adds a column into which each row has to write a value. */
    private static boolean needsValue(String clause) {
        return ADDED_COLUMN.matcher(clause).find()
                && NOT_NULL.matcher(clause).find()
                && !DEFAULT.matcher(clause).find();
    }

    private static String withoutComments(String statement) {
        return COMMENT.matcher(statement).replaceAll("").strip();
    }

    private static Optional<String> unusedSince(String statement) {
        Matcher marker = UNUSED_SINCE.matcher(statement);
        return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
    }
}
