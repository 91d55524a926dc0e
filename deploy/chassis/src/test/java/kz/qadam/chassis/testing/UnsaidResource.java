package kz.qadam.chassis.testing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint about which nobody has said who may call it. */
@Path("/unsaid")
public class UnsaidResource {

    @GET
    public String read() {
        return "secret";
    }
}
