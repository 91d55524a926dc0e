package kz.qadam.chassis.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import kz.qadam.chassis.process.EssentialThread;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.postgresql.util.PSQLException;

/**
 * The service's own PostgreSQL, for set-based SQL. Each call is one transaction, durable when it returns, unless its work
 * gives that up. A thread that the service cannot do without ({@link EssentialThread}) uses connections that requests cannot
 * take. How long a transaction may take is a setting of the role, unless the call says otherwise.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int ATTEMPTS = 5;

    /**
     * In milliseconds, for this transaction only. The transaction's timeout, which runs already, is set anew only if it is
     * stopped first.
     */
    private static final String LIMIT = """
            set local statement_timeout = %1$d; set local idle_in_transaction_session_timeout = %2$d;
            set local transaction_timeout = 0; set local transaction_timeout = %1$d
            """;

    /** How much later than the database the driver gives up waiting for it. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Jdbi requests;
    private final Jdbi background;

    /** Whether this thread has a transaction open, which must not wait for the connection of a second one. */
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    /** One pool of connections for everything. */
    public Database(DataSource all) {
        this(all, all);
    }

    @Inject
    Database(DataSource requests, @io.quarkus.agroal.DataSource("background") DataSource background) {
        this.requests = configured(Jdbi.create(requests));
        this.background = configured(Jdbi.create(background));
    }

    private static Jdbi configured(Jdbi jdbi) {
        // A failed statement is logged; its values are nobody's business there.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        // PostgreSQL tells the type of a null from where it stands; Jdbi would call it a varchar.
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.OTHER));
        jdbi.registerArgument(new BinaryArrays());
        jdbi.registerArrayType(java.math.BigDecimal.class, "numeric");
        return jdbi;
    }

    /** Runs the work in one transaction; from the start again if the database chose it to break a deadlock. */
    public <T> T transaction(Function<Handle, T> work) {
        return transaction(work, result -> true);
    }

    /** The same, committed only if the result says so; otherwise nothing of it stays. */
    public <T> T transaction(Function<Handle, T> work, Predicate<T> keep) {
        assert !open.get() : "A transaction within a transaction: when all connections are taken, each waits for ever";
        for (int attempt = 1; ; attempt++) {
            open.set(true);
            try {
                return source().inTransaction(handle -> {
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
            } finally {
                open.remove();
            }
        }
    }

    /**
     * The same with a limit of its own in place of the role's: the transaction may take so long in all, and each of its
     * statements too. Between two statements it may pause no longer than usual.
     */
    public <T> T transaction(Duration most, Function<Handle, T> work) {
        return transaction(TransactionLimit.of(most), work);
    }

    /** The same with a limit that also says how long it may pause. */
    public <T> T transaction(TransactionLimit limit, Function<Handle, T> work) {
        return transaction(limit, work, result -> true);
    }

    /** The same, committed only if the result says so. */
    public <T> T transaction(TransactionLimit limit, Function<Handle, T> work, Predicate<T> keep) {
        return transaction(
                handle -> {
                    Connection connection = handle.getConnection();
                    int usual = networkTimeout(
                            connection, Math.toIntExact(limit.most().plus(GRACE).toMillis()));
                    try {
                        handle.execute(LIMIT.formatted(
                                limit.most().toMillis(), limit.pause().toMillis()));
                        return work.apply(handle);
                    } finally {
                        networkTimeout(connection, usual);
                    }
                },
                keep);
    }

    /**
     * Runs the work in the transaction that JTA has open in this thread: it is committed together with what the ORM does
     * there.
     */
    public <T> T join(Function<Handle, T> work) {
        try (Handle handle = requests.open()) {
            // The transaction is neither begun nor ended here.
            handle.getConfig(Handles.class).setForceEndTransactions(false);
            return work.apply(handle);
        }
    }

    /** How long the driver waits for an answer; returns how long it did before. A lost connection has no such thing. */
    private static int networkTimeout(Connection connection, int millis) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, millis);
            return before;
        } catch (SQLException e) {
            LOG.debug("The connection is lost", e);
            return 0;
        }
    }

    private Jdbi source() {
        return EssentialThread.isCurrent() ? background : requests;
    }

    /** Whether a statement, a transaction or a pause between statements took longer than it may. */
    public static boolean tookTooLong(Throwable failure) {
        String state = sqlState(failure);
        return state.equals("57014") || state.equals("25P04") || state.equals("25P03");
    }

    /** Whether a lock was not to be had in time; the work that has it may be over soon. */
    public static boolean waitedForLockInVain(Throwable failure) {
        return sqlState(failure).equals("55P03");
    }

    /** Whether the connection to the database was lost. */
    public static boolean lostConnection(Throwable failure) {
        return sqlState(failure).startsWith("08");
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
