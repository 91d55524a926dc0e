package kz.qadam.reporting.audit.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which auditors take a figure apart: the records behind it, each with its events. */
@Path(EvidencePage.PATH)
@RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
public class EvidencePage {

    static final String PATH = "/audit";

    static final String TEXTS = "page.audit";

    private static final List<String> FIELDS =
            List.of("measure", "cohort", "region", "institution", "on", "asOf", "excluded");

    /** What is wrong with a question, as opposed to who asks it. */
    private static final Set<ProblemType> OF_QUESTIONS =
            Set.of(ProblemType.INVALID_REQUEST, ProblemType.UNKNOWN_CODE, ProblemType.RULE_VIOLATED);

    /** The names of the parameters, and those that only the question of the endpoint has. */
    static final class Parameters implements Supplier<Set<String>> {

        @Override
        public Set<String> get() {
            return Stream.concat(FIELDS.stream(), Stream.of("cursor", "limit")).collect(Collectors.toSet());
        }
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {
        static native TemplateInstance page(PageWords words, QuestionPageView question, FigurePageView figure);
    }

    private final FigureEvidenceReader figures;
    private final Recording recording;

    EvidencePage(FigureEvidenceReader figures, Recording recording) {
        this.figures = figures;
        this.recording = recording;
    }

    /** A form that asks for a figure; if one is asked for, the figure with the next records behind it. */
    @GET
    @RecordedInTrail(value = TrailKind.READ, undeclared = Parameters.class)
    public RestResponse<String> page(@BeanParam DeskRequest asked, @Context UriInfo address) {
        DeskContext context = asked.at(PATH);
        Map<String, String> sent = sent(address);
        DeskForm form = DeskForm.of(FIELDS, sent);
        QuestionPageView question = figures.question(context, form);
        if (FIELDS.stream().noneMatch(sent::containsKey)) {
            recording.leaveOut();
            return answer(question, null);
        }
        try {
            return answer(question, figures.read(question, DeskRequest.given(sent.get("cursor"))));
        } catch (Problem refused) {
            if (!OF_QUESTIONS.contains(refused.type())) {
                throw refused;
            }
            recording.leaveOut();
            return answer(question.refused(refused), null);
        }
    }

    private static Map<String, String> sent(UriInfo address) {
        Map<String, String> sent = new LinkedHashMap<>();
        address.getQueryParameters().forEach((name, values) -> sent.put(name, values.get(0)));
        return sent;
    }

    private static RestResponse<String> answer(QuestionPageView question, FigurePageView figure) {
        DeskContext context = question.context();
        return context.answer(TEXTS, words -> Templates.page(words, question, figure));
    }
}
