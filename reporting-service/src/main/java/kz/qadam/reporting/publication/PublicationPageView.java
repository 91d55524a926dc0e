package kz.qadam.reporting.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.reporting.audit.revision.FigureChanges;

/**
 * What the page of a publication shows.
 *
 * @param changes of the figures of its day since it was published
 */
record PublicationPageView(DeskContext context, PublicationView publication, FigureChanges changes) {

    /** The figures of the country that are others by now. */
    public List<FigureChanges.Figure> figures() {
        return changes.figures().stream()
                .filter(figure -> figure.region() == null && figure.difference() != 0)
                .toList();
    }

    /** What a figure counts, and in which cohort. */
    public String nameOf(FigureChanges.Figure figure) {
        String measure = say("measure." + figure.measure());
        return figure.cohort() == null ? measure : figure.cohort() + ": " + measure;
    }

    /** Why it changed, and by how much for each cause. */
    public String because(FigureChanges.Figure figure) {
        return figure.because().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> say("because." + one.getKey()) + " " + signed(one.getValue()))
                .collect(Collectors.joining(" · "));
    }

    public String difference(FigureChanges.Figure figure) {
        return signed(figure.difference());
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : "−" + Math.abs(number);
    }

    public String about() {
        return say("about", context.day(publication.on()), context.day(publication.publishedAt()));
    }

    /** The figures as they were published, as programs read them. */
    public String published() {
        return context.root() + "/v1/publications/" + publication.name();
    }

    public String all() {
        return context.page(PublicationPage.PATH);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("publications." + key, arguments));
    }
}
