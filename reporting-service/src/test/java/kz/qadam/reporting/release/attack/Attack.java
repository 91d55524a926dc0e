package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * Attacks a cohort: an outsider, and each institution in turn, look at everything that is public, and conclude on every
 * count of one to nine people that they do not know.
 */
final class Attack {

    static final String OUTSIDER = "an outsider";

    private static final List<String> MEASURES = List.of("enrolled", "completed", "trained");
    private static final Range FEW = new Range(1, 9);

    private final Publication publication;
    private final AttackedCohort attacked;
    private final RegionProgram program;
    private final AttackResult result;

    Attack(Publication publication, AttackedCohort attacked, RegionProgram program, AttackResult result) {
        this.publication = publication;
        this.attacked = attacked;
        this.program = program;
        this.result = result;
    }

    void run() {
        attackBy(null);
        attacked.attackers().forEach(this::attackBy);
        attackIncrements();
    }

    /** @param institution null: an outsider */
    private void attackBy(String institution) {
        attacked.tables().forEach((halfMonth, table) -> {
            if (result.isEnough()) {
                return;
            }
            KnownCohort exact = attacked.exact().get(halfMonth);
            SortedMap<String, RegionView> regions = views(table, exact, institution);
            regions.forEach((region, view) -> attackRegion(halfMonth, region, view, exact, institution));
            attackCountry(halfMonth, table, regions, exact, institution);
        });
    }

    private SortedMap<String, RegionView> views(PublicTable table, KnownCohort exact, String institution) {
        return new CountryCoupling(
                        publication,
                        table,
                        attacked.cohort().target(),
                        attacked.numbersOfInstitutions(),
                        region -> own(exact, region, institution))
                .regions();
    }

    /** Null if the attacker knows nobody there on any day. */
    private OwnPeople own(KnownCohort exact, String region, String institution) {
        Set<String> institutions = attacked.institutions().get(region);
        return institution == null || !institutions.contains(institution)
                ? null
                : OwnPeople.of(institution, Publication.people(exact, region), institutions);
    }

    private void attackRegion(int halfMonth, String region, RegionView view, KnownCohort exact, String institution) {
        RegionPeople people = Publication.people(exact, region);
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            long truth = RegionView.count(people.counts(), measure) - view.own(measure);
            if (FEW.contains(truth)) {
                result.add(
                        what(halfMonth, region, measure),
                        institution,
                        truth,
                        others(region, view, people, institution, measure));
            }
        }
    }

    /** What the attacker concludes on the others of a region. */
    private Range others(String region, RegionView view, RegionPeople people, String institution, int measure) {
        Question question = Question.others(publication, view, measure);
        Set<String> institutions = attacked.institutions().get(region);
        long truth = RegionView.count(people.counts(), measure) - view.own(measure);
        return answer(question, truth, () -> new Examples(question, people, institution, institutions).hide())
                .orElseThrow();
    }

    /**
     * What the attacker concludes; empty if nothing fits to what the attacker believes. What is neither disclosed by bounds
     * nor hidden by examples is decided by a program for drafts, and counts as disclosed for the rule.
     *
     * @param examples whether examples show that nothing can be concluded
     */
    private Optional<Range> answer(Question question, long truth, BooleanSupplier examples) {
        Range bounds = question.bounds();
        if (bounds.isDisclosure()) {
            result.countByBounds();
            return Optional.of(bounds);
        }
        boolean isHidden = examples.getAsBoolean();
        boolean isSample = isHidden && result.countByExamples();
        if (isHidden && !(isSample && publication.isDraft())) {
            return Optional.of(bounds);
        }
        if (!publication.isDraft()) {
            return Optional.of(publication == Publication.VERSION_2 ? Range.of(truth) : bounds);
        }
        Optional<Range> range = program.solve(question);
        if (range.isEmpty() && question.target() == Question.Target.OTHERS) {
            throw new IllegalStateException("Nothing fits to what is true: " + question);
        }
        if (isHidden && range.isPresent() && range.orElseThrow().isDisclosure()) {
            throw new IllegalStateException("Examples and program differ: " + question);
        }
        return range;
    }

    /** Everybody in the country whom the attacker does not know. */
    private void attackCountry(
            int halfMonth,
            PublicTable table,
            SortedMap<String, RegionView> regions,
            KnownCohort exact,
            String institution) {
        FunnelCounts people = Publication.people(exact);
        FunnelCounts own = exact.regions().keySet().stream()
                .map(region -> own(exact, region, institution))
                .map(known -> known == null ? FunnelCounts.NONE : known.counts())
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            long truth = RegionView.count(people, measure) - RegionView.count(own, measure);
            if (FEW.contains(truth)) {
                result.add(
                        what(halfMonth, "the country", measure),
                        institution,
                        truth,
                        others(table, regions, exact, RegionView.count(own, measure), institution, measure));
            }
        }
    }

    private Range others(
            PublicTable table,
            SortedMap<String, RegionView> regions,
            KnownCohort exact,
            long own,
            String institution,
            int measure) {
        Range byRegions = table.isMonthEnd() ? Range.of(0) : Range.ANY;
        for (Map.Entry<String, RegionView> region : regions.entrySet()) {
            RegionPeople people = Publication.people(exact, region.getKey());
            byRegions = byRegions.plus(others(region.getKey(), region.getValue(), people, institution, measure));
        }
        Range whole = new CountryCoupling(publication, table, attacked.cohort().target(), null, null).whole(measure);
        Range byCountry =
                publication.isCountryOfUsable() ? new Range(whole.least() - own, Range.ANY.most()) : whole.minus(own);
        return byRegions.and(byCountry);
    }

    /** What an outsider concludes on how many people a region has more than a month before, if nobody has left. */
    private void attackIncrements() {
        List<Integer> monthEnds = attacked.monthEnds();
        for (int i = 1; i < monthEnds.size(); i++) {
            int before = monthEnds.get(i - 1);
            int after = monthEnds.get(i);
            SortedMap<String, RegionView> first =
                    views(attacked.tables().get(before), attacked.exact().get(before), null);
            SortedMap<String, RegionView> second =
                    views(attacked.tables().get(after), attacked.exact().get(after), null);
            second.forEach((region, view) -> {
                // What is published of a region with one institution is that institution's, and everybody may know it.
                if (view.institutions() > 1) {
                    attackIncrement(before, after, region, first.get(region), view);
                }
            });
        }
    }

    private void attackIncrement(int before, int after, String region, RegionView first, RegionView second) {
        FunnelCounts was =
                Publication.people(attacked.exact().get(before), region).counts();
        FunnelCounts is =
                Publication.people(attacked.exact().get(after), region).counts();
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            long truth = RegionView.count(is, measure) - RegionView.count(was, measure);
            if (FEW.contains(truth) && !result.isEnough()) {
                String what = "the increment of " + what(after, region, measure);
                Question question = Question.increment(publication, first, second, measure);
                answer(question, truth, () -> GrowthExamples.hide(question))
                        .filter(range -> range.contains(truth))
                        .ifPresent(range -> result.add(what, null, truth, range));
            }
        }
    }

    private String what(int halfMonth, String region, int measure) {
        return "%s of %s in %s, month %s"
                .formatted(MEASURES.get(measure), attacked.cohort().code(), region, halfMonth / 2.0);
    }
}
