package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member of an item, as a record component declares it. Its type is one of these, or a list of them:
 *
 * <ul>
 *   <li>{@code String}, with {@link Size}, {@link FreeText} or {@link OwnCode}, and {@link Pattern}, whose message
 *       is the key of the fault's text
 *   <li>{@code Integer}, with {@link Min} and {@link Max}
 *   <li>{@code BigDecimal}, with {@link DecimalMin} and {@link DecimalMax}; a value outside of them is readable, but
 *       refused
 *   <li>{@code LocalDate}, with {@link PastOrPresent}
 *   <li>{@code UUID}, an enumeration, or a record of such members, which are an object, or with {@link JsonUnwrapped}
 *       members of the item itself
 * </ul>
 *
 * <p>With {@link NotNull} it is required. The message of that constraint is the key of the text for a table row in
 * which it is missing, if several columns can hold it.
 *
 * @param missing the key of the text for a table row in which it is missing; null if it is optional
 * @param type what the values of its column are
 * @param example an example of the value as written in a table
 * @param within the reader of a nested record; null for any other value
 * @param isUnwrapped whether the members of the nested record are members of the item itself
 * @param hasColumn whether a cell of a table can hold it
 * @param isDerivable whether a table may leave out its column
 */
record MemberReader(
        String name,
        String missing,
        Value value,
        Columns.Type type,
        InColumn inColumn,
        String example,
        ItemReader<?> within,
        boolean isUnwrapped,
        boolean hasColumn,
        boolean isDerivable) {

    /** Reads the value of a member. */
    private interface Value {

        Object read(ItemFields fields, String name, LocalDate today);
    }

    private static final String MISSING = "missing";

    /** The maximum length of a text without {@link Size}. */
    private static final int USUAL_LENGTH = 100;

    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static MemberReader of(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            ItemReader<?> within = within(field.getType());
            boolean isUnwrapped = field.isAnnotationPresent(JsonUnwrapped.class);
            return new MemberReader(
                    name,
                    missing(field.getAnnotatedType().getAnnotation(NotNull.class)),
                    within == null ? value(field.getAnnotatedType()) : record(within, isUnwrapped),
                    type(field.getType()),
                    field.getAnnotation(InColumn.class),
                    example(field),
                    within,
                    isUnwrapped,
                    field.getType() != List.class,
                    field.isAnnotationPresent(DerivedInTables.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component", e);
        }
    }

    boolean isRequired() {
        return missing != null;
    }

    /** Adds a fault if the member is missing. */
    void require(ItemFields fields) {
        if (isUnwrapped) {
            within.require(fields);
        } else if (isRequired() && !(isDerivable && fields.isRowWithoutColumn(name))) {
            fields.requireAs(fields.isRow() ? missing : MISSING, name);
        }
    }

    Object read(ItemFields fields, LocalDate today) {
        return value.read(fields, name, today);
    }

    Stream<Column> columns(String at, Need need) {
        if (isUnwrapped) {
            return within.ownColumns(at);
        }
        String pointer = at + "/" + name;
        if (within != null) {
            return within.columns(pointer, need);
        }
        Need ownNeed = isDerivable ? Need.IN_EACH_ROW_OR_NONE : need;
        String column = inColumn == null || inColumn.value().isEmpty() ? name : inColumn.value();
        return hasColumn
                ? Stream.of(new Column(
                        column, pointer, ownNeed, type, example, inColumn != null && inColumn.isForNumbers()))
                : Stream.empty();
    }

    private static Columns.Type type(Class<?> of) {
        if (of == LocalDate.class) {
            return Columns.Type.DAY;
        }
        return of == BigDecimal.class ? Columns.Type.NUMBER : Columns.Type.TEXT;
    }

    /** A constraint without a key of the message files has the default message of Bean Validation. */
    private static String missing(NotNull required) {
        if (required == null) {
            return null;
        }
        return required.message().startsWith("{") ? MISSING : required.message();
    }

    private static Value value(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType list) {
            Value element = value(list.getAnnotatedActualTypeArguments()[0]);
            return (fields, name, today) -> elements(fields, name, element, today);
        }
        Class<?> of = (Class<?>) type.getType();
        if (of == String.class) {
            return text(type);
        }
        if (of == Integer.class) {
            return whole(type.getAnnotation(Min.class), type.getAnnotation(Max.class));
        }
        if (of == BigDecimal.class) {
            return decimal(type.getAnnotation(DecimalMin.class), type.getAnnotation(DecimalMax.class));
        }
        if (of == LocalDate.class) {
            return date(type.isAnnotationPresent(PastOrPresent.class));
        }
        if (of == UUID.class) {
            return (fields, name, today) -> fields.uuid(name);
        }
        if (of.isEnum()) {
            return oneOf(of.getEnumConstants());
        }
        return record(Objects.requireNonNull(within(of), () -> "No value of an item is read as " + of), false);
    }

    private static ItemReader<?> within(Class<?> type) {
        return type.isRecord() ? ItemReader.of(type.asSubclass(Record.class)) : null;
    }

    private static Value record(ItemReader<?> reader, boolean isUnwrapped) {
        return isUnwrapped
                ? (fields, name, today) -> reader.readMembers(fields, today)
                : (fields, name, today) -> fields.object(name)
                        .map(object -> reader.read(object, today))
                        .orElse(null);
    }

    /** The elements of a list without those that cannot be read. */
    private static List<Object> elements(ItemFields fields, String name, Value element, LocalDate today) {
        List<Object> read = fields.list(name, (elements, index) -> element.read(elements, index, today));
        return read == null ? null : read.stream().filter(Objects::nonNull).toList();
    }

    private static Value text(AnnotatedType type) {
        Size size = type.getAnnotation(Size.class);
        int longest = size == null ? USUAL_LENGTH : size.max();
        Value text = type.isAnnotationPresent(OwnCode.class)
                ? (fields, name, today) -> fields.ownCode(name, longest)
                : text(type.getAnnotation(FreeText.class), longest);
        Pattern pattern = type.getAnnotation(Pattern.class);
        return pattern == null ? text : matching(pattern, text);
    }

    private static Value text(FreeText free, int longest) {
        if (free == null) {
            return (fields, name, today) -> fields.text(name, longest);
        }
        return free.mayHonourPerson()
                ? (fields, name, today) -> fields.codeOrName(name, longest)
                : (fields, name, today) -> fields.freeText(name, longest);
    }

    private static Value matching(Pattern pattern, Value text) {
        var compiled = java.util.regex.Pattern.compile(pattern.regexp());
        return (fields, name, today) -> {
            String read = (String) text.read(fields, name, today);
            return read == null || compiled.matcher(read).matches() ? read : fields.unreadable(name, pattern.message());
        };
    }

    private static Value whole(Min min, Max max) {
        int least = min == null ? Integer.MIN_VALUE : Math.toIntExact(min.value());
        int most = max == null ? Integer.MAX_VALUE : Math.toIntExact(max.value());
        return (fields, name, today) -> fields.whole(name, least, most);
    }

    private static Value decimal(DecimalMin min, DecimalMax max) {
        if (min == null || max == null) {
            return (fields, name, today) -> fields.decimal(name);
        }
        BigDecimal least = new BigDecimal(min.value());
        BigDecimal most = new BigDecimal(max.value());
        return (fields, name, today) -> {
            BigDecimal read = fields.decimal(name);
            if (read != null && (read.compareTo(least) < 0 || read.compareTo(most) > 0)) {
                fields.broken(name, "range", least, most);
            }
            return read;
        };
    }

    private static Value date(boolean isPastOrPresent) {
        return (fields, name, today) -> {
            LocalDate read = fields.date(name);
            if (isPastOrPresent && read != null && read.isAfter(today)) {
                fields.broken(name, "in-the-future/day");
            }
            return read;
        };
    }

    private static Value oneOf(Object[] constants) {
        Map<String, Object> byCode = new LinkedHashMap<>();
        for (Object constant : constants) {
            byCode.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return (fields, name, today) -> fields.oneOf(name, byCode);
    }

    private static String example(Field field) {
        Schema schema = field.getAnnotation(Schema.class);
        String example = schema == null || schema.examples().length == 0 ? "" : schema.examples()[0];
        if (field.getType() == LocalDate.class && !example.isEmpty()) {
            return LocalDate.parse(example).format(DAY_MONTH_YEAR);
        }
        return field.getType() == BigDecimal.class ? example.replace('.', ',') : example;
    }
}
