package kz.qadam.chassis.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.postgresql.util.PSQLException;

/**
 * The service's own PostgreSQL, for set-based SQL. Each call is one transaction, durable when it returns, unless its work
 * gives that up.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;

    public Database(DataSource source) {
        jdbi = Jdbi.create(source);
        // A failed statement is logged; its values are nobody's business there.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        // PostgreSQL tells the type of a null from where it stands; Jdbi would call it a varchar.
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.OTHER));
        jdbi.registerArgument(new BinaryArrays());
        jdbi.registerArrayType(java.math.BigDecimal.class, "numeric");
    }

    /** Runs the work in one transaction; from the start again if the database chose it to break a deadlock. */
    public <T> T transaction(Function<Handle, T> work) {
        return transaction(work, result -> true);
    }

    /** The same, committed only if the result says so; otherwise nothing of it stays. */
    public <T> T transaction(Function<Handle, T> work, Predicate<T> keep) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> {
                    T result = work.apply(handle);
                    if (!keep.test(result)) {
                        handle.rollback();
                    }
                    return result;
                });
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw e;
                }
                LOG.debugf(e, "Transaction repeated, attempt %d", attempt);
            }
        }
    }

    /** Whether this failure is the fault of the data, and repeating it is of no use. */
    public static boolean isFaultOfData(Throwable failure) {
        String state = sqlState(failure);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /**
     * What may be logged of a failure. The database's own words may repeat the value that it refused, so that of a fault of
     * the data only its state and the constraint's name are told.
     */
    public static Throwable loggable(Throwable failure) {
        return isFaultOfData(failure) ? new Refused(failure) : failure;
    }

    /** A fault of the data, without the data. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Refused(Throwable failure) {
            super("SQL state " + sqlState(failure)
                    + constraint(failure).map(name -> ", constraint " + name).orElse(""));
            setStackTrace(failure.getStackTrace());
        }
    }

    private static Optional<String> constraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return Optional.ofNullable(sql.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }

    private static boolean isTransient(Throwable failure) {
        String state = sqlState(failure);
        return state.equals("40P01") || state.equals("40001");
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
