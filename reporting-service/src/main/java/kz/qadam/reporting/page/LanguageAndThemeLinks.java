package kz.qadam.reporting.page;

import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.security.BrowserSession;

/** The same selection in other languages and colours. */
public record LanguageAndThemeLinks(DashboardSelection selection, PageText text) {

    /** The same selection in each language. */
    public List<DashboardSelection> languages() {
        return HtmlPage.OFFERED.stream().map(selection::in).toList();
    }

    /** The name of the language of a selection, in this language itself. */
    public String nameOf(DashboardSelection other) {
        return text.in(other.language()).say("language");
    }

    /** The same selection in each theme. */
    public List<Theme> themes() {
        return List.of(themed(null, "auto"), themed("light", "light"), themed("dark", "dark"));
    }

    /** Whether people can log in to see exact figures. */
    public boolean isLoginOffered() {
        return BrowserSession.isOffered();
    }

    private Theme themed(String theme, String code) {
        return new Theme(
                code,
                text.say("theme." + code),
                selection.themed(theme).address(),
                Objects.equals(theme, selection.theme()));
    }

    /** A theme that the reader can select. */
    public record Theme(String code, String name, String address, boolean isShown) {}
}
