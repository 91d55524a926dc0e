package kz.qadam.reporting.intake.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/** Binds rows as one array for each column, so that one statement takes any number of rows. */
public final class ArrayColumns<R> {

    private final SqlStatement<?> statement;
    private final Collection<R> rows;

    public ArrayColumns(SqlStatement<?> statement, Collection<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public ArrayColumns<R> whole(String name, Function<R, Long> value) {
        return bind(name, Long.class, value);
    }

    public ArrayColumns<R> flag(String name, Function<R, Boolean> value) {
        return bind(name, Boolean.class, value);
    }

    public ArrayColumns<R> uuid(String name, Function<R, UUID> value) {
        return bind(name, UUID.class, value);
    }

    public ArrayColumns<R> day(String name, Function<R, LocalDate> value) {
        return bind(name, LocalDate.class, value);
    }

    public ArrayColumns<R> time(String name, Function<R, Instant> value) {
        return bind(name, Instant.class, value);
    }

    public ArrayColumns<R> text(String name, Function<R, String> value) {
        return bind(name, String.class, value);
    }

    private <T> ArrayColumns<R> bind(String name, Class<T> type, Function<R, T> value) {
        List<T> column = rows.stream().map(value).toList();
        statement.bindArray(name, type, column);
        return this;
    }
}
