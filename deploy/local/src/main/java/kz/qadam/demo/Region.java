package kz.qadam.demo;

import java.util.List;

/**
 * A region of the country.
 *
 * @param thousands the population in thousands
 * @param town its main town, after which its institutions are named
 */
record Region(String code, int thousands, LocalizedName town) {

    static final List<Region> ALL = Table.read(
            "regions.csv",
            cells -> new Region(cells[0], Integer.parseInt(cells[1]), new LocalizedName(cells[2], cells[3], cells[4])));

    /** The region in which the programme started a year late, and few courses are finished. */
    private static final String LAGGING = "KZ-61";

    static Region of(String code) {
        return ALL.stream()
                .filter(region -> region.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    boolean lags() {
        return code.equals(LAGGING);
    }

    /** Such as {@code 75} of {@code KZ-75}. */
    String number() {
        return code.substring(3);
    }
}
