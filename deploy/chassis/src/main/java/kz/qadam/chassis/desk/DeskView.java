package kz.qadam.chassis.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.DayText;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;

/**
 * What a home and a panel have in common: the tasks of a caller at one service, in words.
 *
 * @param path of the page
 * @param root before each path: empty, or where people are who have logged in
 * @param service whose tasks these are, such as {@code enrolment}
 */
public record DeskView(String path, String root, Language language, String service, TaskList tasks) {

    /** Where the panels of a service are. */
    static String panelOf(String service) {
        return DeskPages.DESK + "/panels/" + service;
    }

    /** A text that all homes and panels share. */
    public String say(String key) {
        return Message.of("desk." + key).in(language);
    }

    /** What the tasks of a service are about. */
    public String titleOf(String one) {
        return say("panel." + one + ".title");
    }

    public String tell(Message text) {
        return text.in(language);
    }

    /** Since when a task waits and until when, as far as it is known. */
    public String when(Task task) {
        List<String> parts = new ArrayList<>();
        if (task.oldest() != null) {
            parts.add(Message.of("desk.oldest", day(task.oldest())).in(language));
        }
        if (task.until() != null) {
            parts.add(Message.of("desk.until", day(task.until())).in(language));
        }
        return String.join(" · ", parts);
    }

    private String day(Instant instant) {
        return day(AlmatyTime.dayOf(instant));
    }

    private String day(LocalDate day) {
        return DayText.of(day, language);
    }

    /** Where a task is dealt with. */
    public String address(Task task) {
        return task.link().startsWith("/v1/") ? root + task.link() : page(task.link());
    }

    /** What a page is called in the navigation. */
    public String nameOf(HomeLink link) {
        return say("page." + link.name());
    }

    public String address(HomeLink link) {
        return page(link.path());
    }

    /** The tasks of another service. */
    public String panel(String other) {
        return page(panelOf(other) + "/tasks");
    }

    /** The home of the caller. */
    public String home() {
        return page(DeskPages.DESK);
    }

    public String logOut() {
        return root + "/logout";
    }

    /** Whether somebody has logged in. */
    public boolean isSession() {
        return !root.isEmpty();
    }

    /** Where the files of the page are, as the frame of all pages has it. */
    public String files() {
        return (root + path).substring(1);
    }

    private String page(String one) {
        return root + one + "?lang=" + language.tag();
    }
}
