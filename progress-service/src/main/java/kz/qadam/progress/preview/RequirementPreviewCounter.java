package kz.qadam.progress.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.preview.RequirementPreviewView.InRegion;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import kz.qadam.progress.trained.TrainedRule.RequirementVersion;
import kz.qadam.progress.trained.TrainedRule.Trained;

/** Counts how many learners are trained now, and how many would be under another requirement. */
final class RequirementPreviewCounter {

    private static final InRegion NOBODY = new InRegion(null, 0, 0);

    private final RequirementPreviewPost post;
    private final ProgrammeDays days;
    private final Collection<RequirementVersion> now;
    private final Collection<RequirementVersion> then;
    private final Map<String, InRegion> regions = new TreeMap<>();
    private int learners;
    private int trainedNow;
    private int trainedThen;
    private int becomeTrained;
    private int becomeUntrained;
    private int onAnotherDay;

    RequirementPreviewCounter(RequirementPreviewPost post, Catalogue catalogue) {
        this.post = post;
        Catalogue.Cohort cohort = catalogue.cohort(post.cohort());
        this.days = catalogue.days();
        this.now = cohort.requirements();
        this.then = new ArrayList<>(now);
        then.add(new RequirementVersion(
                cohort.version() + 1, post.validFrom(), post.requirement().toRequirement()));
    }

    /** Counts one learner, with all accepted completions under enrolments of the cohort. */
    void add(List<AcceptedCompletion> completions) {
        Optional<Trained> before = TrainedRule.judge(days, now, completions);
        Optional<Trained> after = TrainedRule.judge(days, then, completions);
        learners++;
        before.ifPresent(trained -> {
            trainedNow++;
            note(trained, 1, 0);
        });
        after.ifPresent(trained -> {
            trainedThen++;
            note(trained, 0, 1);
        });
        if (before.isPresent() != after.isPresent()) {
            becomeTrained += after.isPresent() ? 1 : 0;
            becomeUntrained += before.isPresent() ? 1 : 0;
        } else if (before.isPresent()
                && !before.get().by().on().equals(after.orElseThrow().by().on())) {
            onAnotherDay++;
        }
    }

    RequirementPreviewView view() {
        return new RequirementPreviewView(
                post.cohort(),
                post.requirement(),
                post.validFrom(),
                learners,
                trainedNow,
                trainedThen,
                becomeTrained,
                becomeUntrained,
                onAnotherDay,
                List.copyOf(regions.values()));
    }

    private void note(Trained trained, int moreNow, int moreThen) {
        String region = trained.by().region();
        InRegion current = regions.getOrDefault(region, NOBODY);
        regions.put(region, new InRegion(region, current.trainedNow() + moreNow, current.trainedThen() + moreThen));
    }
}
