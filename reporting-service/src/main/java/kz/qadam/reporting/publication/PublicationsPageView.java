package kz.qadam.reporting.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;

/**
 * What the page of publications shows.
 *
 * @param publications the newest first
 * @param newest what everybody sees now
 * @param mayName whether the reader may name a release
 * @param form the name and the day of the release that is to get it
 * @param named the release that would get the name; null if none is asked about
 * @param isOther whether another release was confirmed
 */
record PublicationsPageView(
        DeskContext context,
        List<PublicationView> publications,
        PublishedState newest,
        boolean mayName,
        DeskForm form,
        Release named,
        boolean isOther) {

    static PublicationsPageView of(
            DeskContext context, List<PublicationView> oldestFirst, PublishedState newest, boolean mayName) {
        List<PublicationView> publications = new ArrayList<>(oldestFirst);
        Collections.reverse(publications);
        return new PublicationsPageView(
                context,
                publications,
                newest,
                mayName,
                DeskForm.empty(PublicationPost.READER.columns().names()),
                null,
                false);
    }

    PublicationsPageView filled(DeskForm sent) {
        return new PublicationsPageView(context, publications, newest, mayName, sent, null, false);
    }

    PublicationsPageView wouldName(Release release, boolean isOther) {
        return new PublicationsPageView(context, publications, newest, mayName, form, release, isOther);
    }

    /** Which release is public now, and when the next one will be. */
    public String now() {
        if (!newest.isOpened()) {
            return say("not-opened");
        }
        return newest.release() == null
                ? say("before-first", context.day(newest.nextRelease()))
                : say(
                        "newest",
                        newest.release().number(),
                        context.day(newest.release().on()));
    }

    /** Where the series of releases is opened. */
    public String opening() {
        return context.page(PublicationPage.PATH + "/series/opening");
    }

    public String would() {
        return say("would", form.value("name"), named.number(), context.day(named.on()));
    }

    public String one(PublicationView publication) {
        return context.page(PublicationPage.PATH + "/" + publication.name());
    }

    public String about(PublicationView publication) {
        return say("about", context.day(publication.on()), context.day(publication.publishedAt()));
    }

    String label(String field) {
        return say(field);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("publications." + key, arguments));
    }
}
