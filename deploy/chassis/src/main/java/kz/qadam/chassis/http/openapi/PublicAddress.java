package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Adds where the operations are: at the address of the document itself, from where its page may call them, and at the public
 * address, which is known when the service starts and not when it is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PublicAddress implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        String url = ConfigProvider.getConfig().getValue("qadam.public-url", String.class);
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("The service of this document"),
                OASFactory.createServer().url(url).description("All services")));
    }
}
