package kz.qadam.reporting.rollup;

import java.util.List;
import java.util.Map;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Trained;

/** The changes of a batch: the facts that are new or newer, and the change of each cell by cause. */
public record RollUpChanges(
        List<Completion> completions, List<Enrolment> enrolments, List<Trained> trained, Map<CellPart, Long> cells) {}
