package kz.qadam.local;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach one database, as the role that owns it. */
public record Database(String url, String user, String password) {

    /** Tools fill tables and tests hold transactions open: the timeouts of the service's role are not for them. */
    private static final String NO_TIMEOUTS = "-c statement_timeout=0 -c lock_timeout=0 -c transaction_timeout=0"
            + " -c idle_in_transaction_session_timeout=0";

    /** A source of new connections, without a pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setOptions(NO_TIMEOUTS);
        return source;
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }
}
