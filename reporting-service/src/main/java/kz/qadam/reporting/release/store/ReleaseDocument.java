package kz.qadam.reporting.release.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleasedPlace;

/**
 * A release as JSON. Equal releases have equal bytes, and what is read from them is equal to what was written. A member
 * that a later version of this service adds is null in earlier documents.
 */
public final class ReleaseDocument {

    /** Other answers leave out what is marked, such as the version of the programme. */
    private static final AnnotationIntrospector WHOLE = new JacksonAnnotationIntrospector() {
        private static final long serialVersionUID = 1;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return false;
        }
    };

    /** The members are the components of the records, in their order; methods add none. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .annotationIntrospector(WHOLE)
            .addMixIn(Cohort.Version.class, WithoutAbsentPlan.class)
            .addMixIn(ReleaseRhythm.class, RhythmCodes.class)
            .addMixIn(ReleasedPlace.Kind.class, PlaceCodes.class)
            .addMixIn(Forecast.Status.class, StatusCodes.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A plan that the event did not have is different from none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutAbsentPlan {}

    private enum RhythmCodes {
        @JsonProperty("daily")
        DAILY,
        @JsonProperty("each-minute")
        EACH_MINUTE
    }

    private enum PlaceCodes {
        @JsonProperty("region")
        REGION,
        @JsonProperty("macro-region")
        MACRO_REGION
    }

    private enum StatusCodes {
        @JsonProperty("forecast")
        FORECAST,
        @JsonProperty("insufficient-data")
        INSUFFICIENT_DATA,
        @JsonProperty("ended")
        ENDED
    }

    private ReleaseDocument() {}

    static byte[] write(Release release) {
        try {
            return JSON.writeValueAsBytes(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Release " + release.number() + " cannot be written", e);
        }
    }

    static Release read(byte[] document) {
        try {
            return JSON.readValue(document, Release.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A release cannot be read", e);
        }
    }
}
