package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.util.regex.Pattern;

/** Checks the code of a region in events: ISO 3166-2, or {@code unknown}. */
public final class RegionCode {

    private static final Pattern CODE = Pattern.compile("KZ-[0-9]{2}|unknown");

    private RegionCode() {}

    /**
     * Checks the member {@code region} of an event.
     *
     * @throws kz.qadam.chassis.events.kafka.UnreadableEventException if it is no code of a region
     */
    public static void requireCode(String region) {
        require(CODE.matcher(region).matches(), "region is not the code of a region.");
    }
}
