package kz.qadam.chassis.submissions.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.ScriptedPage;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.http.table.Template;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A page from which people send files, or check them before; it shows how far each is, what became of its rows, and gives
 * those back that were not kept. It needs no script; with one, the sending is followed, and the page keeps itself up to date.
 * The resource of a service adds the page's address; texts are in the message files.
 */
public abstract class UploadPage extends ScriptedPage {

    /** The keys of the texts that the script uses. */
    static final List<String> OF_THE_SCRIPT = List.of(
            "drop",
            "another-file",
            "too-large",
            "other-kind",
            "one-at-a-time",
            "sending",
            "storing",
            "not-sent",
            "not-arrived",
            "checking",
            "lost",
            "no-answer",
            "strange-answer",
            "broken",
            "explained");

    private static final String ID = "/{id: [0-9a-f-]{36}}";

    @CheckedTemplate(basePath = "upload")
    static final class Templates {
        static native TemplateInstance page(
                PageWords words, UploadPageView page, String name, List<String> ofTheScript);
    }

    private final SubmissionKind<?, ?, ?> kind;
    private final String name;
    private final List<String> verdicts;
    private final Template template;
    private final String ownTables;
    private final Uploads uploads;

    /**
     * @param kind of the rows; it names the address of the page
     * @param kept the verdicts that a row may get that is kept
     * @param template what people fill in
     * @param ownTables the path of the page on which people say what the columns of their own tables are
     */
    protected UploadPage(
            SubmissionKind<?, ?, ?> kind, List<String> kept, Template template, String ownTables, Uploads uploads) {
        super("upload");
        this.kind = kind;
        this.name = kind.uploadPath().orElseThrow().substring(1);
        this.verdicts = BatchAnswer.verdicts(kept);
        this.template = template;
        this.ownTables = ownTables;
        this.uploads = uploads;
    }

    /** The form, and the files that were sent before. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @NotInTrail("It lists the sender's own files.")
    public RestResponse<String> page(
            @BeanParam DeskRequest asked, @RestQuery String cursor, @RestQuery String profile) {
        return answer(asked.at("/" + name), cursor, profile, null, null);
    }

    /** What has become of a file. */
    @GET
    @Path(ID)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @NotInTrail("It shows the progress of the sender's own file.")
    public RestResponse<String> one(@RestPath UUID id, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at("/" + name + "/" + id);
        return answer(context, null, null, uploads.result(kind, id, context.language()), null);
    }

    /** Receives a file; leads to what becomes of it when the whole file is durable. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @OnlyActiveSenders
    @Consumes(MediaType.WILDCARD) // The role is checked before the media type.
    public RestResponse<String> send(InputStream body, @Context HttpHeaders headers, @BeanParam DeskRequest asked) {
        UploadForm form = UploadForm.read(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        try {
            return asked.to("/" + name + "/" + uploads.send(kind, form));
        } catch (Problem refused) {
            return answer(asked.at("/" + name), null, form.profile(), null, refused);
        }
    }

    /** Leads back from what would become of a file, such as in another language. */
    @GET
    @Path("/check")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(@BeanParam DeskRequest asked) {
        return asked.to("/" + name);
    }

    /** Shows what would become of a small file. */
    @POST
    @Path("/check")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.WILDCARD) // The role is checked before the media type.
    public RestResponse<String> check(InputStream body, @Context HttpHeaders headers, @BeanParam DeskRequest asked) {
        UploadForm form = UploadForm.read(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        DeskContext context = asked.at("/" + name);
        try {
            return answer(context, null, form.profile(), uploads.check(kind, form, context.language()), null);
        } catch (Problem refused) {
            return answer(context, null, form.profile(), null, refused);
        }
    }

    /** The rows that were not kept, in the language of the page. */
    @GET
    @Path(ID + "/errors.csv")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @RecordedInTrail(TrailKind.EXPORT)
    public RestResponse<StreamingOutput> errors(@RestPath UUID id, @BeanParam DeskRequest asked) {
        Language language = asked.at("/" + name).language();
        return saved(uploads.errors(kind, id, language), uploads.nameOf(kind, id) + ".errors.csv");
    }

    /** The rows that were kept of a table without references. */
    @GET
    @Path(ID + "/kept.csv")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @RecordedInTrail(TrailKind.EXPORT)
    public RestResponse<StreamingOutput> kept(@RestPath UUID id) {
        return saved(uploads.kept(kind, id), uploads.nameOf(kind, id) + ".kept.csv");
    }

    private static RestResponse<StreamingOutput> saved(StreamingOutput table, String name) {
        return ResponseBuilder.ok(table)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.as(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The header row, for a spreadsheet or as CSV. */
    @GET
    @Path("/template.{format: csv|xlsx}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @NotInTrail("It says nothing of people.")
    public RestResponse<byte[]> template(@RestPath String format, @BeanParam DeskRequest asked) {
        byte[] file = format.equals("csv")
                ? template.csv()
                : template.xlsx(asked.at("/" + name).language());
        return Download.of(file, kind.name() + "." + format);
    }

    /**
     * @param cursor where the list of files begins; null: with the newest
     * @param profile the one that is chosen, or null
     * @param result what became of a file, or null
     * @param refused why a file was not taken, or null
     */
    private RestResponse<String> answer(
            DeskContext context, String cursor, String profile, FileResult result, Problem refused) {
        var page = new UploadPageView(
                context,
                "/" + name,
                verdicts,
                template,
                uploads.largest(),
                uploads.addressOf(kind),
                uploads.maySaveProfiles() ? context.page(ownTables) : null,
                uploads.profiles(kind),
                profile,
                uploads.recent(kind, cursor),
                result,
                refused);
        return context.answer(name, words -> Templates.page(words, page, name, OF_THE_SCRIPT));
    }
}
