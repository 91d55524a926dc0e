package kz.qadam.chassis.submission;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number of items by verdict: first the domain's verdicts on kept items, then the others. */
record VerdictCounts(@JsonAnyGetter @Schema(hidden = true) Map<String, Integer> byVerdict) {

    /** All verdicts that an item can get, in the order in which answers count them. */
    static List<String> verdicts(List<String> keptVerdicts) {
        List<String> all = new ArrayList<>(keptVerdicts);
        all.add(Outcome.Repeated.VERDICT);
        all.add(Outcome.Rejected.CONFLICT);
        all.add(Outcome.Rejected.VERDICT);
        return all;
    }

    /** Counts these verdicts; one that no item got is counted as 0. */
    static VerdictCounts of(List<String> keptVerdicts, List<Verdict> results) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        verdicts(keptVerdicts).forEach(verdict -> counts.put(verdict, 0));
        results.forEach(one -> counts.computeIfPresent(one.status(), (verdict, count) -> count + 1));
        return new VerdictCounts(counts);
    }
}
