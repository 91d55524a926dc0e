package kz.qadam.reporting.projection;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Binds rows as one array for each column, so that one statement takes any number of them. An array of a class of its own
 * travels in binary; one of objects would be written as text, with each of its characters looked at on both sides.
 */
public final class Columns<R> {

    private final SqlStatement<?> statement;
    private final Collection<R> rows;

    public Columns(SqlStatement<?> statement, Collection<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public Columns<R> whole(String name, Function<R, Long> value) {
        return bind(name, "int8", Long[]::new, value);
    }

    public Columns<R> flag(String name, Function<R, Boolean> value) {
        return bind(name, "bool", Boolean[]::new, value);
    }

    /** To be cast to {@code uuid[]} in the statement. */
    public Columns<R> uuid(String name, Function<R, UUID> value) {
        return text(name, value);
    }

    /** Also for dates and what else PostgreSQL reads from a text, if the statement casts it; a null stays one. */
    public Columns<R> text(String name, Function<R, ?> value) {
        return bind(name, "text", String[]::new, row -> {
            Object one = value.apply(row);
            return one == null ? null : one.toString();
        });
    }

    private <T> Columns<R> bind(String name, String type, IntFunction<T[]> array, Function<R, T> value) {
        T[] column = rows.stream().map(value).toArray(array);
        statement.bind(name, (Argument) (position, prepared, context) ->
                prepared.setArray(position, prepared.getConnection().createArrayOf(type, column)));
        return this;
    }
}
