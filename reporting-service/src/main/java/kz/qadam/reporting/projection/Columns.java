package kz.qadam.reporting.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/** Binds rows as one array for each column, so that one statement takes any number of them. */
final class Columns<R> {

    private final SqlStatement<?> statement;
    private final Collection<R> rows;

    Columns(SqlStatement<?> statement, Collection<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    Columns<R> uuid(String name, Function<R, UUID> value) {
        return bind(name, UUID.class, value);
    }

    Columns<R> whole(String name, Function<R, Long> value) {
        return bind(name, Long.class, value);
    }

    Columns<R> flag(String name, Function<R, Boolean> value) {
        return bind(name, Boolean.class, value);
    }

    /** Also for dates and what else PostgreSQL reads from a text; a null stays one. */
    Columns<R> text(String name, Function<R, ?> value) {
        return bind(name, String.class, row -> {
            Object one = value.apply(row);
            return one == null ? null : Objects.toString(one);
        });
    }

    private <T> Columns<R> bind(String name, Class<T> type, Function<R, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        statement.bindArray(name, type, column);
        return this;
    }
}
