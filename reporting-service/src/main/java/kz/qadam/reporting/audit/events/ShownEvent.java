package kz.qadam.reporting.audit.events;

import java.util.UUID;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of an event shows.
 *
 * @param text the whole event as JSON
 */
record ShownEvent(DeskPlace place, EventView event, String text) {

    public UUID id() {
        return event.eventId();
    }

    public String type() {
        return event.type();
    }

    /** The figure whose records have led to the event; the form, if nothing has. */
    public String figure() {
        return place.page("/audit" + (place.query().isEmpty() ? "" : "?" + place.query()));
    }

    /** The same, as programs read it. */
    public String forPrograms() {
        return place.root() + EventResource.PATH + "/" + id();
    }
}
