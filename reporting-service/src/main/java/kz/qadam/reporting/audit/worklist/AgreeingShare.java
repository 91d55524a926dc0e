package kz.qadam.reporting.audit.worklist;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The share of the checked records that agree, with its confidence interval.
 *
 * <p>The interval is Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 22, 1927): it holds its level also for small samples and for shares near 0 and 1, which are usual here (L.
 * D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001). That the
 * sample is drawn by regions and without replacement makes the true interval a little narrower.
 */
@Schema(
        name = "AgreeingShare",
        description = "The share of the checked records that agree, and its confidence interval of 95 % (Wilson's score"
                + " interval), each from 0 to 1.")
record AgreeingShare(
        @Schema(examples = "0.9268") double share,

        @Schema(description = "The lower end of the interval.", examples = "0.8057")
        double low,

        @Schema(description = "The upper end of the interval.", examples = "0.9748")
        double high) {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959964;

    private static final double DIGITS = 10_000;

    /** Empty if nothing is checked. */
    static Optional<AgreeingShare> of(long agreeing, long checked) {
        if (checked == 0) {
            return Optional.empty();
        }
        double n = checked;
        double share = agreeing / n;
        double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return Optional.of(new AgreeingShare(
                rounded(share), rounded(Math.max(0, centre - half)), rounded(Math.min(1, centre + half))));
    }

    private static double rounded(double share) {
        return Math.round(share * DIGITS) / DIGITS;
    }
}
