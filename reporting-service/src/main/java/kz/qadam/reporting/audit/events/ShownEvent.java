package kz.qadam.reporting.audit.events;

import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of an event shows.
 *
 * @param text the whole event as JSON
 */
record ShownEvent(DeskContext context, EventView event, String text) {

    public UUID id() {
        return event.eventId();
    }

    public String type() {
        return event.type();
    }

    /** The figure whose records have led to the event; the form, if nothing has. */
    public String figure() {
        return context.page("/audit" + (context.query().isEmpty() ? "" : "?" + context.query()));
    }

    /** The same, as programs read it. */
    public String forPrograms() {
        return context.root() + EventResource.PATH + "/" + id();
    }
}
