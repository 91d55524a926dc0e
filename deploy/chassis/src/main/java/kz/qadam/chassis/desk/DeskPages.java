package kz.qadam.chassis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders homes and panels. */
@ApplicationScoped
class DeskPages {

    private static final String FILES = "desk";

    @CheckedTemplate(basePath = FILES)
    static final class Templates {
        static native TemplateInstance home(
                PageTexts words, DeskView desk, String whose, List<String> panels, List<String> facts);

        static native TemplateInstance panel(PageTexts words, DeskView desk);
    }

    private final CallerTasks tasks;
    private final Caller caller;

    DeskPages(CallerTasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** A home, with what waits at its own service. */
    RestResponse<String> home(Home home, DeskRequest asked) {
        DeskPlace place = asked.at(Navigation.DESK + "/" + home.name());
        String texts = "desk." + home.name();
        return place.answer(
                texts,
                words -> Templates.home(
                        words,
                        new DeskView(place, tasks.ofCaller()),
                        caller.institution().orElse(null),
                        home.panels(),
                        home.facts().stream().map(place::tell).toList()));
    }

    /** What waits at one service, as a page of its own, from which the homes of others take the part that they show. */
    RestResponse<String> panel(String service, DeskRequest asked) {
        DeskPlace place = asked.at(DeskView.panelOf(service));
        String texts = "desk.panel." + service;
        return place.answer(texts, words -> Templates.panel(words, new DeskView(place, tasks.ofCaller())));
    }

    /** A script, style sheet or icon of a home or a panel. */
    RestResponse<byte[]> file(String name, String ifNoneMatch) {
        return Asset.of(FILES, name).answer(ifNoneMatch);
    }
}
