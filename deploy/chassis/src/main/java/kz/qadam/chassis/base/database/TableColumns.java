package kz.qadam.chassis.base.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The columns of a table, declared once by the components of a record. Statements are written in SQL and get from here
 * the names of the columns, the arrays by which one statement writes many rows, and the mapper that reads a row.
 *
 * <pre>{@code
 * record Person(UUID id, String name, LocalDate bornOn) {}
 *
 * static final TableColumns<Person> COLUMNS = TableColumns.of(Person.class);
 * static final String INSERT = "insert into person (%s) select * from %s".formatted(COLUMNS.names(), COLUMNS.rows("new"));
 *
 * COLUMNS.bind(handle.createUpdate(INSERT), people).execute();
 * handle.createQuery("select * from person").map(COLUMNS).list();
 * }</pre>
 *
 * <p>A column has the name of its component, in snake case. A component may be a text, a {@code UUID}, a {@code long},
 * {@code int} or {@code boolean} or their boxes, a {@code BigDecimal}, a {@code LocalDate}, an {@code Instant} or a
 * {@code byte[]}; a {@code List}, which can be read from an array and cannot be written; a {@code Map} of texts, which is
 * stored as JSON with sorted names, or as null if it is empty; an enum, which is stored as its
 * {@code toString()} (of two constants with the same text, the first is read); or a record, whose components are columns
 * too, and which is null if all of them are null.
 *
 * @param <R> the record
 */
public final class TableColumns<R extends Record> implements RowMapper<R> {

    private interface Reading {
        Object read(ResultSet row, String column) throws SQLException;
    }

