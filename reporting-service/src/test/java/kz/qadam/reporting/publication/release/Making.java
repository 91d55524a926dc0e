package kz.qadam.reporting.publication.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.chassis.base.time.AlmatyTime;

/** Lets tests of other features make releases. */
@ApplicationScoped
public class Making {

    private final ReleaseMaker maker;

    Making(ReleaseMaker maker) {
        this.maker = maker;
    }

    /** Makes all releases that are due when this day begins. */
    public void untilDayBegins(String day) {
        until(AlmatyTime.startOf(LocalDate.parse(day)));
    }

    /** Makes all releases that are due at an instant. */
    public void until(Instant now) {
        maker.makeDue(now);
    }
}
