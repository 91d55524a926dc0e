package kz.qadam.chassis.submissions.profiles.guess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;
import kz.qadam.chassis.submissions.profiles.RowRule;
import kz.qadam.chassis.submissions.profiles.Spelling;

/**
 * What of a table may be what: by how its headers are spelled, and by what is below them. Somebody looks at it before it is
 * used, so nothing is guessed that nothing speaks for.
 *
 * @param header the index of the header row
 * @param columns those of the template that were recognised
 * @param rows which rows seem to count
 */
public record ProfileGuess(int header, List<ProfileColumn> columns, List<RowRule> rows) {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,9})? ?(%?)");

    /** A letter of any writing. */
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /**
     * Guesses.
     *
     * @param rows of the table; at least one
     * @param meanings for columns with codes: each code, by what it is called, folded
     */
    public static ProfileGuess of(
            Columns columns, Spellings spellings, Map<String, Map<String, String>> meanings, List<Row> rows) {
        return of(columns, spellings, meanings, rows, HeaderRowFinder.of(rows, spellings));
    }

    /**
     * The same below a header row that somebody has chosen.
     *
     * @param header its index
     */
    public static ProfileGuess of(
            Columns columns,
            Spellings spellings,
            Map<String, Map<String, String>> meanings,
            List<Row> rows,
            int header) {
        var run = new Run(columns, spellings, meanings, SentColumn.of(rows, header));
        run.bySpelling(String::equals);
        run.bySpelling(ProfileGuess::hasWords);
        run.byValues();
        return new ProfileGuess(header, run.columns(), run.rules());
    }

    /** Whether a header begins with these words, and goes on with anything but another word. */
    private static boolean hasWords(String header, String spelling) {
        return header.startsWith(spelling)
                && !LETTER.matcher(header.substring(spelling.length()).strip()).lookingAt();
    }

    private static final class Run {

        private final Columns template;
        private final Spellings spellings;
        private final Map<String, Map<String, String>> meanings;
        private final List<SentColumn> sent;
        private final Map<String, SentColumn> found = new LinkedHashMap<>();

        private Run(
                Columns template,
                Spellings spellings,
                Map<String, Map<String, String>> meanings,
                List<SentColumn> sent) {
            this.template = template;
            this.spellings = spellings;
            this.meanings = meanings;
            this.sent = sent;
        }

        /** The likeliest spelling first, then the column that comes first. */
        private void bySpelling(BiPredicate<String, String> isAlike) {
            for (Map.Entry<String, List<String>> column : spellings.columns().entrySet()) {
                column.getValue().stream()
                        .map(Spelling::folded)
                        .flatMap(spelling -> left().stream().filter(one -> isAlike.test(one.folded(), spelling)))
                        .filter(fits(column.getKey()))
                        .findFirst()
                        .ifPresent(one -> found.putIfAbsent(column.getKey(), one));
            }
        }

        /** Numbers of people are recognised in whatever column; a day, if only one column has any. */
        private void byValues() {
            for (Column column : template.all()) {
                if (column.isForNumbers() && spellings.columns().containsKey(column.name())) {
                    left().stream()
                            .filter(one -> one.areMost(
                                    value -> TWELVE_DIGITS.matcher(value).matches()))
                            .findFirst()
                            .ifPresent(one -> found.putIfAbsent(column.name(), one));
                }
            }
            List<SentColumn> ofDays = left().stream()
                    .filter(one -> one.areMost(DayFormats::isDay))
                    .toList();
            List<String> wanted = template.all().stream()
                    .filter(column -> column.type() == Columns.Type.DAY && column.need() == Need.YES)
                    .map(Column::name)
                    .filter(name -> !found.containsKey(name))
                    .toList();
            boolean hasOtherDay = found.keySet().stream().anyMatch(name -> template.type(name) == Columns.Type.DAY);
            if (ofDays.size() == 1 && wanted.size() == 1 && !hasOtherDay) {
                found.put(wanted.get(0), ofDays.get(0));
            }
        }

        private List<SentColumn> left() {
            return sent.stream().filter(one -> !found.containsValue(one)).toList();
        }

        private Predicate<SentColumn> fits(String column) {
            return switch (template.type(column)) {
                case DAY -> one -> one.areMost(DayFormats::isDay);
                case NUMBER -> one -> one.areMost(value -> NUMBER.matcher(value).matches());
                case TEXT -> text(column);
            };
        }

        /** What has codes is written in words, and what is a reference is in each row another one. */
        private Predicate<SentColumn> text(String column) {
            if (meanings.containsKey(column)) {
                return one -> !one.areMost(value -> NUMBER.matcher(value).matches());
            }
            return needOf(column) == Need.IN_EACH_ROW_OR_NONE ? SentColumn::isUnique : one -> true;
        }

        private Need needOf(String column) {
            return template.all().stream()
                    .filter(one -> one.name().equals(column))
                    .map(Column::need)
                    .findFirst()
                    .orElse(Need.NO);
        }

        /** Columns that say whether a row counts, and the days that only rows have that do. */
        private List<RowRule> rules() {
            Set<String> ruled = folded(spellings.ruled());
            Set<String> kept = folded(spellings.kept());
            List<RowRule> rules = new ArrayList<>();
            for (SentColumn one : left()) {
                List<String> keep = one.distinct().stream()
                        .filter(value -> kept.contains(Spelling.folded(value)))
                        .toList();
                if (ruled.contains(one.folded()) && !keep.isEmpty()) {
                    rules.add(new RowRule(List.of(one.header()), one.occurrence(), keep));
                }
            }
            found.forEach((name, one) -> {
                if (template.type(name) == Columns.Type.DAY && needOf(name) == Need.YES && one.hasGaps()) {
                    rules.add(new RowRule(List.of(one.header()), one.occurrence(), List.of()));
                }
            });
            return rules;
        }

        private static Set<String> folded(Collection<String> texts) {
            return texts.stream().map(Spelling::folded).collect(Collectors.toSet());
        }

        /** In the order of the template. */
        private List<ProfileColumn> columns() {
            return Stream.concat(template.all().stream(), template.carried().stream())
                    .map(Column::name)
                    .filter(found::containsKey)
                    .map(name -> column(name, found.get(name)))
                    .toList();
        }

        private ProfileColumn column(String name, SentColumn one) {
            Map<String, String> codes = meanings.getOrDefault(name, Map.of());
            boolean isDay = template.type(name) == Columns.Type.DAY;
            boolean isNumber = template.type(name) == Columns.Type.NUMBER;
            return new ProfileColumn(
                    name,
                    List.of(one.header()),
                    one.occurrence(),
                    null,
                    null,
                    one.distinct().stream()
                            .filter(value -> codes.containsKey(Spelling.folded(value)))
                            .map(value -> new ProfileColumn.Meaning(value, codes.get(Spelling.folded(value))))
                            .filter(value -> !value.sent().equals(value.means()))
                            .toList(),
                    isDay ? DayFormats.of(one.values()) : null,
                    isNumber && isPercent(one) ? ProfileColumn.Unit.PERCENT : null);
        }

        /** A number without its sign is in per cent if one of them is greater than one. */
        private static boolean isPercent(SentColumn one) {
            return one.values().stream()
                    .map(NUMBER::matcher)
                    .filter(number -> number.matches() && number.group(2).isEmpty())
                    .anyMatch(
                            number -> Double.parseDouble(number.group().strip().replace(',', '.')) > 1);
        }
    }
}
