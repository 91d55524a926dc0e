package kz.qadam.chassis.http.problem;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.base.database.DatabaseClearance;
import kz.qadam.chassis.base.language.Message;

/**
 * Answers every request 503 with the reason while the database must not be used, since it is older than what the service has
 * published; health, metrics and OpenAPI are answered.
 */
@ApplicationScoped
class DatabaseGate {

    /** Before bodies are looked at. */
    private static final int FIRST = -1_100;

    private final DatabaseClearance database;

    DatabaseGate(DatabaseClearance database) {
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(request -> {
            if (database.mayBeUsed() || request.normalizedPath().startsWith("/q/")) {
                request.next();
            } else {
                UnroutedProblems.answer(request, problem());
            }
        });
    }

    private Problem problem() {
        return database.isOlder()
                ? new Problem(ProblemType.UNAVAILABLE, Message.of("database-older"), Duration.ofMinutes(5))
                : new Problem(ProblemType.UNAVAILABLE, Message.of("database-compared"));
    }
}
