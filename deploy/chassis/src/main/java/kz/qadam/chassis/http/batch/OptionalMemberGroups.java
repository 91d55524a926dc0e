package kz.qadam.chassis.http.batch;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Groups of optional members that several items and answers share. A group is a record, which declares its members once:
 * each component is null if nothing is said of it, or is a group itself, which is never null.
 */
public final class OptionalMemberGroups {

    private static final ClassValue<Group> GROUPS = new ClassValue<>() {
        @Override
        protected Group computeValue(Class<?> type) {
            return Group.of(type);
        }
    };

    private record Group(Constructor<?> constructor, List<RecordComponent> members) {

        private static Group of(Class<?> type) {
            RecordComponent[] members = type.getRecordComponents();
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(
                        Stream.of(members).map(RecordComponent::getType).toArray(Class<?>[]::new));
                canonical.setAccessible(true);
                Stream.of(members).forEach(member -> member.getAccessor().setAccessible(true));
                return new Group(canonical, List.of(members));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record has its canonical constructor", e);
            }
        }

        private Record with(Stream<Object> values) {
            try {
                return (Record) constructor.newInstance(values.toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private OptionalMemberGroups() {}

    /** The group of which nothing is said. */
    public static <R extends Record> R none(Class<R> type) {
        Group group = GROUPS.get(type);
        return type.cast(group.with(group.members().stream()
                .map(member -> isGroup(member) ? none(member.getType().asSubclass(Record.class)) : null)));
    }

    /** What is sent, and what was said before of the members that are not sent. */
    public static <R extends Record> R over(R sent, R before) {
        return combined(sent, before, (one, other) -> one == null ? other : one);
    }

    /** The group in which the value of each member is made of its values in two others. */
    @SuppressWarnings("unchecked") // Both are of this class.
    public static <R extends Record> R combined(R one, R other, BinaryOperator<Object> value) {
        Group group = GROUPS.get(one.getClass());
        return (R) group.with(group.members().stream().map(member -> {
            Object its = value(member, one);
            Object others = value(member, other);
            return isGroup(member) ? combined((Record) its, (Record) others, value) : value.apply(its, others);
        }));
    }

    /** The names of the members that differ, in the order of their declaration. */
    public static <R extends Record> Stream<String> differences(R one, R other) {
        return GROUPS.get(one.getClass()).members().stream().flatMap(member -> {
            Object its = value(member, one);
            Object others = value(member, other);
            if (isGroup(member)) {
                return differences((Record) its, (Record) others);
            }
            return Objects.equals(its, others) ? Stream.empty() : Stream.of(member.getName());
        });
    }

    /** What is said of each member, by its name, in the order of their declaration. */
    public static Map<String, Object> said(Record of) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (RecordComponent member : GROUPS.get(of.getClass()).members()) {
            Object its = value(member, of);
            if (isGroup(member)) {
                said.putAll(said((Record) its));
            } else if (its != null) {
                said.put(member.getName(), its);
            }
        }
        return said;
    }

    private static boolean isGroup(RecordComponent member) {
        return member.getType().isRecord();
    }

    private static Object value(RecordComponent member, Record of) {
        try {
            return member.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
