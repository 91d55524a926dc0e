package kz.qadam.chassis.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kz.qadam.chassis.base.language.DayText;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.page.PageWords;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where a page of a desk is, in which language it is read, and where its reader may go from there.
 *
 * @param path of the page
 * @param root before each path: empty, or where people are who have logged in
 * @param service that answers, such as {@code enrolment}
 * @param pages what the home of the reader leads to
 * @param query of the address without the language, such as {@code state=never}; empty if there is none
 */
public record DeskContext(
        String path, String root, Language language, String service, List<PageLink> pages, String query) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A text that all desks share. */
    public String say(String key) {
        return tell(Message.of("desk." + key));
    }

    /** What is said below a list of which at most so many are read; null if it is whole. */
    public String cut(List<?> shown, int most) {
        return shown.size() < most ? null : tell(Message.of("desk.cut", most));
    }

    public String tell(Message text) {
        return text.in(language);
    }

    public String day(Instant instant) {
        return day(AlmatyTime.dayOf(instant));
    }

    public String day(LocalDate day) {
        return DayText.of(day, language);
    }

    /** A day with its time in Almaty, to the minute. */
    public String dayAndTime(Instant instant) {
        return day(instant) + ", " + TIME.format(instant.atZone(AlmatyTime.ZONE));
    }

    /** Where the scripts and styles of all pages of this service are, as the frame of all pages has it. */
    public String files() {
        return (root + HomeAndPanelView.panelOf(service)).substring(1);
    }

    /** What a page is called in the navigation. */
    public String nameOf(PageLink link) {
        return say("page." + link.name());
    }

    public String address(PageLink link) {
        return page(link.path());
    }

    /** Whether this is that page, or one below it. */
    public boolean isAt(PageLink link) {
        return isAt(link.path());
    }

    /** What this page is called in the navigation. */
    public String name() {
        return pages.stream().filter(this::isAt).findFirst().map(this::nameOf).orElseGet(() -> say("home"));
    }

    public boolean isHome() {
        return isAt(Navigation.DESK)
                && !isAt(HomeAndPanelView.PANELS)
                && pages.stream().noneMatch(this::isAt);
    }

    private boolean isAt(String other) {
        return path.equals(other) || path.startsWith(other + "/");
    }

    /** The address of a page of any service; its path may have parameters. */
    public String page(String other) {
        return root + other + (other.indexOf('?') < 0 ? "?lang=" : "&lang=") + language.tag();
    }

    /** The home of the caller. */
    public String home() {
        return page(Navigation.DESK);
    }

    public String logOut() {
        return root + "/logout";
    }

    /** Whether somebody has logged in. */
    public boolean isSession() {
        return !root.isEmpty();
    }

    /** The same page, whose languages lead to this query. */
    public DeskContext with(String other) {
        return new DeskContext(path, root, language, service, pages, other);
    }

    /** The same page in the language of this name; if none is offered by it, as it is. */
    public DeskContext in(String tag) {
        Language other = HtmlPage.OFFERED.stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElse(language);
        return new DeskContext(path, root, other, service, pages, query);
    }

    /** The texts of a page, or of a part of it, whose keys begin so. */
    public PageWords words(String keys) {
        return words(keys, language);
    }

    /** The same texts in each language. */
    public List<PageWords> languages(PageWords words) {
        return HtmlPage.OFFERED.stream().map(one -> words(words.page(), one)).toList();
    }

    private PageWords words(String keys, Language one) {
        return new PageWords(one, keys, (query.isEmpty() ? "?" : "?" + query + "&") + "lang=" + one.tag());
    }

    /**
     * The page, which is of its reader alone.
     *
     * @param keys what the keys of its own texts begin with
     */
    public RestResponse<String> answer(String keys, Function<PageWords, TemplateInstance> page) {
        String html = page.apply(words(keys)).render();
        RestResponse<String> answer = HtmlPage.answer(language, html, HttpHeaders.AUTHORIZATION);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return answer;
    }
}
