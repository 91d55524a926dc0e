package kz.qadam.reporting.audit.hint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;

/**
 * Which patterns are hints. What a question leaves out is as configured; the log of readings keeps all of it, so that the
 * same question has the same answer after the configuration has changed.
 */
record HintThresholds(List<String> kinds, int sameSecond, int manyInstitutions, int monthEndLeast, int monthEndShare) {

    static final int MOST = 1_000_000;

    /** As a question that names nothing has them. */
    static HintThresholds configured(HintConfig config) {
        return Asked.NOTHING.or(config);
    }

    /** What the question names; null: as configured. */
    record Asked(
            String kinds, Integer sameSecond, Integer manyInstitutions, Integer monthEndLeast, Integer monthEndShare) {

        static final Asked NOTHING = new Asked(null, null, null, null, null);

        /** @throws Problem if there is no such kind, or a number is out of its range */
        HintThresholds or(HintConfig config) {
            return new HintThresholds(
                    kinds == null ? HintFinder.kinds() : kinds(kinds),
                    number("sameSecond", sameSecond, MOST, config.sameSecond()),
                    number("manyInstitutions", manyInstitutions, MOST, config.manyInstitutions()),
                    number("monthEndLeast", monthEndLeast, MOST, config.monthEndLeast()),
                    number("monthEndShare", monthEndShare, 100, config.monthEndShare()));
        }

        private static List<String> kinds(String wanted) {
            List<String> kinds =
                    List.of(wanted.split(",", -1)).stream().distinct().sorted().toList();
            if (!HintFinder.kinds().containsAll(kinds)) {
                throw Problem.badParameter("kinds", "unknown-value", "kinds", String.join(", ", HintFinder.kinds()));
            }
            return kinds;
        }

        private static int number(String name, Integer wanted, int most, int configured) {
            if (wanted != null && (wanted < 1 || wanted > most)) {
                throw Problem.badParameter(name, "range", name, 1, most);
            }
            return wanted == null ? configured : wanted;
        }

        /** The part of the query that the question leaves out. */
        String leftOut(HintThresholds used) {
            Map<String, Object> left = new LinkedHashMap<>();
            if (kinds == null) {
                left.put("kinds", String.join(",", used.kinds()));
            }
            if (sameSecond == null) {
                left.put("sameSecond", used.sameSecond());
            }
            if (manyInstitutions == null) {
                left.put("manyInstitutions", used.manyInstitutions());
            }
            if (monthEndLeast == null) {
                left.put("monthEndLeast", used.monthEndLeast());
            }
            if (monthEndShare == null) {
                left.put("monthEndShare", used.monthEndShare());
            }
            return left.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("&"));
        }
    }
}
