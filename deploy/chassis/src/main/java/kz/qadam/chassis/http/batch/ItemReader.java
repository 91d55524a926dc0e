package kz.qadam.chassis.http.batch;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Need;

/**
 * Reads items as a record, and declares the columns of their table. The record is the declaration: its components are
 * the members of an item and the columns of a table, in this order; their Jakarta Bean Validation constraints, which
 * OpenAPI also shows, define which values are accepted. {@link MemberReader} lists the permitted types and constraints; a
 * rule between members is a method of the record.
 *
 * @param <R> the record; its constructor must accept null for each component, since a value that cannot be read is null
 */
public final class ItemReader<R extends Record> {

    private final Constructor<R> constructor;
    private final List<MemberReader> members;

    private ItemReader(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        members = Stream.of(components)
                .map(component -> MemberReader.of(type, component.getName()))
                .toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has its canonical constructor", e);
        }
    }

    public static <R extends Record> ItemReader<R> of(Class<R> type) {
        return new ItemReader<>(type);
    }

    /** Reads an item that has no member to compare with today. Its fields collect the faults. */
    public R read(ItemFields fields) {
        return read(fields, null);
    }

    /** Reads an item. Its fields collect the faults: first the missing members, then the others by member. */
    public R read(ItemFields fields, LocalDate today) {
        require(fields);
        return readMembers(fields, today);
    }

    /** Adds a fault for each member that is missing. */
    void require(ItemFields fields) {
        for (MemberReader member : members) {
            member.require(fields);
        }
    }

    R readMembers(ItemFields fields, LocalDate today) {
        Object[] values = new Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).read(fields, today);
        }
        try {
            R read = constructor.newInstance(values);
            if (read instanceof SelfChecking checked) {
                checked.check(fields);
            }
            return read;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A constructor of " + constructor.getDeclaringClass() + " fails", e);
        }
    }

    /**
     * Reads an item, and throws its problem if it has any fault.
     *
     * @throws Problem with all faults of the item
     */
    public R readOrThrow(ItemFields fields) {
        R read = read(fields);
        fields.throwProblem();
        return read;
    }

    /** The columns of a table of such items. */
    public Columns columns() {
        return new Columns(ownColumns("").toList());
    }

    /** The columns of members of the item itself. */
    Stream<Columns.Column> ownColumns(String pointer) {
        return members.stream().flatMap(member -> member.columns(pointer, member.isRequired() ? Need.YES : Need.NO));
    }

    /**
     * The columns of a nested object. A column that only some of these objects have is one of several to choose from.
     */
    Stream<Columns.Column> columns(String pointer, Need need) {
        return members.stream()
                .flatMap(member ->
                        member.columns(pointer, need == Need.YES && !member.isRequired() ? Need.ONE_OF_THESE : need));
    }
}
