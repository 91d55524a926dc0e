package kz.qadam.chassis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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
    RestResponse<Void> toHome(DeskRequest asked) {
        String language = asked.lang == null ? "" : "?lang=" + asked.language().tag();
        return ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, asked.root() + home() + language)
                .build();
    }

    private String home() {
        if (caller.isOffice()) return DESK + "/office";
        if (caller.isAuditor()) return DESK + "/auditor";
        if (caller.isPartner()) return DESK + "/institution";
        return caller.is(Role.AUDITOR_OF_A_REGION) ? DESK + "/auditor" : "/";
    }

    /** A home, with what waits at its own service. */
    RestResponse<String> home(Home home, String service, DeskRequest asked) {
        var desk = view(DESK + "/" + home.name(), service, asked);
        String texts = "desk." + home.name();
        return answer(
                desk,
                Templates.home(
                        texts(texts, desk.language()),
                        languages(texts),
                        desk,
                        caller.institution().orElse(null),
                        home.links(caller),
                        home.panels()));
    }

    /** What waits at one service, as a page of its own, from which the homes of others take the part that they show. */
    RestResponse<String> panel(String service, DeskRequest asked) {
        var desk = view(DeskView.panelOf(service), service, asked);
        String texts = "desk.panel." + service;
        return answer(desk, Templates.panel(texts(texts, desk.language()), languages(texts), desk));
    }

    /** A script, style sheet or icon of a home or a panel. */
    RestResponse<byte[]> file(String name, String ifNoneMatch) {
        return Asset.of(FILES, name).answer(ifNoneMatch);
    }

    private DeskView view(String path, String service, DeskRequest asked) {
        return new DeskView(path, asked.root(), asked.language(), service, tasks.ofCaller());
    }

    private static RestResponse<String> answer(DeskView desk, TemplateInstance page) {
        RestResponse<String> answer = HtmlPage.answer(desk.language(), page.render(), HttpHeaders.AUTHORIZATION);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return answer;
    }

    private static PageTexts texts(String page, Language language) {
        return new PageTexts(language, page);
    }

    private static List<PageTexts> languages(String page) {
        return HtmlPage.OFFERED.stream().map(language -> texts(page, language)).toList();
    }
}
