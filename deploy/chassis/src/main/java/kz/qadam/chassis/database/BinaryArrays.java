package kz.qadam.chassis.database;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Binds lists as arrays in PostgreSQL's binary form. As text, the driver writes and the database reads every character of
 * every element by itself, which costs more than inserting a row does.
 */
final class BinaryArrays implements ArgumentFactory.Preparable {

    private interface Writing<T> {
        void write(T element, DataOutputStream out) throws IOException;
    }

    /** How the elements of one type are written, each behind its length. */
    private record Elements<T>(int oid, int arrayOid, Writing<T> writing) {}

    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final Map<Type, Elements<?>> TYPES = Map.of(
            String.class,
            new Elements<String>(
                    Oid.TEXT, Oid.TEXT_ARRAY, (text, out) -> write(text.getBytes(StandardCharsets.UTF_8), out)),
            byte[].class,
            new Elements<byte[]>(Oid.BYTEA, Oid.BYTEA_ARRAY, BinaryArrays::write),
            UUID.class,
            new Elements<UUID>(Oid.UUID, Oid.UUID_ARRAY, (id, out) -> {
                out.writeInt(2 * Long.BYTES);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }),
            Integer.class,
            new Elements<Integer>(Oid.INT4, Oid.INT4_ARRAY, (number, out) -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            }),
            Long.class,
            new Elements<Long>(Oid.INT8, Oid.INT8_ARRAY, (number, out) -> write(number, out)),
            Boolean.class,
            new Elements<Boolean>(Oid.BOOL, Oid.BOOL_ARRAY, (yes, out) -> {
                out.writeInt(1);
                out.writeBoolean(yes);
            }),
            LocalDate.class,
            new Elements<LocalDate>(Oid.DATE, Oid.DATE_ARRAY, (day, out) -> {
                out.writeInt(Integer.BYTES);
                out.writeInt(Math.toIntExact(EPOCH_DAY.until(day, ChronoUnit.DAYS)));
            }),
            Instant.class,
            new Elements<Instant>(
                    Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, (time, out) -> write(microseconds(time), out)));

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return GenericTypes.findGenericParameter(type, Iterable.class)
                .map(TYPES::get)
                .map(elements -> list -> argument(elements, (Iterable<?>) list));
    }

    private static Argument argument(Elements<?> elements, Iterable<?> list) {
        return (place, statement, context) -> bind(elements, list, place, statement);
    }

    private static <T> void bind(Elements<T> elements, Iterable<?> list, int place, PreparedStatement statement)
            throws SQLException {
        var connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(place, new PgArray(connection, elements.arrayOid(), bytes(elements, list)));
    }

    /** A header of dimensions, and the elements. */
    @SuppressWarnings("unchecked") // The type by which the elements were found is theirs.
    private static <T> byte[] bytes(Elements<T> elements, Iterable<?> list) {
        var bytes = new ByteArrayOutputStream(1024);
        int count = 0;
        boolean anyNull = false;
        try (var out = new DataOutputStream(bytes)) {
            for (Object element : list) {
                if (element == null) {
                    anyNull = true;
                    out.writeInt(-1);
                } else {
                    elements.writing().write((T) element, out);
                }
                count++;
            }
            return withHeader(elements.oid(), count, anyNull, bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory", e);
        }
    }

    private static byte[] withHeader(int oid, int count, boolean anyNull, byte[] elements) throws IOException {
        var bytes = new ByteArrayOutputStream(elements.length + 5 * Integer.BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(count == 0 ? 0 : 1);
            out.writeInt(anyNull ? 1 : 0);
            out.writeInt(oid);
            if (count > 0) {
                out.writeInt(count);
                out.writeInt(1);
                out.write(elements);
            }
        }
        return bytes.toByteArray();
    }

    /** Since the database's epoch, to the nearest. */
    private static long microseconds(Instant time) {
        long seconds = Math.subtractExact(time.getEpochSecond(), EPOCH.getEpochSecond());
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000), (time.getNano() + 500) / 1000);
    }

    private static void write(byte[] element, DataOutputStream out) throws IOException {
        out.writeInt(element.length);
        out.write(element);
    }

    private static void write(long number, DataOutputStream out) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }
}
