package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.table.Columns;

/**
 * The members of one item, read strictly: faults are collected, none is thrown, so that the sender learns of all at
 * once. An absent member, a null and an empty cell are the same: null.
 */
public final class Fields {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ObjectNode json;
    private final String at;
    private final Faults faults;

    private Fields(ObjectNode json, String at, Faults faults) {
        this.json = json;
        this.at = at;
        this.faults = faults;
    }

    static Fields ofJson(ObjectNode json, FaultAllowance allowance) {
        return new Fields(json, "", Faults.ofItem(allowance));
    }

    /** A row of a table in its JSON form; all its values are texts, which dates and numbers may be written in. */
    static Fields ofRow(ObjectNode json, Columns columns, FaultAllowance allowance) {
        return new Fields(json, "", Faults.ofRow(columns, json, allowance));
    }

    static Fields unreadable(Fault fault) {
        return new Fields(JsonNodeFactory.instance.objectNode(), "", Faults.ofUnread(fault));
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
        boolean plain = isPrintableAscii(value.textValue());
        String text = plain ? value.textValue() : Normalizer.normalize(value.textValue(), Normalizer.Form.NFC);
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
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
     * A text that people write freely. It may hold anything but the number of a person: one in plain digits is a fault,
     * and null is returned; one that is written otherwise is a doubt, since it was accepted in earlier versions.
     */
    public String freeText(String name, int longest) {
        String text = text(name, longest);
        if (text == null || !PersonalNumber.isIn(text)) {
            return text;
        }
        if (PersonalNumber.isPlainlyIn(text)) {
            broken(name, "looks-like-iin");
            return null;
        }
        faults.doubt(name, fault(name, "looks-like-iin"));
        return text;
    }

    /** Most texts are codes and references, of which nothing more has to be found out. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A date, {@code 2026-05-31}; in a table also {@code 31.05.2026}. */
    public LocalDate date(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return unreadable(name, "wrong-type/date");
        }
        return Written.date(value.textValue(), isRow())
                .orElseGet(() -> unreadable(name, isRow() ? "date/row" : "date"));
    }

    /** A number of at most 18 digits, before and after its point; in a table a decimal comma is read too. */
    public BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (isRow()) {
            return Written.decimal(value.textValue()).orElseGet(() -> unreadable(name, "wrong-type/number"));
        }
        if (!value.isNumber()) {
            return unreadable(name, "wrong-type/number");
        }
        return Written.isOfUsualSize(value) ? value.decimalValue() : unreadable(name, "range/digits");
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
        return text == null ? null : Written.uuid(text).orElseGet(() -> unreadable(name, "uuid"));
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
        return Optional.of(new Fields((ObjectNode) value, pointer(name), faults));
    }

    /** What the elements of an array are read as, null for one that cannot be read; null if the array is absent. */
    public <T> List<T> list(String name, BiFunction<Fields, String, T> element) {
        Fields elements = elements(name);
        return elements == null
                ? null
                : elements.names().map(index -> element.apply(elements, index)).collect(Collectors.toList());
    }

    /** One of a few values, by its code. */
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

    /** Whether the member is there, be it null: where null says something that an absent member does not. */
    public boolean mentions(String name) {
        faults.ask(pointer(name));
        return json.has(name);
    }

    /** Whether the item came as a row of a table, in which people's programs rewrite numbers. */
    public boolean isRow() {
        return faults.areOfRow();
    }

    /** Notes each of these that is absent. */
    public void require(String... names) {
        for (String name : names) {
            requireAs("missing", name);
        }
    }

    /** Notes a member that is absent, by the key of the sentence that says so. */
    void requireAs(String key, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            unreadable(name, key);
        }
    }

    /** Gives a member that is absent the value that is known from elsewhere, such as the path. */
    public void supply(String name, String value) {
        if (!has(name)) {
            json.put(name, value);
        }
    }

    /** Notes a value that can be read but breaks a rule. */
    public void broken(String name, String key, Object... arguments) {
        faults.broken(fault(name, key, arguments));
    }

    /** Notes a value that cannot be read as what it should be; returns null. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // It stands where the value would, whatever its type.
    public <T> T unreadable(String name, String key, Object... arguments) {
        faults.unreadable(fault(name, key, arguments));
        return null;
    }

    /** Notes that the object as a whole cannot be read. */
    public void unreadableAsWhole(String key) {
        faults.unreadable(faults.fault(at, at.substring(at.lastIndexOf('/') + 1), key));
    }

    /** What is wrong with the item, if anything is. Asked last: members that nobody has asked for are unknown. */
    public Optional<Problem> problem() {
        return problem(List.of());
    }

    /**
     * Ends the reading of an item that has to be right.
     *
     * @throws Problem if anything is wrong with it
     */
    public void throwProblem() {
        problem().ifPresent(problem -> {
            throw problem;
        });
    }

    /** The same; but an item with doubts alone has no problem yet: it may have been accepted before. */
    public Optional<Problem> certainProblem(List<Fault> moreBroken) {
        return faults.certainProblem(json, moreBroken);
    }

    /**
     * What is wrong with an item that was not accepted before, and has no other problem.
     *
     * @param accepted members whose values were accepted before
     */
    public Optional<Problem> doubt(String... accepted) {
        return faults.haveDoubts() ? faults.doubt(Set.of(accepted)) : Optional.empty();
    }

    /** The same, with rules that were found broken elsewhere. Asking notes nothing, so it can be asked again. */
    public Optional<Problem> problem(List<Fault> moreBroken) {
        return faults.problem(json, moreBroken);
    }

    /** The elements of an array as members that are named by their place. */
    private Fields elements(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            return unreadable(name, "wrong-type/array");
        }
        Fields fields = new Fields(Faults.byIndex((ArrayNode) value), pointer(name), faults);
        fields.require(fields.names().toArray(String[]::new));
        return fields;
    }

    private Stream<String> names() {
        return json.properties().stream().map(Map.Entry::getKey);
    }

    private JsonNode value(String name) {
        faults.ask(pointer(name));
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A fault at the place of a member, be it pointed to or in a column; {@code {0}} of its text is the name of that. */
    public Fault fault(String name, String key, Object... arguments) {
        return faults.fault(pointer(name), name, key, arguments);
    }

    private String pointer(String name) {
        return Faults.pointer(at, name);
    }
}
