package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A column of the table of completions. Lists of columns in statements, the arrays that are bound and the names of their
 * parameters are made from {@link #ALL}.
 *
 * @param name that of the column and of the parameter which holds its values
 * @param isKept whether the value of a former state is kept too
 */
record CompletionColumn<T>(String name, Class<T> type, boolean isKept, Function<Completion, T> value) {

    static final List<CompletionColumn<?>> ALL = List.of(
            kept("id", UUID.class, Completion::id),
            kept("institution", String.class, Completion::institution),
            current("reference", String.class, Completion::reference),
            stated("enrolment", String.class, Content::enrolment),
            stated("completed_on", LocalDate.class, Content::completedOn),
            stated("score", BigDecimal.class, Content::score),
            stated("certificate", String.class, Content::certificate),
            kept("status", String.class, c -> c.state().status().word()),
            kept("counts", Boolean.class, c -> c.state().counts()),
            kept("because", String.class, c -> c.state().because()),
            derived("enrolment_id", UUID.class, Enrolled::enrolmentId),
            derived("learner_id", UUID.class, Enrolled::learnerId),
            derived("cohort", String.class, Enrolled::cohort),
            derived("course", String.class, Enrolled::course),
            derived("region", String.class, Enrolled::region),
            kept("version", Integer.class, Completion::version),
            current("recorded_at", Instant.class, Completion::recordedAt),
            kept("changed_at", Instant.class, c -> c.origin().at()),
            kept("cause", String.class, c -> c.origin().cause().ofCompletion()),
            kept("reason", String.class, c -> c.origin().reason()),
            kept("by_role", String.class, c -> c.origin().role()),
            current("pending_since", Instant.class, Completion::pendingSince));

    private static final Set<String> FIXED = Set.of("id", "institution", "reference", "recorded_at");

    private static <T> CompletionColumn<T> kept(String name, Class<T> type, Function<Completion, T> value) {
        return new CompletionColumn<>(name, type, true, value);
    }

    private static <T> CompletionColumn<T> current(String name, Class<T> type, Function<Completion, T> value) {
        return new CompletionColumn<>(name, type, false, value);
    }

    /** Null in a completion that was revoked before it came. */
    private static <T> CompletionColumn<T> stated(String name, Class<T> type, Function<Content, T> value) {
        return kept(name, type, c -> c.content() == null ? null : value.apply(c.content()));
    }

    /** Null while the enrolment is not known. */
    private static <T> CompletionColumn<T> derived(String name, Class<T> type, Function<Enrolled, T> value) {
        return kept(name, type, c -> c.enrolled() == null ? null : value.apply(c.enrolled()));
    }

    /** All columns, each in this form, in which {@code %s} is its name. */
    static String list(String form) {
        return list(form, ALL);
    }

    /** The same of those that are kept of a former state. */
    static String keptList(String form) {
        return list(form, ALL.stream().filter(CompletionColumn::isKept).toList());
    }

    /** The same of those that a new state may change. */
    static String changingList(String form) {
        return list(
                form,
                ALL.stream().filter(column -> !FIXED.contains(column.name)).toList());
    }

    private static String list(String form, List<CompletionColumn<?>> columns) {
        return columns.stream().map(column -> form.replace("%s", column.name)).collect(Collectors.joining(", "));
    }

    <S extends SqlStatement<S>> S bind(S statement, List<Completion> completions) {
        return statement.bindArray(name, type, completions.stream().map(value).toList());
    }
}
