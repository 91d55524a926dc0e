package kz.qadam.reporting.audit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets instances of the version before the trail note readings at any time while the migrations of this version run. V170
 * moves the readings into the trail and drops their table, V170_1 makes a view with the name of the table; each is a
 * transaction of its own, and in between a reading could not be noted. So the view is made in the transaction of V170, and
 * once more by V170_1. No reading is added between the copy and the end of the table.
 */
public final class MovedReadings implements Callback {

    private static final String MOVE = "170";
    private static final String VIEW = "170.1";
    private static final String VIEW_SCRIPT = "/db/migration/V170_1__earlier_instances_add_readings_to_the_trail.sql";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        boolean isBefore = event == Event.BEFORE_EACH_MIGRATE;
        switch (String.valueOf(context.getMigrationInfo().getVersion())) {
            case MOVE -> execute(context, isBefore ? "lock table reading in access exclusive mode" : viewScript());
            case VIEW -> {
                if (isBefore) {
                    execute(context, "drop view if exists reading; drop function if exists add_reading()");
                }
            }
            default -> {
                // Nothing else moves readings.
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "moved-readings";
    }

    private static void execute(Context context, String sql) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new FlywayException("The readings were not moved", e);
        }
    }

    private static String viewScript() {
        try (InputStream script = MovedReadings.class.getResourceAsStream(VIEW_SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FlywayException("The readings were not moved", e);
        }
    }
}
