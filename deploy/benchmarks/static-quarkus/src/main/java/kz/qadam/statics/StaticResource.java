package kz.qadam.statics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Serves a byte array in gzip from memory. */
@Path("/static")
public class StaticResource {

    private final byte[] bytes;

    StaticResource(@ConfigProperty(name = "static.bytes") java.nio.file.Path file) throws IOException {
        bytes = Files.readAllBytes(file);
    }

    @GET
    @ResponseHeader(name = "Content-Encoding", value = "gzip")
    public byte[] bytes() {
        return bytes;
    }
}
