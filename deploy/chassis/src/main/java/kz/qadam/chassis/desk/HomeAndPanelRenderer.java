package kz.qadam.chassis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders homes and panels. */
@ApplicationScoped
class HomeAndPanelRenderer {

    private static final String FILES = "desk";

    @CheckedTemplate(basePath = FILES)
    static final class Templates {
        static native TemplateInstance home(
                PageWords words,
                HomeAndPanelView desk,
                String whose,
                List<String> panels,
                List<String> facts,
                List<String> lasts,
                LastOccurrencesPanelView last);

        static native TemplateInstance panel(PageWords words, HomeAndPanelView desk);

        static native TemplateInstance lately(PageWords words, LastOccurrencesPanelView last);
    }

    private final DeskTasks tasks;
    private final Instance<LastOccurrences> lasts;
    private final Caller caller;
    private final Clock clock;

    HomeAndPanelRenderer(DeskTasks tasks, @Any Instance<LastOccurrences> lasts, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.lasts = lasts;
        this.caller = caller;
        this.clock = clock;
    }

    /** A home, with what waits at its own service, and what happened there last if the home shows it. */
    RestResponse<String> home(Home home, DeskRequest asked) {
        DeskContext context = asked.at(Navigation.DESK + "/" + home.name());
        String texts = "desk." + home.name();
        return context.answer(
                texts,
                words -> Templates.home(
                        words,
                        new HomeAndPanelView(context, tasks.ofCaller()),
                        caller.institution().orElse(null),
                        home.panels(),
                        home.facts().stream().map(context::tell).toList(),
                        home.last(),
                        home.last().contains(context.service()) ? lastOfCaller(context) : null));
    }

    /** What waits at one service, as a page of its own, from which the homes of others take the part that they show. */
    RestResponse<String> panel(String service, DeskRequest asked) {
        DeskContext context = asked.at(HomeAndPanelView.panelOf(service));
        String texts = "desk.panel." + service;
        return context.answer(texts, words -> Templates.panel(words, new HomeAndPanelView(context, tasks.ofCaller())));
    }

    /** What happened last at one service, as a page of its own like {@link #panel}. */
    RestResponse<String> last(String service, DeskRequest asked) {
        DeskContext context = asked.at(HomeAndPanelView.panelOf(service));
        String texts = "desk.panel." + service;
        return context.answer(texts, words -> Templates.lately(words, lastOfCaller(context)));
    }

    private LastOccurrencesPanelView lastOfCaller(DeskContext context) {
        caller.scope();
        List<LastOccurrence> items = lasts.stream()
                .flatMap(source -> source.last(caller).stream())
                .sorted(LastOccurrence.NEWEST_FIRST)
                .toList();
        return new LastOccurrencesPanelView(context, items, AlmatyTime.today(clock));
    }

    /** A script, style sheet or icon of a home or a panel. */
    RestResponse<byte[]> file(String name, String ifNoneMatch) {
        return Asset.of(FILES, name).answer(ifNoneMatch);
    }
}
