package kz.qadam.progress.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Converts between instants and local days in Almaty: counting rule 8 says that all dates are local dates there. */
public final class AlmatyTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private AlmatyTime() {}

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
