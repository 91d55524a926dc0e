package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.http.batch.Batch;

/** The page on which the office pastes a table of institutions. */
@Path("/institution-table")
public class InstitutionTablePage extends CatalogueTablePage<InstitutionView> {

    InstitutionTablePage(Batch batch, CatalogueTransaction transaction, EffectDigest digest, ObjectMapper json) {
        super("institution-table", InstitutionResource.file(batch, transaction), digest, json);
    }
}
