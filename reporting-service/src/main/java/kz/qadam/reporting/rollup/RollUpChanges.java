package kz.qadam.reporting.rollup;

import java.util.List;
import java.util.Map;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** What a batch changes: the facts that are new or newer, and by how much each cell rises or falls because of what. */
public record RollUpChanges(
        List<Completion> completions,
        List<Enrolment> enrolments,
        List<Trained> trained,
        Map<CellByCause, Long> cells) {}
