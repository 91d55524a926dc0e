package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many should be trained by the end of a day: people, or a share of the target.
 *
 * @param trained a number of people; null if percent is given
 * @param percent a share of the target; null if trained is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How many should be trained by the end of a day: either people, or a share of the target.")
record PlanMilestone(
        @Schema(examples = "2028-09-08") @NotNull LocalDate on,

        @MayBeAbsent @Schema(description = "The number of people.", examples = "270000") @Min(0) @Max(100_000_000)
        Integer trained,

        @MayBeAbsent
        @Schema(
                description = "The share of the target in percent, with up to two decimals.",
                minimum = "0",
                maximum = "100",
                examples = "54")
        BigDecimal percent) {

    private static final ItemReader<PlanMilestone> READER = ItemReader.of(PlanMilestone.class);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Makes 54 and 54.00 equal. */
    PlanMilestone {
        if (percent != null) {
            percent = percent.stripTrailingZeros();
            percent = percent.setScale(Math.max(0, percent.scale()));
        }
    }

    static PlanMilestone read(ItemFields fields) {
        PlanMilestone sent = READER.read(fields);
        BigDecimal percent = sent.percent;
        if (percent != null && (percent.signum() < 0 || percent.compareTo(ALL) > 0)) {
            percent = fields.unreadable("percent", "range", 0, ALL);
        }
        if (percent != null && percent.stripTrailingZeros().scale() > 2) {
            percent = fields.unreadable("percent", "range/decimals", 2);
        }
        if (fields.has("trained") == fields.has("percent")) {
            fields.unreadable("trained", "one-measure");
        }
        return new PlanMilestone(sent.on, sent.trained, percent);
    }

    /** The number of people, rounded down. */
    long of(int target) {
        return trained != null
                ? trained
                : percent.multiply(BigDecimal.valueOf(target))
                        .divide(ALL, 0, RoundingMode.DOWN)
                        .longValueExact();
    }

    boolean isReadable() {
        return on != null && (trained == null) != (percent == null);
    }
}
