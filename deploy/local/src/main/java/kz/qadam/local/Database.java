package kz.qadam.local;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach one database, as the role that owns it. */
public record Database(String url, String user, String password) {

    /**
     * PostgreSQL's own defaults in place of the settings of the service's role: tools fill tables, tests hold transactions
     * open, and what the service is measured against plans its statements as usual.
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
