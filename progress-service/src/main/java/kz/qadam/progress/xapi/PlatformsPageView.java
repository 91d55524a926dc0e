package kz.qadam.progress.xapi;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.progress.xapi.reading.StatementReason;

/**
 * What the page of platforms shows.
 *
 * @param news null if the institution is not known, or the office has not named it
 * @param form looks for an account
 */
record PlatformsPageView(PlatformPageContext at, PlatformOverview news, Instant now, DeskForm form) {

    static final List<String> FIELDS = List.of("platform", "account");

    private static final int SHOWN = 20;
    private static final Duration SILENCE = Duration.ofDays(7);

    public DeskContext context() {
        return at.desk();
    }

    /** Whether the office has to say first which institution it means. */
    public boolean needsInstitution() {
        return news == null;
    }

    public boolean isUnknown() {
        return news == null && at.institution() != null;
    }

    /** That it is silent, when it has sent something last, or that it never has. */
    public String last(PlatformOverview.One one) {
        if (one.last() == null) {
            return say("nothing-yet");
        }
        return isSilent(one)
                ? say("silent", context().day(one.last()))
                : say("last", context().dayAndTime(one.last()));
    }

    public boolean isSilent(PlatformOverview.One one) {
        return one.last() != null && one.last().isBefore(now.minus(SILENCE));
    }

    public String kind(PlatformOverview.One one) {
        return say("kind." + one.kind().word());
    }

    public String profileAddress(PlatformOverview.One one) {
        return at.address(PlatformPage.PATH + "/profiles/" + one.name());
    }

    /** How many statements of today became what, in words. */
    public Map<String, Long> today() {
        Map<String, Long> today = new LinkedHashMap<>();
        today.put("counted", news.today().counted());
        today.put("repeated", news.today().repeated());
        today.put("waiting", news.today().waiting());
        today.put("ignored", news.today().ignored());
        return today;
    }

    public boolean isWaiting() {
        return !news.courses().isEmpty() || !news.waiting().isEmpty();
    }

    /** The courses that are shown. */
    public List<WaitingStatementsView.Group> courses() {
        return first(news.courses());
    }

    public String nameOf(WaitingStatementsView.Group course) {
        return course.title() == null ? course.activity() : course.title();
    }

    public String howMany(long statements, Instant last) {
        return say("how-many", statements, context().day(last));
    }

    /** The accounts without a link that are shown. */
    public List<WaitingRows.Waiting> accounts() {
        return first(of(StatementReason.NO_ACCOUNT));
    }

    /** The accounts whose learners are not enrolled that are shown. */
    public List<WaitingRows.Waiting> enrolments() {
        return first(of(StatementReason.NO_ENROLMENT));
    }

    private List<WaitingRows.Waiting> of(StatementReason because) {
        return news.waiting().stream()
                .filter(one -> one.because().equals(because.code()))
                .toList();
    }

    private long all(StatementReason because) {
        return of(because).stream()
                .mapToLong(WaitingRows.Waiting::alike)
                .findFirst()
                .orElse(0);
    }

    public String cutCourses() {
        return cut(news.courses().size());
    }

    public String cutAccounts() {
        return cut(all(StatementReason.NO_ACCOUNT));
    }

    public String cutEnrolments() {
        return cut(all(StatementReason.NO_ENROLMENT));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** That not all are shown; null if they are. */
    private String cut(long all) {
        return all > SHOWN ? say("cut", SHOWN, all) : null;
    }

    /** Why the statements of an account wait for an enrolment. */
    public String why(WaitingRows.Waiting one) {
        return say(one.isPending() ? "link-pending" : "not-enrolled");
    }

    public String accountAddress(String digest) {
        return at.address(PlatformPage.PATH + "/accounts/" + digest);
    }

    public StatementOutcomeLines newest() {
        return StatementOutcomeLines.of(at, news.newest());
    }

    /** What a field is called. */
    public String label(String field) {
        return say("field." + field);
    }

    private String say(String key, Object... arguments) {
        return context().tell(Message.of("platforms." + key, arguments));
    }
}
