package kz.qadam.local;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connection data of one database, for one role. */
public record Database(String url, String user, String password) {

    /**
     * Restores PostgreSQL's defaults instead of the settings of the roles: tools fill tables, tests keep
     * transactions open, and systems that the service is compared with use the usual planner settings.
     */
    public static final String OPTIONS = "-c statement_timeout=0 -c lock_timeout=0 -c transaction_timeout=0"
            + " -c idle_in_transaction_session_timeout=0 -c plan_cache_mode=auto -c random_page_cost=4";

    /** A source of new connections, without a pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setOptions(OPTIONS);
        return source;
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }
}
