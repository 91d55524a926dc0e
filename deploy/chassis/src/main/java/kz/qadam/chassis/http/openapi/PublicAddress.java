package kz.qadam.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds the public address of the service, which is known when it starts and not when it is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PublicAddress implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        String url = ConfigProvider.getConfig().getValue("qadam.public-url", String.class);
        api.setServers(List.of(OASFactory.createServer().url(url)));
    }
}
