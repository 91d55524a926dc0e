package kz.qadam.enrolment.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The programme, in an answer and in the body of a request. */
@Schema(name = "Programme", description = "The programme and the days between which completions count.")
record ProgrammeView(
        @Schema(examples = "ai-skills") String code,

        @Schema(description = "The first day on which completions count.", examples = "2026-01-01") @NotNull
        LocalDate startsOn,

        @Schema(description = "The last day on which completions count.", examples = "2030-12-31") @NotNull
        LocalDate horizon,

        @NotNull List<Milestone> milestones,

        @Schema(
                description = "The time zone of all local dates; Asia/Almaty in this installation.",
                examples = "Asia/Almaty")
        @NotNull
        @Size(min = 1, max = 50)
        @FreeText(mayHonourPerson = true)
        String zone) {

    private static final ItemReader<ProgrammeView> READER = ItemReader.of(ProgrammeView.class);

    static ProgrammeView read(String code, ItemFields fields) {
        CodeRules.matchPath(fields, code);
        ProgrammeView wanted = READER.read(fields);
        if (wanted.startsOn != null && wanted.horizon != null && wanted.horizon.isBefore(wanted.startsOn)) {
            fields.broken("horizon", "before-start");
        }
        if (wanted.zone != null && !wanted.zone.equals(AlmatyTime.ZONE.getId())) {
            fields.broken("zone", "zone", AlmatyTime.ZONE.getId());
        }
        Set<String> seen = new HashSet<>();
        for (Milestone milestone : wanted.milestones == null ? List.<Milestone>of() : wanted.milestones) {
            if (milestone.code() != null && !seen.add(milestone.code())) {
                fields.broken("milestones", "doubled-code");
            }
        }
        fields.throwProblem();
        return wanted;
    }

    static ProgrammeView of(Programme programme) {
        ProgrammeVersion current = programme.current();
        return new ProgrammeView(programme.code, current.startsOn, current.horizon, current.milestones(), current.zone);
    }
}
