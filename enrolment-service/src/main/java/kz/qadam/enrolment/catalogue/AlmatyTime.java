package kz.qadam.enrolment.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The programme's local time: a day begins and ends as in Almaty. */
public final class AlmatyTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private AlmatyTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
