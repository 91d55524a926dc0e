package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The programme as it is in force, and as it is sent to be put in force. */
@Schema(name = "Programme", description = "The programme: from which day to which a completion counts.")
record ProgrammeView(
        @Schema(examples = "ai-skills") String code,

        @Schema(required = true, description = "The first day that counts.", examples = "2026-01-01")
        LocalDate startsOn,

        @Schema(required = true, description = "The last day that counts.", examples = "2030-12-31")
        LocalDate horizon,

        @Schema(required = true) List<Milestone> milestones,

        @Schema(
                required = true,
                description = "The zone of all local dates. This installation counts in Asia/Almaty.",
                examples = "Asia/Almaty")
        String zone) {

    static ProgrammeView read(String code, Fields fields) {
        Codes.same(fields, code);
        fields.require("startsOn", "horizon", "milestones", "zone");
        LocalDate startsOn = fields.date("startsOn");
        LocalDate horizon = fields.date("horizon");
        if (startsOn != null && horizon != null && horizon.isBefore(startsOn)) {
            fields.broken("horizon", "before-start");
        }
        String zone = fields.freeText("zone", 50);
        if (zone != null && !zone.equals(Almaty.ZONE.getId())) {
            fields.broken("zone", "zone", Almaty.ZONE.getId());
        }
        List<Milestone> milestones = milestones(fields);
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return new ProgrammeView(code, startsOn, horizon, milestones, zone);
    }

    private static List<Milestone> milestones(Fields fields) {
        List<Fields> sent = fields.objects("milestones");
        if (sent == null) {
            return List.of();
        }
        List<Milestone> milestones = sent.stream().map(Milestone::read).toList();
        Set<String> seen = new HashSet<>();
        for (Milestone milestone : milestones) {
            if (milestone.code() != null && !seen.add(milestone.code())) {
                fields.broken("milestones", "doubled-code");
            }
        }
        return milestones;
    }

    static ProgrammeView of(Programme programme) {
        ProgrammeVersion current = programme.current();
        return new ProgrammeView(programme.code, current.startsOn, current.horizon, current.milestones(), current.zone);
    }
}
