package kz.qadam.chassis.imports;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Resources of several services inherit from {@link ImportResource}; what they inherit is called after what their files
 * hold, so that no two operations of the suite have one name: {@code importThings} makes {@code getImportOfThings}.
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
