package kz.qadam.chassis.base.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import kz.qadam.chassis.base.process.EssentialThread;
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
 * The service's own PostgreSQL, for set-based SQL. Each call is one transaction, which is durable when the call
 * returns, unless the work itself turns off the synchronous commit. An {@link EssentialThread} uses a separate pool of
 * connections, which requests cannot exhaust. The time limit of a transaction is a setting of the database role, unless
 * the call passes another limit.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int ATTEMPTS = 5;

    /**
     * Time limits in milliseconds, for this transaction only. The transaction's timeout is already running and can be
     * changed only if it is first turned off.
     */
    private static final String LIMIT = """
            set local statement_timeout = %1$d; set local idle_in_transaction_session_timeout = %2$d;
            set local transaction_timeout = 0; set local transaction_timeout = %1$d
            """;

    /**
     * Plans are made once for a connection, for tables of any size: each row is found by an index. Only for this
     * transaction; see decision 203.
     */
    private static final String KEPT_PLANS = """
            set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
            set local enable_hashjoin = off; set local enable_mergejoin = off
            """;

    /** How much longer than the database's own limit the driver waits for an answer. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Jdbi requests;
    private final Jdbi background;

    /** Of the JTA transactions that work joins; null if there are none. */
    private final TransactionSynchronizationRegistry joined;

    /** Whether this thread has an open transaction, which must not wait for a second connection. */
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    /** Uses one pool of connections for requests and background work. */
    public Database(DataSource all) {
        this(all, all, null);
    }

    @Inject
    Database(
            DataSource requests,
            @io.quarkus.agroal.DataSource("background") DataSource background,
            TransactionSynchronizationRegistry joined) {
        this.requests = configured(Jdbi.create(requests));
        this.background = configured(Jdbi.create(background));
        this.joined = joined;
    }

    private static Jdbi configured(Jdbi jdbi) {
        // A failed statement is logged; its values must not appear in the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        // PostgreSQL infers the type of a null from the statement; Jdbi would declare it as varchar.
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.OTHER));
        jdbi.registerArgument(new BinaryArrays());
        jdbi.registerArrayType(java.math.BigDecimal.class, "numeric");
        return jdbi;
    }

    /** Runs the work in one transaction, and repeats it if the database has aborted it to resolve a deadlock. */
    public <T> T transaction(Function<Handle, T> work) {
        return transaction(work, result -> true);
    }

    /** The same, committed only if the predicate accepts the result; otherwise the transaction is rolled back. */
    public <T> T transaction(Function<Handle, T> work, Predicate<T> keep) {
        assert !open.get() : "A transaction within a transaction: when all connections are in use, each waits forever";
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
     * The same for work on a few hundred rows at most that is done many times a second: PostgreSQL keeps the plans of its
     * statements, since to plan them takes longer than to execute them.
     */
    public <T> T transactionOfFewRows(Function<Handle, T> work) {
        return transaction(handle -> {
            handle.execute(KEPT_PLANS);
            return work.apply(handle);
        });
    }

    /**
     * The same with a separate limit instead of the role's: for the transaction as a whole and for each statement. The
     * permitted pause between two statements is the usual one.
     */
    public <T> T transaction(Duration most, Function<Handle, T> work) {
        return transaction(TransactionLimit.of(most), work);
    }

    /** The same with a limit that also defines the permitted pause. */
    public <T> T transaction(TransactionLimit limit, Function<Handle, T> work) {
        return transaction(limit, work, result -> true);
    }

    /** The same, committed only if the predicate accepts the result. */
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
     * Runs the work in the open JTA transaction of this thread: it is committed together with the changes of the ORM.
     */
    public <T> T join(Function<Handle, T> work) {
        try (Handle handle = requests.open()) {
            // The transaction is not begun or ended here.
            handle.getConfig(Handles.class).setForceEndTransactions(false);
            return work.apply(handle);
        }
    }

    /** Runs the work after the commit of this transaction, in its thread; never if it is rolled back. */
    public void afterCommit(Handle handle, Runnable work) {
        if (handle.getConfig(Handles.class).isForceEndTransactions()) {
            handle.afterCommit(work);
        } else {
            joined.registerInterposedSynchronization(new AfterCommit(work));
        }
    }

    private record AfterCommit(Runnable work) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // The work has to know that the transaction is committed.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                work.run();
            }
        }
    }

    /** Sets how long the driver waits for an answer, and returns the former value. A lost connection has no timeout. */
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

    /** Whether a statement, a transaction or a pause between statements exceeded its time limit. */
    public static boolean tookTooLong(Throwable failure) {
        String state = sqlState(failure);
        return state.equals("57014") || state.equals("25P04") || state.equals("25P03");
    }

    /** Whether the wait for a lock timed out; the transaction that owns the lock may end soon. */
    public static boolean waitedForLockInVain(Throwable failure) {
        return sqlState(failure).equals("55P03");
    }

    /** Whether the connection to the database was lost. */
    public static boolean lostConnection(Throwable failure) {
        return sqlState(failure).startsWith("08");
    }

    /** Whether the data caused this failure, so that a repetition would fail again. */
    public static boolean isFaultOfData(Throwable failure) {
        String state = sqlState(failure);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /**
     * The form of a failure that may be logged. The message of the database may repeat the value that it refused, so a
     * failure that the data caused is reduced to its SQL state and the constraint's name.
     */
    public static Throwable loggable(Throwable failure) {
        return isFaultOfData(failure) ? new Refused(failure) : failure;
    }

    /** A failure that the data caused, without the data. */
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
