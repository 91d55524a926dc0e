package kz.qadam.reporting.audit.evidence;

import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlStatement;

/** Conditions of an SQL statement, with their values. */
record SqlConditions(String sql, Consumer<SqlStatement<?>> binding) {

    <S extends SqlStatement<?>> S bindTo(S statement) {
        binding.accept(statement);
        return statement;
    }
}
