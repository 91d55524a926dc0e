package kz.qadam.chassis.events.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.qadam.chassis.http.problem.Problem;

/**
 * The period of a list: when the blocks in it were chained.
 *
 * @param from inclusive
 * @param to exclusive
 */
record ChainPeriod(Instant from, Instant to) {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Parses two parameters, of which each may be absent.
     *
     * @throws Problem 400 if one is not an instant with its offset
     */
    static ChainPeriod parse(String from, String to) {
        return new ChainPeriod(instant("from", from, Instant.EPOCH), instant("to", to, NEVER));
    }

    private static Instant instant(String parameter, String text, Instant absent) {
        if (text == null) {
            return absent;
        }
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(parameter, "malformed/parameter", parameter);
        }
    }
}
