package kz.qadam.chassis.submissions.profiles.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.submissions.profiles.TableProfile;

/**
 * What the page of one profile shows.
 *
 * @param codes for columns with codes: what each is called
 * @param draft the form as it is filled in
 * @param tried what becomes of the first rows; null if there is no table, or nothing can be said yet
 * @param faults what is wrong with a field, by its name
 * @param problem what is wrong with the whole; null if nothing is
 * @param conflict what somebody else has saved meanwhile; null if nobody has
 */
record ProfilePageView(
        DeskContext context,
        ProfiledTableKind table,
        Map<String, Map<String, String>> codes,
        Draft draft,
        TriedTable tried,
        boolean maySave,
        Map<String, String> faults,
        String problem,
        List<Difference> conflict) {

    /** What a profile says of a column, as it is saved and as it is filled in; empty if it says nothing. */
    record Difference(String column, String saved, String filledIn) {}

    /** What can be chosen in the fields. */
    public ProfileChoices choices() {
        return new ProfileChoices(context, codes, draft, tried);
    }

    public boolean isFaulty() {
        return problem != null || !faults.isEmpty() || conflict != null;
    }

    public String say(String key) {
        return context.tell(Message.of("table-profile." + key));
    }

    public String say(String key, Object argument) {
        return context.tell(Message.of("table-profile." + key, argument));
    }

    /** How a text is written that is made of two columns. */
    public String templateExample() {
        return "{A}-{B}";
    }

    public String action() {
        return context.page(context.path() + "/batch");
    }

    public String back() {
        return context.page(context.path());
    }

    public String value(String field) {
        return draft.fields().value(field);
    }

    public boolean has(String field) {
        return draft.fields().values().containsKey(field);
    }

    public String fault(String field) {
        return faults.get(field);
    }

    /** What a column is called. */
    public String nameOf(Column column) {
        return table.nameOf(column.name(), context.language());
    }

    /** The columns of which it still has to be said where they come from; empty if there are none. */
    public String missing() {
        boolean isNoneChosen = oneOfThese().stream().noneMatch(this::isSaid);
        return table.made().stream()
                .filter(column -> column.need() == Need.YES ? !isSaid(column) : isNoneChosen && isFirstChoice(column))
                .map(this::nameOf)
                .collect(Collectors.joining(", "));
    }

    private List<Column> oneOfThese() {
        return table.made().stream()
                .filter(column -> column.need() == Need.ONE_OF_THESE)
                .toList();
    }

    private boolean isFirstChoice(Column column) {
        return oneOfThese().stream().limit(1).anyMatch(column::equals);
    }

    private boolean isSaid(Column column) {
        return !value(column.name() + ProfileFields.FROM).isEmpty();
    }

    /** Columns that a table needs, and those that are filled in. */
    public List<Column> mainColumns() {
        return table.made().stream().filter(this::isMain).toList();
    }

    public List<Column> otherColumns() {
        return table.made().stream().filter(column -> !isMain(column)).toList();
    }

    /** Whether something is wrong with one of these others. */
    public boolean areOthersFaulty() {
        return otherColumns().stream().anyMatch(this::isFaulty);
    }

    private boolean isFaulty(Column column) {
        return faults.keySet().stream().anyMatch(field -> field.startsWith(column.name() + "."));
    }

    private boolean isMain(Column column) {
        boolean isCarriedDay = table.columns().isCarried(column.name()) && column.type() == Columns.Type.DAY;
        return column.need() == Need.YES || isFirstChoice(column) || isCarriedDay || isSaid(column);
    }

    public String meaning(Column column) {
        return context.tell(Message.of(
                table.meanings() + column.name(),
                String.join(", ", codes.getOrDefault(column.name(), Map.of()).keySet())));
    }

    public String needed() {
        return context.tell(Message.of("upload.column.needed"));
    }

    public String need(Column column) {
        return context.tell(column.need().text());
    }

    public boolean isDay(Column column) {
        return column.type() == Columns.Type.DAY;
    }

    public boolean isNumber(Column column) {
        return column.type() == Columns.Type.NUMBER;
    }

    /** Whether more than the choice is filled in, or has to be. */
    public boolean isOpen(Column column) {
        String from = value(column.name() + ProfileFields.FROM);
        return from.equals(ProfileFields.CONSTANT)
                || from.equals(ProfileFields.TEMPLATE)
                || isFaulty(column)
                || !value(column.name() + ProfileFields.DAYS).isEmpty();
    }

    public String verdict(String verdict) {
        return verdict.equals(TriedTable.LEFT_OUT)
                ? say("left-out")
                : context.tell(Message.of("upload.verdict." + verdict));
    }

    /** What becomes of a row, by what its columns are called. */
    public String after(TriedTable.TriedRow row) {
        Map<String, String> named = new LinkedHashMap<>();
        row.after()
                .forEach((name, value) -> named.put(
                        table.made().stream()
                                .filter(column -> column.name().equals(name))
                                .findFirst()
                                .map(this::nameOf)
                                .orElse(name),
                        value));
        return line(named);
    }

    /** A row in one line, such as {@code Курс: Python}. */
    public String line(Map<String, String> cells) {
        return String.join(
                " · ",
                cells.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .toList());
    }

    /** What differs between two profiles, column by column. */
    static List<Difference> differences(TableProfile saved, TableProfile filledIn) {
        Map<String, String> there = described(saved);
        Map<String, String> here = described(filledIn);
        return Stream.concat(there.keySet().stream(), here.keySet().stream())
                .distinct()
                .filter(name -> !there.getOrDefault(name, "").equals(here.getOrDefault(name, "")))
                .map(name -> new Difference(name, there.getOrDefault(name, ""), here.getOrDefault(name, "")))
                .toList();
    }

    private static Map<String, String> described(TableProfile profile) {
        Map<String, String> described = new LinkedHashMap<>();
        profile.columns().forEach(column -> described.put(column.name(), column.described()));
        profile.rows()
                .forEach(rule -> described.put(String.join(" / ", rule.headers()), String.join(", ", rule.keep())));
        return described;
    }
}