    private static final Map<Class<?>, Reading> READINGS = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(byte[].class, ResultSet::getBytes),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(UUID.class, (row, column) -> row.getObject(column, UUID.class)),
            Map.entry(long.class, ResultSet::getLong),
            Map.entry(Long.class, (row, column) -> row.getObject(column, Long.class)),
            Map.entry(int.class, ResultSet::getInt),
            Map.entry(Integer.class, (row, column) -> row.getObject(column, Integer.class)),
            Map.entry(boolean.class, ResultSet::getBoolean),
            Map.entry(Boolean.class, (row, column) -> row.getObject(column, Boolean.class)),
            Map.entry(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class)),
            Map.entry(Instant.class, TableColumns::instant),
            Map.entry(List.class, TableColumns::list),
            Map.entry(Map.class, (row, column) -> map(row.getString(column))));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

    /** What a component is read from: a column, or those of a nested record. */
    private sealed interface Part {

        Object read(ResultSet row) throws SQLException;

        /** Whether what was just read is no value. */
        boolean wasNull(ResultSet row, Object read) throws SQLException;
    }

    /**
     * A column.
     *
     * @param arrays the type of many values
     * @param value gets its value from a row
     */
    private record Column(String name, Type arrays, Reading reading, Function<Object, Object> value) implements Part {

        @Override
        public Object read(ResultSet row) throws SQLException {
            return reading.read(row, name);
        }

        /** A primitive null is read as zero. */
        @Override
        public boolean wasNull(ResultSet row, Object read) throws SQLException {
            return read == null || row.wasNull();
        }

        Object stored(Object row) {
            Object of = value.apply(row);
            if (of instanceof Map<?, ?> texts) {
                return json(texts);
            }
            return of instanceof Enum<?> constant ? constant.toString() : of;
        }
    }

    private record Parts<T>(Constructor<T> constructor, List<Part> parts) implements Part {

        @Override
        public T read(ResultSet row) throws SQLException {
            Object[] values = new Object[parts.size()];
            boolean allNull = true;
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).read(row);
                allNull = allNull && parts.get(i).wasNull(row, values[i]);
            }
            if (allNull) {
                return null;
            }
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw unwrapped(e);
            }
        }

        @Override
        public boolean wasNull(ResultSet row, Object read) {
            return read == null;
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final Parts<R> row;

    private TableColumns(Class<R> type, Map<String, String> names) {
        row = parts(type, names, Function.identity());
    }

    /** The columns that a record declares. */
    public static <R extends Record> TableColumns<R> of(Class<R> type) {
        return of(type, Map.of());
    }

    /**
     * The columns that a record declares.
     *
     * @param names the column names that differ from the component's name, by the component's name
     * @throws IllegalArgumentException if a component is of a type that no column has
     */
    public static <R extends Record> TableColumns<R> of(Class<R> type, Map<String, String> names) {
        return new TableColumns<>(type, names);
    }

    /** The names of the columns, with commas between them. */
    public String names() {
        return list("%s");
    }

    /** The same with a table alias, such as {@code p.id, p.name}. */
    public String names(String alias) {
        return list(alias + ".%s");
    }

    /**
     * The rows to be written, as a {@code from} item: one array for each column, with an alias and the names of the
     * columns.
     */
    public String rows(String alias) {
        return "unnest(%s) as %s (%s)".formatted(list(":%s"), alias, names());
    }

    /**
     * The columns, each in a form such as {@code %1$s = new.%1$s}, with commas between them.
     *
     * @param without the names of columns that are left out
     */
    public String list(String form, String... without) {
        Set<String> leftOut = Set.of(without);
        return columns.stream()
                .map(Column::name)
                .filter(name -> !leftOut.contains(name))
                .map(form::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Binds the arrays of {@link #rows}. */
    public <S extends SqlStatement<S>> S bind(S statement, Collection<? extends R> rows) {
        for (Column column : columns) {
            statement.bindByType(
                    column.name(), rows.stream().map(column::stored).toList(), column.arrays());
        }
        return statement;
    }

    /**
     * The values of one row, for {@code values (…)}. The database plans it in less time than {@link #rows}.
     */
    public String values() {
        return list(":%s");
    }

    /** Binds the values of {@link #values}. */
    public <S extends SqlStatement<S>> S bindOne(S statement, R of) {
        columns.forEach(column -> statement.bind(column.name(), column.stored(of)));
        return statement;
    }

    /** Reads the current row of a result; it may have other columns too. */
    @Override
    public R map(ResultSet result, StatementContext context) throws SQLException {
        return row.read(result);
    }

    /** @param of gets the record from a row */
    private <T> Parts<T> parts(Class<T> type, Map<String, String> names, Function<Object, Object> of) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return new Parts<>(
                    canonical,
                    Stream.of(components).map(one -> part(one, names, of)).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Part part(RecordComponent component, Map<String, String> names, Function<Object, Object> of) {
        Class<?> type = component.getType();
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        Function<Object, Object> value = of.andThen(one -> value(accessor, one));
        if (type.isRecord()) {
            return parts(type, names, value);
        }
        Reading reading = type.isEnum() ? constantOf(type) : READINGS.get(type);
        if (reading == null) {
            throw new IllegalArgumentException("No column has the type of " + component);
        }
        Column column = new Column(
                names.getOrDefault(component.getName(), snakeCase(component.getName())),
                GenericTypes.parameterizeClass(
                        Iterable.class,
                        type.isEnum() || type == Map.class ? String.class : BOXES.getOrDefault(type, type)),
                reading,
                value);
        columns.add(column);
        return column;
    }

    private static Object value(Method accessor, Object of) {
        try {
            return of == null ? null : accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(ReflectiveOperationException e) {
        return e instanceof InvocationTargetException && e.getCause() instanceof RuntimeException own
                ? own
                : new IllegalStateException(e);
    }

    private static Reading constantOf(Class<?> type) {
        Map<String, Object> byText = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Object::toString, one -> one, (first, later) -> first));
        return (row, column) -> {
            String text = row.getString(column);
            if (text != null && !byText.containsKey(text)) {
                throw new IllegalStateException(column + " is not one of " + byText.keySet());
            }
            return text == null ? null : byText.get(text);
        };
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static List<Object> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : new ArrayList<>(Arrays.asList((Object[]) array.getArray()));
    }

    private static String json(Map<?, ?> texts) {
        try {
            return texts.isEmpty() ? null : JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, String> map(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
