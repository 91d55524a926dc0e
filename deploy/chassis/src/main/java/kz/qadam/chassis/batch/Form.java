package kz.qadam.chassis.batch;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Columns.Need;

/**
 * Reads items as a record, and lays them out as a table. The record is the declaration: its components are the members of
 * an item and the columns of a table, in this order, and say by constraints of Jakarta Bean Validation which values are
 * read. OpenAPI shows the same constraints. What a component may be, and which constraints it may have, says {@link
 * Member}; a rule between members is a method of the record.
 *
 * @param <R> the record; its constructor has to bear null for each component, since a value that cannot be read is null
 */
public final class Form<R extends Record> {

    private final Constructor<R> constructor;
    private final List<Member> members;

    private Form(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        members = Stream.of(components)
                .map(component -> Member.of(type, component.getName()))
                .toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has its canonical constructor", e);
        }
    }

    public static <R extends Record> Form<R> of(Class<R> type) {
        return new Form<>(type);
    }

    /** Reads an item none of whose members is compared with today. Faults are noted in its fields. */
    public R read(Fields fields) {
        return read(fields, null);
    }

    /** Reads an item. Faults are noted in its fields: first what is missing, then the others by member. */
    public R read(Fields fields, LocalDate today) {
        for (Member member : members) {
            member.require(fields);
        }
        Object[] values = new Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).read(fields, today);
        }
        try {
            R read = constructor.newInstance(values);
            if (read instanceof Checked checked) {
                checked.check(fields);
            }
            return read;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A constructor of " + constructor.getDeclaringClass() + " fails", e);
        }
    }

    /**
     * Reads an item that has to be right.
     *
     * @throws Problem if anything is wrong with it
     */
    public R readOrThrow(Fields fields) {
        R read = read(fields);
        fields.throwProblem();
        return read;
    }

    /** The columns of a table of such items. */
    public Columns columns() {
        return new Columns(members.stream()
                .flatMap(member -> member.columns("", member.isRequired() ? Need.YES : Need.NO))
                .toList());
    }

    /** The columns of an object within an item. One that only some of these objects have is one of several to choose from. */
    Stream<Columns.Column> columns(String pointer, Need need) {
        return members.stream()
                .flatMap(member ->
                        member.columns(pointer, need == Need.YES && !member.isRequired() ? Need.ONE_OF_THESE : need));
    }
}
