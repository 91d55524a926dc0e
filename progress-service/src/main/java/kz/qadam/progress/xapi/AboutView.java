package kz.qadam.progress.xapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What xAPI says of itself here. */
@Schema(name = "XapiAbout", description = "What is spoken here.")
record AboutView(
        @Schema(description = "The versions of xAPI that are spoken.", examples = "[\"1.0.3\"]")
        List<String> version,

        @Schema(description = "What is not in the specification, by addresses.")
        Map<String, Object> extensions) {}
