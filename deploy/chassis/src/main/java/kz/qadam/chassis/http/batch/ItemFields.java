package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.base.personal.PersonalText;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.table.Columns;

/**
 * Reads the members of one item strictly. Faults are collected and not thrown, so that the sender sees all of them at
 * once. An absent member, a null and an empty cell are all read as null.
 */
public final class ItemFields {

    /** Without a letter, and without a row of digits that is long enough for the number of a document. */
    private static final Pattern NAMES_NOBODY = Pattern.compile("(?!.*[0-9]{7})[0-9 .,:/%+-]{1,20}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ObjectNode json;
    private final String at;
    private final Faults faults;
    private final Set<String> membersRead = new HashSet<>();
    /** The fields of objects and arrays, by the name of the member. */
    private final Map<String, ItemFields> nested = new HashMap<>();

    private boolean isChecked;

    private ItemFields(ObjectNode json, String at, Faults faults) {
        this.json = json;
        this.at = at;
        this.faults = faults;
    }

    static ItemFields ofJson(ObjectNode json, RemainingFaults allowance) {
        return new ItemFields(json, "", Faults.ofItem(allowance));
    }

    /** A row of a table in its JSON form: all its values are texts, also dates and numbers. */
    static ItemFields ofRow(ObjectNode json, Columns columns, List<String> header, RemainingFaults allowance) {
        return new ItemFields(json, "", Faults.ofRow(columns, header, json, allowance));
    }

    /** A form of a page as an object: all its values are texts, as people write them. */
    public static ItemFields ofForm(ObjectNode json) {
        return new ItemFields(json, "", Faults.ofForm());
    }

    static ItemFields unreadable(Fault fault) {
        return new ItemFields(JsonNodeFactory.instance.objectNode(), "", Faults.ofUnread(fault));
    }

    /** A text of 1 to {@code longest} characters, in Unicode's composed form (NFC), without control characters. */
    public String text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return unreadable(name, "wrong-type/text");
        }
        boolean plain = isPrintableAscii(value.textValue());
        String text = plain ? value.textValue() : Normalizer.normalize(value.textValue(), Normalizer.Form.NFC);
        int length = plain ? text.length() : text.codePointCount(0, text.length());
        if (text.isBlank() || length > longest) {
            return unreadable(name, "length", longest);
        }
        if (plain) {
            return text;
        }
        if (CONTROL.matcher(text).find()) {
            return unreadable(name, "control-character");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            return unreadable(name, "surrogate");
        }
        return text;
    }

    /**
     * A free text. It must not name a person by an e-mail address, a telephone number or a name in full, nor contain an
     * identification number, which is read as null.
     */
    public String freeText(String name, int longest) {
        return impersonal(name, longest, "looks-like-iin", PersonalText::isIn);
    }

    /**
     * A code that its sender makes, such as a reference. It is like a free text, but often a row of digits: a telephone
     * number is only what is written as one.
     */
    String ownCode(String name, int longest) {
        return impersonal(name, longest, "looks-like-iin/own-code", PersonalText::isInCode);
    }

    /** A code or a name, which may honour a person, but must not contain an identification number: see above. */
    String codeOrName(String name, int longest) {
        return impersonal(name, longest, "looks-like-iin", text -> false);
    }

    private String impersonal(String name, int longest, String key, Predicate<String> namesPerson) {
        String text = text(name, longest);
        if (text == null) {
            return null;
        }
        if (PersonalNumber.isIn(text)) {
            broken(name, key);
            return null;
        }
        if (namesPerson.test(text)) {
            broken(name, "looks-personal");
        }
        return text;
    }

    /** Most texts are codes and references; printable ASCII needs no further check. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A date, {@code 2026-05-31}; where people write it also {@code 31.05.2026}. */
    public LocalDate date(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return unreadable(name, "wrong-type/date");
        }
        return ValueParser.date(value.textValue(), faults.isWritten())
                .orElseGet(() -> canBeRepeated(value)
                        ? unreadable(name, "date/row-value", value.textValue())
                        : unreadable(name, faults.isWritten() ? "date/row" : "date"));
    }

    /** Whether it is the value of a row that can name nobody: who corrects the table looks for it there. */
    private boolean canBeRepeated(JsonNode value) {
        String text = value.textValue();
        return isRow() && NAMES_NOBODY.matcher(text).matches() && !PersonalText.isIn(text);
    }

    /** A number of at most 18 digits before and 18 after its point; where people write it a decimal comma is also read. */
    BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (faults.isWritten()) {
            return ValueParser.decimal(value.textValue())
                    .orElseGet(() -> canBeRepeated(value)
                            ? unreadable(name, "wrong-type/number-value", value.textValue())
                            : unreadable(name, "wrong-type/number"));
        }
        if (!value.isNumber()) {
            return unreadable(name, "wrong-type/number");
        }
        return ValueParser.isOfUsualSize(value) ? value.decimalValue() : unreadable(name, "range/digits");
    }

    /** A whole number between two bounds. */
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

    UUID uuid(String name) {
        String text = text(name, 36);
        return text == null ? null : ValueParser.uuid(text).orElseGet(() -> unreadable(name, "uuid"));
    }

    /** The members of a nested object, empty if it is absent. */
    public Optional<ItemFields> object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            unreadable(name, "wrong-type/object");
            return Optional.empty();
        }
        return Optional.of(nested(name, value));
    }

    /** The elements of an array; an element that cannot be read is null. Null if the array is absent. */
    public <T> List<T> list(String name, BiFunction<ItemFields, String, T> element) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            return unreadable(name, "wrong-type/array");
        }
        ItemFields elements = nested(name, value);
        String[] indexes =
                IntStream.range(0, value.size()).mapToObj(Integer::toString).toArray(String[]::new);
        elements.require(indexes);
        return Stream.of(indexes).map(index -> element.apply(elements, index)).collect(Collectors.toList());
    }

    /** One of several values, by its code. */
    <T> T oneOf(String name, Map<String, T> byCode) {
        String text = text(name, 100);
        if (text == null) {
            return null;
        }
        T value = byCode.get(text);
        return value == null ? unreadable(name, "unknown-value", String.join(", ", byCode.keySet())) : value;
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** Whether the member is present, even as null: for members where null and absent have different meanings. */
    public boolean mentions(String name) {
        membersRead.add(name);
        return json.has(name);
    }

    /** Whether the item is a row of a table, in which spreadsheet programs may have rewritten numbers. */
    public boolean isRow() {
        return faults.isRow();
    }

    /** Whether the item is a row of a table that has no column for this member. */
    public boolean isRowWithoutColumn(String name) {
        return isRow() && faults.isRowWithoutColumn(pointer(name));
    }

    /** Adds a fault for each of these members that is absent. */
    public void require(String... names) {
        for (String name : names) {
            requireAs("missing", name);
        }
    }

    /** Adds a fault with this message if the member is absent. */
    void requireAs(String key, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            unreadable(name, key);
        }
    }

    /** Sets a member to a value that is known from elsewhere, such as the path, in place of what was sent. */
    public void supply(String name, String value) {
        json.put(name, value);
    }

    /** Adds a fault if the member, which may repeat what the path says, says something else. */
    public void requireSame(String name, String inPath) {
        String sent = text(name, 100);
        if (sent != null && !sent.equals(inPath)) {
            unreadable(name, "differs-from-path");
        }
    }

    /** Adds a fault for a value that can be read but breaks a rule. */
    public void broken(String name, String key, Object... arguments) {
        faults.addBroken(fault(name, key, arguments));
    }

    /** Adds a fault for a value that cannot be read as its type; returns null. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // Callers return it in place of a value of any type.
    public <T> T unreadable(String name, String key, Object... arguments) {
        faults.addUnreadable(fault(name, key, arguments));
        return null;
    }

    /** Adds the fault that the object as a whole cannot be read. */
    public void unreadableAsWhole(String key) {
        faults.addUnreadable(faults.fault(at, at.substring(at.lastIndexOf('/') + 1), key));
    }

    /**
     * The problem with all faults of the item, if there are any. To be called last: members that were not read before
     * are reported as unknown.
     */
    public Optional<Problem> problem() {
        return problem(List.of());
    }

    /**
     * Throws the problem if the item has any fault.
     *
     * @throws Problem with all faults of the item
     */
    public void throwProblem() {
        problem().ifPresent(problem -> {
            throw problem;
        });
    }

    /** The problem with these faults too. */
    public Optional<Problem> problem(List<Fault> moreBroken) {
        checkUnknown();
        return faults.problem(moreBroken);
    }

    /** The members that were never read are unknown; they are reported once, however often the problem is asked for. */
    private void checkUnknown() {
        if (!isChecked) {
            isChecked = true;
            reportUnknown();
        }
    }

    private void reportUnknown() {
        json.properties().forEach(member -> {
            String name = member.getKey();
            if (!membersRead.contains(name)) {
                faults.addUnknown(pointer(name));
            } else if (member.getValue().isContainerNode()) {
                nested(name, member.getValue()).reportUnknown();
            }
        });
    }

    /** The fields of an object, or of an array, whose elements are members that are named by their index. */
    private ItemFields nested(String name, JsonNode value) {
        return nested.computeIfAbsent(
                name,
                same -> new ItemFields(
                        value instanceof ArrayNode array ? byIndex(array) : (ObjectNode) value, pointer(name), faults));
    }

    private static ObjectNode byIndex(ArrayNode array) {
        ObjectNode elements = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < array.size(); i++) {
            elements.set(Integer.toString(i), array.get(i));
        }
        return elements;
    }

    private JsonNode value(String name) {
        membersRead.add(name);
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A fault at a member, named by its pointer or its column; this name is {@code {0}} of the message. */
    public Fault fault(String name, String key, Object... arguments) {
        return faults.fault(pointer(name), name, key, arguments);
    }

    private String pointer(String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
