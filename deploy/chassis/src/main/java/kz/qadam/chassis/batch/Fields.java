package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Columns;

/**
 * The members of one item, read strictly: every fault is collected, none is thrown, so that the sender learns of all at
 * once. An absent member, a null and an empty CSV cell are the same: null.
 */
public final class Fields {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DOTS =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,9})?");
    private static final Pattern FOUR_DIGIT_YEAR =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\\.[0-9]{1,2}\\.(?!0000)[0-9]{4}");
    private static final int MOST_DIGITS = 18;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ObjectNode json;
    private final String at;
    private final Columns columns;
    private final Set<String> asked;
    private final List<Fault> unreadable;
    private final List<Fault> broken;
    /** Where the item itself cannot be read, that its members are missing is no news. */
    private boolean isUnread;

    private Fields(
            ObjectNode json,
            String at,
            Columns columns,
            Set<String> asked,
            List<Fault> unreadable,
            List<Fault> broken) {
        this.json = json;
        this.at = at;
        this.columns = columns;
        this.asked = asked;
        this.unreadable = unreadable;
        this.broken = broken;
    }

    static Fields ofJson(ObjectNode json) {
        return new Fields(json, "", null, new HashSet<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** A row of a CSV in its JSON form; all its values are texts, which dates and numbers may be written in. */
    static Fields ofRow(ObjectNode json, Columns columns) {
        return new Fields(json, "", columns, new HashSet<>(), new ArrayList<>(), new ArrayList<>());
    }

    static Fields unreadable(Fault fault) {
        Fields fields = ofJson(JsonNodeFactory.instance.objectNode());
        fields.unreadable.add(fault);
        fields.isUnread = true;
        return fields;
    }

    /** A text of 1 to so many characters, in Unicode's composed form (NFC), without control characters. */
    public String text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return unreadable(name, "wrong-type/text");
        }
        String text = Normalizer.normalize(value.textValue(), Normalizer.Form.NFC);
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            return unreadable(name, "length", longest);
        }
        if (CONTROL.matcher(text).find()) {
            return unreadable(name, "control-character");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            return unreadable(name, "surrogate");
        }
        return text;
    }

    /** A date, {@code 2026-05-31}; in a CSV also {@code 31.05.2026}. */
    public LocalDate date(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return unreadable(name, "wrong-type/date");
        }
        String text = value.textValue().strip();
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            return noDate(name);
        }
        try {
            return LocalDate.parse(text, columns != null && text.contains(".") ? DOTS : ISO);
        } catch (DateTimeParseException e) {
            return noDate(name);
        }
    }

    private LocalDate noDate(String name) {
        return unreadable(name, columns == null ? "date" : "date/row");
    }

    /** A number of at most 18 digits, before and after its point; in a CSV a decimal comma is read too. */
    public BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        boolean readable = columns == null
                ? value.isNumber()
                : DECIMAL.matcher(value.textValue().strip()).matches();
        if (!readable) {
            return unreadable(name, "wrong-type/number");
        }
        if (columns != null) {
            return new BigDecimal(value.textValue().strip().replace(',', '.'));
        }
        return isOfUsualSize(value) ? value.decimalValue() : unreadable(name, "range/digits");
    }

    /** A few characters can write a number that takes all memory to count with. */
    private static boolean isOfUsualSize(JsonNode number) {
        if (number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal decimal = number.decimalValue();
        return Math.abs((long) decimal.scale()) <= MOST_DIGITS && decimal.precision() <= MOST_DIGITS;
    }

    /** A whole number in its usual bounds. */
    public Integer whole(String name, int least, int most) {
        BigDecimal number = decimal(name);
        if (number == null) {
            return null;
        }
        try {
            int whole = number.intValueExact();
            return whole >= least && whole <= most ? whole : unreadable(name, "range", least, most);
        } catch (ArithmeticException e) {
            return unreadable(name, "range/whole", least, most);
        }
    }

    public UUID uuid(String name) {
        String text = text(name, 36);
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : unreadable(name, "uuid");
        } catch (IllegalArgumentException e) {
            return unreadable(name, "uuid");
        }
    }

    /** The members of a nested object, empty if it is absent. */
    public Optional<Fields> object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            unreadable(name, "wrong-type/object");
            return Optional.empty();
        }
        return Optional.of(new Fields((ObjectNode) value, pointer(name), columns, asked, unreadable, broken));
    }

    /** The texts of an array, each of 1 to so many characters; null if it is absent. */
    public List<String> texts(String name, int longest) {
        Fields elements = elements(name);
        return elements == null
                ? null
                : elements.names().map(index -> elements.text(index, longest)).toList();
    }

    /** The objects of an array; null if it is absent. */
    public List<Fields> objects(String name) {
        Fields elements = elements(name);
        return elements == null
                ? null
                : elements.names()
                        .map(elements::object)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** One of an enumeration, by the constant's name in lower case with dashes. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = text(name, 100);
        if (text == null) {
            return null;
        }
        List<String> codes = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int place = codes.indexOf(text);
        return place < 0 ? unreadable(name, "unknown-value", String.join(", ", codes)) : type.getEnumConstants()[place];
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** Whether the member is there, be it null: where null says something that an absent member does not. */
    public boolean mentions(String name) {
        asked.add(pointer(name));
        return json.has(name);
    }

    /** Whether the item came as a row of a table, in which people's programs rewrite numbers. */
    public boolean isRow() {
        return columns != null;
    }

    /** Notes each of these that is absent. */
    public void require(String... names) {
        for (String name : names) {
            if (value(name) == null) {
                unreadable(name, "missing");
            }
        }
    }

    /** Notes a value that can be read but breaks a rule. */
    public void broken(String name, String key, Object... arguments) {
        broken.add(fault(name, key, arguments));
    }

    /** Notes a value that cannot be read as what it should be; returns null. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // It stands where the value would, whatever its type.
    public <T> T unreadable(String name, String key, Object... arguments) {
        unreadable.add(fault(name, key, arguments));
        return null;
    }

    /** What is wrong with the item, if anything is. Asked last: members that nobody has asked for are unknown. */
    public Optional<Problem> problem() {
        return problem(List.of());
    }

    /** The same, with rules that were found broken elsewhere. Asking notes nothing, so it can be asked again. */
    public Optional<Problem> problem(List<Fault> moreBroken) {
        if (isUnread) {
            return Optional.of(new Problem(ProblemType.INVALID_REQUEST, unreadable.get(0)));
        }
        List<Fault> all = new ArrayList<>(unreadable);
        addUnknown(json, "", all);
        boolean readable = all.isEmpty();
        all.addAll(broken);
        all.addAll(moreBroken);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(readable ? ProblemType.RULE_VIOLATED : ProblemType.INVALID_REQUEST, all));
    }

    private void addUnknown(ObjectNode node, String path, List<Fault> faults) {
        node.properties().forEach(member -> {
            String pointer = path + "/" + escaped(member.getKey());
            if (!asked.contains(pointer)) {
                faults.add(Fault.at(pointer, "unknown-member"));
            } else if (member.getValue() instanceof ObjectNode nested) {
                addUnknown(nested, pointer, faults);
            } else if (member.getValue() instanceof ArrayNode array) {
                addUnknown(byIndex(array), pointer, faults);
            }
        });
    }

    /** An array as an object whose members are named by their place, as pointers name them. */
    private Fields elements(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            return unreadable(name, "wrong-type/array");
        }
        ObjectNode elements = byIndex((ArrayNode) value);
        Fields fields = new Fields(elements, pointer(name), columns, asked, unreadable, broken);
        fields.require(fields.names().toArray(String[]::new));
        return fields;
    }

    private Stream<String> names() {
        return json.properties().stream().map(Map.Entry::getKey);
    }

    private static ObjectNode byIndex(ArrayNode array) {
        ObjectNode elements = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < array.size(); i++) {
            elements.set(Integer.toString(i), array.get(i));
        }
        return elements;
    }

    private JsonNode value(String name) {
        asked.add(pointer(name));
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A fault at the place of a member, be it pointed to or in a column; {@code {0}} of its text is the name of that. */
    public Fault fault(String name, String key, Object... arguments) {
        String pointer = pointer(name);
        String column = columns == null ? null : columns.column(pointer);
        List<Object> said = new ArrayList<>(List.of(column == null ? name : column));
        said.addAll(List.of(arguments));
        return new Fault(pointer, null, column, new Text(key, said));
    }

    private String pointer(String name) {
        return at + "/" + escaped(name);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
