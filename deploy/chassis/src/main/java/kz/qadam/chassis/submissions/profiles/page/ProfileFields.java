package kz.qadam.chassis.submissions.profiles.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;

/**
 * The fields of a form, and the profile that they say. What a form does not show, it keeps: columns that the sender wants to
 * see again are in a field as they are saved.
 *
 * @param values by the name of the field
 */
record ProfileFields(Map<String, String> values) {

    static final String FROM = ".from";
    static final String TEXT = ".text";
    static final String SPELLINGS = ".spellings";
    static final String DAYS = ".days";
    static final String PERCENT = ".percent";
    static final String OWN = "own";
    static final String AGAIN = "again.";
    static final String RULE = "rows.";

    /** Where a value comes from if not from a column. */
    static final String CONSTANT = "text";

    static final String TEMPLATE = "template";
    static final String CODE = "=";

    /** What a value means that means nothing. */
    static final String NOTHING = "∅";

    static final int MOST_RULES = 20;

    static final String ON = "on";
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_NAME = 49;

    // It only reads what this page has written, and writes texts.
    private static final ObjectMapper JSON = new ObjectMapper();

    static String valueAt(String column, int index) {
        return column + ".values." + index;
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** The column of the sent table that a choice names; null if it names none. */
    ChosenColumn source(String at) {
        String from = value(at + FROM);
        return ChosenColumn.isOne(from) ? ChosenColumn.read(from) : null;
    }

    /** What sent values mean, as far as it is said. */
    Map<String, String> meanings(String column) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 0; i < MOST_VALUES && values.containsKey(valueAt(column, i) + ".sent"); i++) {
            String means = value(valueAt(column, i) + ".means");
            if (!means.isEmpty()) {
                meanings.put(value(valueAt(column, i) + ".sent"), means);
            }
        }
        return meanings;
    }

    /** The values that a rule keeps. */
    List<String> kept(int rule) {
        String at = RULE + rule + ".keep.";
        return values.keySet().stream()
                .filter(field -> field.startsWith(at))
                .map(this::value)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** How many rules the form has. */
    int rules() {
        return (int) IntStream.range(0, MOST_RULES)
                .filter(i -> source(RULE + i) != null)
                .count();
    }

    /** The columns that answers repeat, as they are saved. */
    List<ProfileColumn> own() {
        if (value(OWN).isEmpty()) {
            return List.of();
        }
        try {
            List<ProfileColumn> all = List.of(JSON.readValue(value(OWN), ProfileColumn[].class));
            return IntStream.range(0, all.size())
                    .filter(i -> values.containsKey(OWN + "." + i))
                    .mapToObj(all::get)
                    .toList();
        } catch (JsonProcessingException e) {
            throw Problem.unreadable("malformed/form");
        }
    }

    /** The same form, in which columns that answers are to repeat are among those that they repeat. */
    ProfileFields settled() {
        List<ProfileColumn> all = new ArrayList<>(own());
        values.entrySet().stream()
                .filter(one -> one.getKey().startsWith(AGAIN) && ChosenColumn.isOne(one.getValue()))
                .map(one -> ChosenColumn.read(one.getValue()))
                .map(key -> new ProfileColumn(
                        ownName(key), List.of(key.header()), key.occurrence(), null, null, null, null, null))
                .forEach(all::add);
        Map<String, String> settled = new LinkedHashMap<>(values);
        settled.keySet().removeIf(field -> field.startsWith(AGAIN) || field.startsWith(OWN + "."));
        settled.put(OWN, write(all));
        IntStream.range(0, all.size()).forEach(i -> settled.put(OWN + "." + i, ON));
        return new ProfileFields(settled);
    }

    /** The profile, as programs send it. */
    ObjectNode body(List<String> made) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        putText(body, "sheet", value("sheet"));
        putText(body, "encoding", value("encoding"));
        ArrayNode columns = body.putArray("columns");
        made.forEach(name -> column(name).ifPresent(columns::add));
        own().forEach(column -> columns.add(JSON.<JsonNode>valueToTree(column)));
        ArrayNode rows = body.putArray("rows");
        IntStream.range(0, MOST_RULES).filter(i -> source(RULE + i) != null).forEach(i -> {
            ObjectNode rule = headers(rows.addObject(), source(RULE + i), value(RULE + i + SPELLINGS));
            ArrayNode keep = rule.putArray("keep");
            kept(i).forEach(keep::add);
        });
        return body;
    }

    private Optional<ObjectNode> column(String name) {
        String from = value(name + FROM);
        ObjectNode column = JsonNodeFactory.instance.objectNode().put("name", name);
        if (ChosenColumn.isOne(from)) {
            headers(column, ChosenColumn.read(from), value(name + SPELLINGS));
        } else if (from.startsWith(CODE)) {
            column.put("constant", from.substring(CODE.length()));
        } else if (from.equals(CONSTANT)) {
            column.put("constant", value(name + TEXT));
        } else if (from.equals(TEMPLATE)) {
            column.put("template", value(name + TEXT));
        } else {
            return Optional.empty();
        }
        ArrayNode formats = column.putArray("dayFormats");
        divided(value(name + DAYS), ";").forEach(formats::add);
        if (values.containsKey(name + PERCENT)) {
            column.put("unit", "percent");
        }
        ArrayNode meanings = column.putArray("values");
        meanings(name)
                .forEach((sent, means) ->
                        putText(meanings.addObject().put("sent", sent), "means", means.equals(NOTHING) ? "" : means));
        return Optional.of(column);
    }

    private static ObjectNode headers(ObjectNode of, ChosenColumn key, String others) {
        ArrayNode headers = of.putArray("headers").add(key.header());
        divided(others, "\\|").forEach(headers::add);
        if (key.occurrence() != null) {
            of.put("occurrence", key.occurrence());
        }
        return of;
    }

    private static Stream<String> divided(String text, String by) {
        return Stream.of(text.split(by)).map(String::strip).filter(one -> !one.isEmpty());
    }

    private static void putText(ObjectNode to, String name, String value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }

    private static String ownName(ChosenColumn key) {
        String name = key.label().replaceAll("[^\\p{L}0-9 _.-]", " ").strip();
        return "_" + (name.isEmpty() ? "?" : name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }

    static String write(List<ProfileColumn> own) {
        try {
            return JSON.writeValueAsString(own);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always written", e);
        }
    }
}
