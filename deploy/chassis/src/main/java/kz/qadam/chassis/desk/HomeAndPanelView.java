package kz.qadam.chassis.desk;

import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Message;

/**
 * What a home and a panel have in common: the tasks of a caller at one service, in words.
 */
public record HomeAndPanelView(DeskContext context, TaskList tasks) {

    static final String PANELS = Navigation.DESK + "/panels";

    /** Where the panels of a service are. */
    public static String panelOf(String service) {
        return PANELS + "/" + service;
    }

    /** What the tasks of a service are about. */
    public String titleOf(String one) {
        return context.say("panel." + one + ".title");
    }

    /** Since when a task waits and until when, as far as it is known. */
    public String when(Task task) {
        List<String> parts = new ArrayList<>();
        if (task.oldest() != null) {
            parts.add(context.tell(Message.of("desk.oldest", context.day(task.oldest()))));
        }
        if (task.until() != null) {
            parts.add(context.tell(Message.of("desk.until", context.day(task.until()))));
        }
        return String.join(" · ", parts);
    }

    /** Where a task is dealt with. */
    public String address(Task task) {
        return task.link().startsWith("/v1/") ? context.root() + task.link() : context.page(task.link());
    }

    /** The tasks of another service. */
    public String panel(String other) {
        return context.page(panelOf(other) + "/tasks");
    }

    /** What happened last at another service. */
    public String lastAt(String other) {
        return context.page(panelOf(other) + "/last");
    }
}
