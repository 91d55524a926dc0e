package kz.qadam.reporting.audit.hint;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.audit.evidence.ReadingLog;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/** The page on which auditors see the hints of a month and settle each with a reason. */
@Path(HintPage.PATH)
@RolesAllowed(Role.AUDITOR)
public class HintPage {

    static final String PATH = "/hints";

    private static final String TEXTS = "hints";
    private static final List<String> FIELDS = List.of("outcome", "reason");

    private static final Comparator<ListedHint> OPEN_FIRST = Comparator.comparing(ListedHint::settled);

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, HintsPageView page);
    }

    private final PointInTimeResolver points;
    private final ReadingLog readings;
    private final HintSettlements settlements;
    private final OpenHints open;
    private final HintThresholds thresholds;

    HintPage(
            PointInTimeResolver points,
            ReadingLog readings,
            HintSettlements settlements,
            OpenHints open,
            HintConfig config) {
        this.points = points;
        this.readings = readings;
        this.settlements = settlements;
        this.open = open;
        this.thresholds = HintThresholds.configured(config);
    }

    /** The hints of the oldest month with an open one. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> ofOldestMonth(@BeanParam DeskRequest asked) {
        return answer(open.oldestMonth(), null, asked);
    }

    /** The hints of a month. */
    @GET
    @Path("/{month}")
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(@RestPath String month, @BeanParam DeskRequest asked) {
        return answer(TimeParameterParser.month("month", month), null, asked);
    }

    /** Settles a hint. */
    @POST
    @Path("/{month}/{id: [0-9a-f-]{36}}")
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> settle(
            @RestPath String month, @RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        YearMonth of = TimeParameterParser.month("month", month);
        Map<String, String> sent = SentForm.read(form);
        DeskForm settlement = DeskForm.of(FIELDS, sent);
        try {
            HintSettlementPost post = HintSettlementPost.READER.readOrThrow(settlement.fields());
            settlements.keep(of, id, post, Precondition.ofForm(sent.get("version")));
            return asked.to(PATH + "/" + of);
        } catch (Problem refused) {
            DeskContext context = asked.at(PATH);
            DeskForm why = settlement.refused(refused, context.language(), field -> HintsPageView.say(context, field));
            return answer(of, new HintsPageView.Refused(id, why), asked);
        }
    }

    /** Leads back from a form that was refused, such as in another language. */
    @GET
    @Path("/{month}/{id: [0-9a-f-]{36}}")
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(@RestPath String month, @RestPath UUID id, @BeanParam DeskRequest asked) {
        return asked.to(PATH + "/" + TimeParameterParser.month("month", month));
    }

    private RestResponse<String> answer(YearMonth month, HintsPageView.Refused refused, DeskRequest asked) {
        PointInTime now = points.of(null, null);
        DeskContext context = asked.at(PATH + "/" + month);
        HintsPageView page = readings.read(
                now,
                HintThresholds.Asked.NOTHING.leftOut(thresholds),
                handle -> view(handle, context, now, month, refused),
                shown -> shown.hints().size());
        return context.answer(TEXTS, words -> Templates.page(words, page));
    }

    private HintsPageView view(
            Handle handle, DeskContext context, PointInTime now, YearMonth month, HintsPageView.Refused refused) {
        List<ListedHint> hints =
                HintSettlements.listed(handle, now, month, HintFinder.find(handle, now, month, thresholds)).stream()
                        .sorted(OPEN_FIRST)
                        .toList();
        var events = CompletionEvents.of(handle, HintsPageView.shown(hints));
        return new HintsPageView(context, month, hints, events, refused, YearMonth.from(now.on()));
    }
}
