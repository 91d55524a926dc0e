package kz.qadam.enrolment.personrecords;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the page of person records asks the other services. */
@ConfigMapping(prefix = "qadam.person-records")
interface PersonRecordsConfig {

    /**
     * The public address of progress-service, such as {@code http://127.0.0.1:8082}, if it has another origin than this
     * service. That service must permit requests of this page's origin ({@code QUARKUS_HTTP_CORS_ORIGINS}).
     */
    Optional<URI> progressUrl();

    /** The public address of reporting-service, likewise. */
    Optional<URI> reportingUrl();
}
