package kz.qadam.chassis.submissions.profiles.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.table.Columns.Column;

/** At which field of the form a fault of the profile is shown. */
final class FaultyField {

    private static final Pattern OF_COLUMN = Pattern.compile("/columns/([0-9]+)(?:/([a-zA-Z]+)(?:/([0-9]+))?.*)?");
    private static final Pattern OF_RULE = Pattern.compile("/rows/([0-9]+).*");

    /** What the fields of members are called. */
    private static final Map<String, String> MEMBERS =
            Map.of("constant", "text", "template", "text", "dayFormats", "days", "headers", "spellings");

    private FaultyField() {}

    /**
     * The name of the field; null if the fault is not of one.
     *
     * @param sent the names of the columns as they were sent
     * @param made the columns that have fields
     */
    static String of(Fault fault, List<String> sent, List<Column> made) {
        if ("name".equals(fault.parameter())) {
            return "name";
        }
        String pointer = fault.pointer() == null ? "" : fault.pointer();
        Matcher rule = OF_RULE.matcher(pointer);
        if (rule.matches()) {
            return ProfileFields.RULE + rule.group(1) + ProfileFields.FROM;
        }
        Matcher column = OF_COLUMN.matcher(pointer);
        if (column.matches()) {
            String name = sent.get(Integer.parseInt(column.group(1)));
            return made.stream().anyMatch(one -> one.name().equals(name)) ? name + member(column.group(2)) : null;
        }
        return pointer.equals("/columns") ? missing(fault, made) : null;
    }

    private static String member(String member) {
        if (member == null) {
            return ProfileFields.FROM;
        }
        return switch (member) {
            case "constant", "template" -> ProfileFields.TEXT;
            case "dayFormats" -> ProfileFields.DAYS;
            default -> ProfileFields.FROM;
        };
    }

    /** What is wrong, in the words of the page: which column it is, and which field. */
    static String sentence(Fault fault, String field, ProfiledTableKind table, DeskContext context) {
        Message text = fault.text();
        String column = table.made().stream()
                .map(Column::name)
                .filter(name -> field.startsWith(name + "."))
                .findFirst()
                .orElse("");
        String called = column.isEmpty() ? "" : table.nameOf(column, context.language());
        String first = text.arguments().isEmpty() ? "" : text.arguments().get(0).toString();
        List<Object> arguments = new ArrayList<>(text.arguments());
        if (!column.isEmpty() && first.equals(column)) {
            arguments.set(0, called);
            return new Message(text.key(), arguments).in(context.language());
        }
        if (MEMBERS.containsKey(first)) {
            arguments.set(0, context.tell(Message.of("table-profile." + MEMBERS.get(first))));
        }
        String said = new Message(text.key(), arguments).in(context.language());
        return called.isEmpty() ? said : called + ": " + said;
    }

    /** A column that has to come from somewhere is the first argument of its fault, also of several to choose from. */
    private static String missing(Fault fault, List<Column> made) {
        String named = fault.text().arguments().isEmpty()
                ? ""
                : fault.text().arguments().get(0).toString();
        List<String> names = List.of(named.split(", "));
        return made.stream()
                .map(Column::name)
                .filter(names::contains)
                .findFirst()
                .map(name -> name + ProfileFields.FROM)
                .orElse(null);
    }
}
