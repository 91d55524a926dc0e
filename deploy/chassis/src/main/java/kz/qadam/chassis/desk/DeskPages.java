package kz.qadam.chassis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders homes and panels. */
@ApplicationScoped
class DeskPages {

    /** What the path of each page begins with. */
    static final String DESK = "/desk";

    private static final String FILES = "desk";

    @CheckedTemplate(basePath = FILES)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(
                PageTexts words,
                List<PageTexts> languages,
                DeskView desk,
                String whose,
                List<HomeLink> links,
                List<String> panels);

        static native TemplateInstance panel(PageTexts words, List<PageTexts> languages, DeskView desk);
    }

    private final Tasks tasks;
    private final Caller caller;

    DeskPages(Tasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /**
     * 303 with the home of the caller, whichever service answers. Of several roles the first of office, auditor and
     * partner decides, as it does about records. Who has none of them has figures only.
     */
    RestResponse<String> toHome(DeskRequest asked) {
        return asked.to(home());
    }

    private String home() {
        if (caller.isOffice()) return DESK + "/office";
        if (caller.isAuditor()) return DESK + "/auditor";
        if (caller.isPartner()) return DESK + "/institution";
        return caller.is(Role.AUDITOR_OF_A_REGION) ? DESK + "/auditor" : "/";
    }

    /** A home, with what waits at its own service. */
    RestResponse<String> home(Home home, String service, DeskRequest asked) {
        DeskPlace place = asked.at(DESK + "/" + home.name());
        String texts = "desk." + home.name();
        return place.answer(Templates.home(
                place.words(texts),
                place.languages(texts),
                new DeskView(place, service, tasks.ofCaller()),
                caller.institution().orElse(null),
                home.links(caller),
                home.panels()));
    }

    /** What waits at one service, as a page of its own, from which the homes of others take the part that they show. */
    RestResponse<String> panel(String service, DeskRequest asked) {
        DeskPlace place = asked.at(DeskView.panelOf(service));
        String texts = "desk.panel." + service;
        return place.answer(Templates.panel(
                place.words(texts), place.languages(texts), new DeskView(place, service, tasks.ofCaller())));
    }

    /** A script, style sheet or icon of a home or a panel. */
    RestResponse<byte[]> file(String name, String ifNoneMatch) {
        return Asset.of(FILES, name).answer(ifNoneMatch);
    }
}
