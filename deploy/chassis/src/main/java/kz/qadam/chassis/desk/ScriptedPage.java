package kz.qadam.chassis.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.http.page.Asset;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a desk with scripts and styles of its own, which are below its address. It has no data: its script asks the
 * documented endpoints, as the reader of the page.
 */
public abstract class ScriptedPage {

    private final String files;

    /** @param files the folder of its files */
    protected ScriptedPage(String files) {
        this.files = files;
    }

    /** Its scripts and styles. */
    @GET
    @PermitAll
    @Path("/{asset}")
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of(files, asset).answer(ifNoneMatch);
    }
}
