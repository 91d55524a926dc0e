package kz.qadam.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All tasks of all desks, each in each language on a phone and on a desk, and once without scripts. */
final class DeskWalks {

    /** Each language on a phone and on a desk, with forms that are sent in each manner, and once without scripts. */
    private static final List<Way> WAYS = List.of(
            new Way("kk", 360, true, DeskSending.ONCE),
            new Way("ru", 360, true, DeskSending.TWICE),
            new Way("en", 360, true, DeskSending.WITHOUT_SESSION),
            new Way("kk", 1280, true, DeskSending.WITHOUT_SESSION),
            new Way("ru", 1280, true, DeskSending.ONCE),
            new Way("en", 1280, true, DeskSending.TWICE),
            new Way("ru", 1280, false, DeskSending.TWICE));

    private record Way(String language, int width, boolean hasScripts, DeskSending sending) {

        @Override
        public String toString() {
            return "%s %d px %s%s".formatted(language, width, sending, hasScripts ? "" : ", without scripts");
        }
    }

    private final Qadam qadam;
    private final Set<String> looked = new HashSet<>();

    DeskWalks(Qadam qadam) {
        this.qadam = qadam;
    }

    List<DeskTask> tasks() {
        return Stream.of(
                        new InstitutionTasks(qadam).all(),
                        new OfficeTasks(qadam).all(),
                        new RegionTasks(qadam).all(),
                        new AuditorTasks(qadam).all())
                .flatMap(List::stream)
                .toList();
    }

    /** Walks a task on all ways. */
    DeskResult walk(DeskTask task) throws IOException {
        DeskResult result = DeskResult.of(task);
        for (Way way : WAYS) {
            result = result.and(walk(task, way));
        }
        return result;
    }

    private DeskResult walk(DeskTask task, Way way) throws IOException {
        try (var browser = new Browser()) {
            browser.beWide(way.width);
            task.home().enter(browser, qadam, task.visitor().token());
            if (!way.hasScripts) {
                browser.withoutScripts();
            }
            var labels = new DeskLabels(way.language);
            var visit = new DeskVisit(browser, labels, way.hasScripts, way.sending, looked);
            List<String> faults = new ArrayList<>();
            try {
                visit.begin(task.home().address(qadam, way.language));
                task.way().go(visit);
            } catch (RuntimeException | AssertionError | IOException e) {
                faults.add(
                        String.valueOf(e.getMessage()).lines().limit(6).toList().toString());
                browser.picture("fault");
            }
            faults.addAll(visit.faults());
            return new DeskResult(
                    task,
                    way.hasScripts ? visit.presses() : 0, // Without scripts a panel is one more link.
                    visit.times(),
                    faults.stream().map(fault -> way + ": " + fault).toList());
        }
    }
}
