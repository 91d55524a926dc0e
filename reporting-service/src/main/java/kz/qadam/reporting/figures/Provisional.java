package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.asof.Moment;
import org.jdbi.v3.core.Handle;

/** Why figures are provisional. About the past only what was stamped with a batch says so: it stays said for ever. */
@ApplicationScoped
class Provisional {

    private static final String OPEN = """
            select count(*) from dead_letter_span where opened <= :batch and closed > :batch
            """;

    /** How the intake stands: of all instances together, whichever is asked. */
    List<Because> live(Moment moment) {
        List<Because> because = new ArrayList<>();
        if (moment.halted()) {
            because.add(Because.intakeHalted());
        }
        if (moment.behind()) {
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
