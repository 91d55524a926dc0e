package kz.qadam.chassis.submissions.profiles.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;
import kz.qadam.chassis.submissions.profiles.Spelling;

/**
 * What somebody can choose in the form of a profile: columns of the table, codes, values, and what is chosen already.
 *
 * @param codes for columns with codes: what each is called
 * @param tried null if there is no table, or nothing can be said yet
 */
record ProfileChoices(DeskContext context, Map<String, Map<String, String>> codes, Draft draft, TriedTable tried) {

    private static final int MOST_VALUES = 30;
    private static final int LONGEST_HEADER = 80;

    /** A choice of a form. */
    record Choice(String value, String label) {}

    /** Choices that have something in common. */
    record Group(String label, List<Choice> choices) {}

    /** What a value means that a column has. */
    record ValueRow(String at, String sent, String means) {}

    private String say(String key) {
        return context.tell(Message.of("table-profile." + key));
    }

    private String value(String field) {
        return draft.fields().value(field);
    }

    /** Where a column may come from. */
    public List<Group> sources(Column column) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(say("from.column"), headers(column.name() + ProfileFields.FROM)));
        Map<String, String> codes = codesOf(column.name());
        if (!codes.isEmpty()) {
            groups.add(new Group(
                    say("from.constant"),
                    withChosen(
                            codes.entrySet().stream()
                                    .map(one -> new Choice(
                                            ProfileFields.CODE + one.getKey(),
                                            one.getValue() + " (" + one.getKey() + ")"))
                                    .toList(),
                            value(column.name() + ProfileFields.FROM),
                            ProfileFields.CODE)));
        }
        List<Choice> others = new ArrayList<>();
        if (codes.isEmpty()) {
            others.add(new Choice(ProfileFields.CONSTANT, say("from.text")));
        }
        others.add(new Choice(ProfileFields.TEMPLATE, say("from.template")));
        groups.add(new Group(say("from.other"), others));
        return groups;
    }

    /** The columns of the sent table, and the one that a field names already. */
    public List<Choice> headers(String field) {
        return withChosen(
                draft.sent().stream()
                        .map(ChosenColumn::of)
                        .map(key -> new Choice(key.value(), shown(key.label())))
                        .toList(),
                value(field),
                "h");
    }

    private static List<Choice> withChosen(List<Choice> choices, String chosen, String sign) {
        boolean isMissing = chosen.startsWith(sign)
                && choices.stream().noneMatch(one -> one.value().equals(chosen));
        String label = ChosenColumn.isOne(chosen) ? ChosenColumn.read(chosen).label() : chosen.replaceFirst("^=", "");
        return isMissing
                ? Stream.concat(choices.stream(), Stream.of(new Choice(chosen, shown(label))))
                        .toList()
                : choices;
    }

    private static String shown(String header) {
        String masked = PersonalNumber.masked(header);
        return masked.length() > LONGEST_HEADER ? masked.substring(0, LONGEST_HEADER) + "…" : masked;
    }

    /** What each code of a column is called; empty if it has none. */
    private Map<String, String> codesOf(String column) {
        return codes.getOrDefault(column, Map.of());
    }

    /** The codes that a value may mean; empty if a column has none. */
    public List<Choice> meanings(Column column, String means) {
        List<Choice> codes = codesOf(column.name()).entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue() + " (" + one.getKey() + ")"))
                .toList();
        return means.isEmpty() || means.equals(ProfileFields.NOTHING) ? codes : withChosen(codes, means, "");
    }

    public String nothing() {
        return ProfileFields.NOTHING;
    }

    /** The values of a column with codes, as far as they are few, and those whose meaning is said already. */
    public List<ValueRow> values(Column column) {
        String name = column.name();
        Map<String, String> said = draft.fields().meanings(name);
        Map<String, String> rows = new LinkedHashMap<>();
        if (!codesOf(name).isEmpty()) {
            draft.column(name + ProfileFields.FROM).stream()
                    .flatMap(sent -> sent.distinct().stream())
                    .limit(MOST_VALUES)
                    .forEach(value -> rows.put(value, meaningOf(value, said)));
        }
        said.forEach((sent, means) -> {
            if (rows.keySet().stream().noneMatch(value -> Spelling.folded(value).equals(Spelling.folded(sent)))) {
                rows.put(sent, means);
            }
        });
        List<String> sent = List.copyOf(rows.keySet());
        return IntStream.range(0, sent.size())
                .mapToObj(i -> new ValueRow(ProfileFields.valueAt(name, i), sent.get(i), rows.get(sent.get(i))))
                .toList();
    }

    private static String meaningOf(String value, Map<String, String> said) {
        return said.entrySet().stream()
                .filter(one -> Spelling.folded(one.getKey()).equals(Spelling.folded(value)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** A rule, such as {@code rows.0}, with what its column says. */
    record RuleRow(String at, List<Choice> headers, List<Kept> values) {}

    /** A value that a rule may keep. */
    record Kept(String field, String value, boolean isKept) {

        public String shown() {
            return PersonalNumber.masked(value);
        }
    }

    /** The rules that are filled in, and one more. */
    public List<RuleRow> rules() {
        int all = Math.min(draft.fields().rules() + 1, ProfileFields.MOST_RULES);
        return IntStream.range(0, all).mapToObj(this::rule).toList();
    }

    private RuleRow rule(int number) {
        String at = ProfileFields.RULE + number;
        List<String> kept = draft.fields().kept(number);
        List<String> values = new ArrayList<>(kept);
        draft.column(at + ProfileFields.FROM).stream()
                .flatMap(sent -> sent.distinct().stream())
                .limit(MOST_VALUES)
                .filter(value ->
                        values.stream().noneMatch(one -> Spelling.folded(one).equals(Spelling.folded(value))))
                .forEach(values::add);
        return new RuleRow(
                at,
                headers(at + ProfileFields.FROM),
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Kept(at + ".keep." + i, values.get(i), i < kept.size()))
                        .toList());
    }

    /** Columns that answers repeat already. */
    public List<ProfileColumn> own() {
        return draft.fields().own();
    }

    /** Columns that answers may repeat, of those that are dropped. */
    public List<Choice> repeatable() {
        if (tried == null) {
            return List.of();
        }
        return draft.sent().stream()
                .filter(one -> tried.dropped()
                        .contains(PersonalNumber.masked(ChosenColumn.of(one).label())))
                .map(ChosenColumn::of)
                .map(key -> new Choice(key.value(), shown(key.label())))
                .toList();
    }

    /** Rows that may be the header row. */
    public List<Choice> headerRows() {
        return draft.headerRows().stream()
                .map(row -> new Choice(
                        Integer.toString(row.line()),
                        row.line() + ": "
                                + shown(String.join(
                                        " · ",
                                        row.cells().stream()
                                                .filter(cell -> !cell.isBlank())
                                                .map(PersonalNumber::masked)
                                                .toList()))))
                .toList();
    }

    /** The encodings of a CSV; the first is the usual one. */
    public List<Choice> encodings() {
        return Stream.of("", "windows-1251", "utf-16")
                .map(one -> new Choice(one, one.isEmpty() ? "UTF-8" : one))
                .toList();
    }
}
