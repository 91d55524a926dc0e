package kz.qadam.chassis.desk.trail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.trail.ActionLabel;
import kz.qadam.chassis.trail.TrailEntryView;
import kz.qadam.chassis.trail.TrailKind;

/**
 * What the page of a trail shows.
 *
 * @param path of the page
 * @param form what is asked
 * @param page the entries; null if the question was refused
 */
record TrailPageView(DeskContext context, String path, DeskForm form, Page<TrailEntryView> page) {

    /** What can be asked for by a text that has to be the same. */
    public List<String> texts() {
        return List.of("actor", "institution", "key", "action", "outcome", "subject");
    }

    public List<TrailKind> kinds() {
        return List.of(TrailKind.values());
    }

    /** Where the form is sent, without parameters: its fields are those. */
    public String asking() {
        return context.root() + path;
    }

    public String saving() {
        return asking() + "/entries.csv";
    }

    /** Where the older entries are; null if there are none. */
    public String older() {
        if (!page.more()) {
            return null;
        }
        String question = form.filledIn().entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()) + "&")
                .collect(Collectors.joining());
        return context.page(path + "?" + question + "cursor=" + encoded(page.cursor()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public String shown() {
        return context.tell(Message.of("trail.shown", page.items().size()));
    }

    public String action(TrailEntryView entry) {
        return ActionLabel.shown(entry.action());
    }

    public String dayAndTime(Instant at) {
        return context.dayAndTime(at);
    }
}
