package kz.qadam.chassis.base.database;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Binds lists as arrays in PostgreSQL's binary format. In the text format the driver writes and the database reads each
 * element character by character, which costs more than the insertion of a row.
 */
final class BinaryArrays implements ArgumentFactory.Preparable {

    private interface Writing<T> {
        void write(T element, Growing out);
    }

    /** How the elements of one type are written, each after its length. */
    private record Elements<T>(int oid, int arrayOid, Writing<T> writing) {}

    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final Map<Type, Elements<?>> TYPES = Map.of(
            String.class,
            new Elements<String>(
                    Oid.TEXT, Oid.TEXT_ARRAY, (text, out) -> out.bytes(text.getBytes(StandardCharsets.UTF_8))),
            byte[].class,
            new Elements<byte[]>(Oid.BYTEA, Oid.BYTEA_ARRAY, (bytes, out) -> out.bytes(bytes)),
            UUID.class,
            new Elements<UUID>(
                    Oid.UUID,
                    Oid.UUID_ARRAY,
                    (id, out) -> out.of(2 * Long.BYTES)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())),
            Integer.class,
            new Elements<Integer>(
                    Oid.INT4,
                    Oid.INT4_ARRAY,
                    (number, out) -> out.of(Integer.BYTES).putInt(number)),
            Long.class,
            new Elements<Long>(
                    Oid.INT8,
                    Oid.INT8_ARRAY,
                    (number, out) -> out.of(Long.BYTES).putLong(number)),
            Boolean.class,
            new Elements<Boolean>(
                    Oid.BOOL, Oid.BOOL_ARRAY, (yes, out) -> out.of(1).put((byte) (yes ? 1 : 0))),
            LocalDate.class,
            new Elements<LocalDate>(
                    Oid.DATE,
                    Oid.DATE_ARRAY,
                    (day, out) -> out.of(Integer.BYTES).putInt(Math.toIntExact(EPOCH_DAY.until(day, ChronoUnit.DAYS)))),
            Instant.class,
            new Elements<Instant>(
                    Oid.TIMESTAMPTZ,
                    Oid.TIMESTAMPTZ_ARRAY,
                    (time, out) -> out.of(Long.BYTES).putLong(microseconds(time))));

    /**
     * A list to be bound. Its {@code toString()} shows no values: Jdbi would render all of them for a message that is
     * never used.
     */
    private record ListArgument<T>(Elements<T> elements, Iterable<?> list) implements Argument {

        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            var connection = statement.getConnection().unwrap(BaseConnection.class);
            statement.setArray(position, new PgArray(connection, elements.arrayOid(), bytes()));
        }

        /** A header with the array's dimensions, then the elements. */
        @SuppressWarnings("unchecked") // The elements have the type by which the writer was found.
        private byte[] bytes() {
            var out = new Growing();
            int count = 0;
            int anyNull = 0;
            for (Object element : list) {
                if (element == null) {
                    anyNull = 1;
                    out.room(Integer.BYTES).putInt(-1);
                } else {
                    elements.writing().write((T) element, out);
                }
                count++;
                if (count == 1 && list instanceof Collection<?> known) {
                    out.expect(known.size() - 1);
                }
            }
            return count == 0 ? out.under(0, 0, elements.oid()) : out.under(1, anyNull, elements.oid(), count, 1);
        }

        @Override
        public String toString() {
            return "[…]";
        }
    }

    /** A growing buffer that starts with room for a header. */
    private static final class Growing {

        private static final int HEADER = 5 * Integer.BYTES;

        /** The size of a UUID with its length. */
        private static final int USUAL = Integer.BYTES + 16;

        /** A first element that is far larger than the others must not cost more memory than this. */
        private static final long MOST_EXPECTED = 1 << 20;

        private ByteBuffer buffer;

        Growing() {
            buffer = ByteBuffer.allocate(HEADER + USUAL).position(HEADER);
        }

        /** Makes room for this many more elements that are a little larger than the first one. */
        void expect(int elements) {
            int first = buffer.position() - HEADER;
            long expected = (long) elements * Math.max(USUAL, first + first / 8);
            room((int) Math.min(expected, MOST_EXPECTED));
        }

        ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                int enough = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
                buffer = ByteBuffer.allocate(enough).put(buffer.flip());
            }
            return buffer;
        }

        /** The buffer for the next element of this length. */
        ByteBuffer of(int length) {
            return room(Integer.BYTES + length).putInt(length);
        }

        void bytes(byte[] bytes) {
            of(bytes.length).put(bytes);
        }

        /** All bytes so far, after this header. */
        byte[] under(int... header) {
            for (int i = 0; i < header.length; i++) {
                buffer.putInt(i * Integer.BYTES, header[i]);
            }
            return Arrays.copyOf(buffer.array(), header.length * Integer.BYTES + buffer.position() - HEADER);
        }
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return GenericTypes.findGenericParameter(type, Iterable.class)
                .map(TYPES::get)
                .map(elements -> list -> new ListArgument<>(elements, (Iterable<?>) list));
    }

    /** Microseconds since the epoch of the database, rounded. */
    private static long microseconds(Instant time) {
        long seconds = Math.subtractExact(time.getEpochSecond(), EPOCH.getEpochSecond());
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000), (time.getNano() + 500) / 1000);
    }
}
