package kz.qadam.chassis.testing;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.OptionalLong;
import kz.qadam.chassis.desk.upload.Upload;
import kz.qadam.chassis.desk.upload.UploadPage;
import kz.qadam.chassis.http.batch.Form;
import kz.qadam.chassis.http.table.Template;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page that sends toys by the file. */
@Path("/toy-files")
public class ToyFiles extends UploadPage {

    private record Toy(@Schema(examples = "Bear") @NotNull String name) {}

    ToyFiles() {
        super(
                new Upload(
                        "toy-files",
                        "/v1/toy-imports",
                        "/v1/toys/batch",
                        "/v1/toy-table-profiles",
                        new Template("toy-files.column.", Form.of(Toy.class).columns()),
                        "/v1/toys/template",
                        List.of("accepted", "rejected")),
                path -> OptionalLong.of(500),
                "https://toys.example");
    }
}
