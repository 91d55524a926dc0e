package kz.qadam.reporting.audit.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sample of the trained learners of a cohort. */
@Schema(
        name = "Sample",
        description = "A sample of the trained learners of a cohort, stratified by region and drawn by the seed.")
public record EvidenceSample(
        @Schema(description = "The sample is drawn from what was known at this instant.")
        Instant asOf,

        @Schema(description = "The sample is drawn from learners who were trained by the end of this local day.")
        LocalDate on,

        long figureVersion,
        @Schema(examples = "pupils") String cohort,

        @Schema(description = "The same question with this seed has the same answer.", examples = "2026-Q2")
        String seed,

        @Schema(description = "How many learners are trained; the sample is drawn from them.")
        long total,

        List<Stratum> strata,
        List<EvidenceRecord> items) {

    /** The part of a region. */
    @Schema(
            name = "SampleStratum",
            description = "How many learners of a region are trained, and how many of them are in the sample.")
    public record Stratum(@Schema(examples = "KZ-75") String region, long total, long sampled) {}

    /**
     * Divides a sample among the strata. Each stratum gets its share rounded down, but at least one if the size allows
     * it; the rest goes to the strata that lost most by rounding.
     *
     * @param totals by region
     */
    static List<Stratum> shareOut(long size, SortedMap<String, Long> totals) {
        long all = totals.values().stream().mapToLong(Long::longValue).sum();
        long wanted = Math.min(size, all);
        Map<String, Long> shares = new TreeMap<>();
        totals.forEach((region, total) -> shares.put(region, wanted * total / Math.max(1, all)));
        if (wanted >= totals.size()) {
            shares.replaceAll((region, share) -> Math.max(1, share));
        }
        List<String> byLoss = new ArrayList<>(totals.keySet());
        byLoss.sort(Comparator.comparing((String region) -> -(wanted * totals.get(region) % Math.max(1, all)))
                .thenComparing(region -> region));
        long left = wanted - shares.values().stream().mapToLong(Long::longValue).sum();
        for (int i = 0; left > 0; i = (i + 1) % byLoss.size()) {
            String region = byLoss.get(i);
            if (shares.get(region) < totals.get(region)) {
                shares.merge(region, 1L, Long::sum);
                left--;
            }
        }
        for (int i = byLoss.size() - 1; left < 0; i = i == 0 ? byLoss.size() - 1 : i - 1) {
            String region = byLoss.get(i);
            if (shares.get(region) > 1) {
                shares.merge(region, -1L, Long::sum);
                left++;
            }
        }
        return totals.entrySet().stream()
                .map(stratum -> new Stratum(stratum.getKey(), stratum.getValue(), shares.get(stratum.getKey())))
                .toList();
    }
}
