package kz.qadam.chassis.imports;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Gives the operations that resources inherit from {@link ImportResource} an operation id by the content of their
 * files, so that all ids of the suite are unique: {@code importThings} leads to {@code getImportOfThings}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ImportOperations implements OASFilter {

    private static final String VERB = "import";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) return;
        Map<String, PathItem> all = api.getPaths().getPathItems();
        all.forEach((path, item) -> {
            Operation post = item.getPOST();
            if (post != null
                    && post.getOperationId() != null
                    && post.getOperationId().startsWith(VERB)) {
                name(all, path, post.getOperationId().substring(VERB.length()));
            }
        });
    }

    private static void name(Map<String, PathItem> all, String path, String things) {
        all.forEach((place, item) -> {
            Operation get = item.getGET();
            if (get != null && (place.equals(path) || place.startsWith(path + "/"))) {
                get.setOperationId(get.getOperationId() + "Of" + things);
            }
        });
    }
}
