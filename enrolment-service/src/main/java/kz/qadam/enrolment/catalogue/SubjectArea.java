package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The area of a course, by the orientations of the Digital Code. */
@Schema(name = "Area") // Generated clients have a class of this name.
enum SubjectArea {
    @JsonProperty("ai")
    AI,
    @JsonProperty("digitalisation")
    DIGITALISATION,
    @JsonProperty("platform-economy")
    PLATFORM_ECONOMY,
    @JsonProperty("big-data")
    BIG_DATA
}
