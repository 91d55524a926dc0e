package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.kafka.KafkaTraffic;
import kz.qadam.reporting.asof.Moment;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Why figures are provisional. About the past only what was stamped with a batch says so: it stays said for ever. */
@ApplicationScoped
class Provisional {

    private static final String OPEN = """
            select count(*) from dead_letter_span where opened <= :batch and closed > :batch
            """;

    private final KafkaTraffic traffic;
    private final Duration behindAfter;
    private final Clock clock;

    Provisional(
            KafkaTraffic traffic,
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter,
            Clock clock) {
        this.traffic = traffic;
        this.behindAfter = behindAfter;
        this.clock = clock;
    }

    /** What the intake itself knows at this moment. */
    List<Because> live(Moment moment) {
        if (moment.past()) {
            return moment.behind() ? List.of(Because.intakeBehind()) : List.of();
        }
        List<Because> because = new ArrayList<>();
        if (traffic.halted() != null) {
            because.add(Because.intakeHalted());
        }
        boolean stale =
                moment.asOf() == null || moment.asOf().isBefore(clock.instant().minus(behindAfter));
        if (moment.behind() || (traffic.lag() > 0 && stale)) {
            because.add(Because.intakeBehind());
        }
        return because;
    }

    static List<Because> deadLetters(Handle database, Moment moment) {
        long open = database.createQuery(OPEN)
                .bind("batch", moment.batch())
                .mapTo(Long.class)
                .one();
        return open == 0 ? List.of() : List.of(Because.deadLetters(open));
    }
}
