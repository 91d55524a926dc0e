package kz.qadam.reporting.page;

import java.util.Locale;

/**
 * The lengths of a bar in a drawing, in percent of the whole width.
 *
 * @param mark the position of a mark; null if there is none
 */
public record Bar(String length, String mark) {

    static Bar of(Long part, Long mark, long whole) {
        return new Bar(percent(part == null ? 0 : part, whole), mark == null ? null : percent(mark, whole));
    }

    static Bar of(Long part, long whole) {
        return of(part, null, whole);
    }

    private static String percent(long part, long whole) {
        double share = whole == 0 ? 0 : Math.max(0, Math.min(1, part / (double) whole));
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
