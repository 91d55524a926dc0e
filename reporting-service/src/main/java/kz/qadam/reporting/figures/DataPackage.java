package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tables that this service offers, described by the Frictionless Data standard. */
@Schema(
        description =
                "A data package (datapackage.org, version 2.0): the tables that there are, and the meaning of their"
                        + " columns.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataPackage(
        @JsonProperty("$schema") String schema,
        String name,
        String title,
        String description,
        String homepage,
        List<Resource> resources) {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    /** A table. */
    @Schema(name = "DataResource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Resource(
            @JsonProperty("$schema") String profile,
            String name,
            @Schema(examples = "table") String type,
            String title,

            @Schema(description = "The address of the table, in UTF-8 without a byte order mark.")
            String path,

            String format,
            String mediatype,
            String encoding,
            TableSchema schema) {}

    /** The columns of a table. */
    @Schema(name = "DataSchema")
    public record TableSchema(@JsonProperty("$schema") String schema, List<Field> fields) {}

    /** A column. */
    @Schema(name = "DataField")
    public record Field(String name, String type, String description) {}

    /**
     * {@code GET /datapackage.json}.
     *
     * @param url the public address of the service
     */
    record Query(String url) implements FigureQuery<DataPackage> {

        /** It describes the tables and has no figures. */
        @Override
        public Optional<FigureQuery<DataPackage>> within(AccessScope scope) {
            return Optional.of(this);
        }

        @Override
        public DataPackage answer(FigureSource source) {
            return of(source.described(Catalogue.TOTAL), source.head().audience(), url);
        }
    }

    private static DataPackage of(List<Cohort> cohorts, AnswerHead.Audience audience, String url) {
        List<Resource> resources = new ArrayList<>();
        resources.add(resource(
                "cohorts",
                "Every cohort",
                url + "/v1/progress?format=csv&bom=false",
                CohortFiguresTable.COLUMNS.of(audience),
                audience));
        add(resources, "total", MemberNames.TOTAL, audience, url);
        cohorts.forEach(cohort -> add(resources, cohort.code(), cohort.names(), audience, url));
        return new DataPackage(
                PROFILES + "datapackage.json",
                "qadam",
                "Qadam: progress in AI skills",
                "How many people are trained in AI skills, by cohort, region, institution, course and time. Each table"
                        + " also takes the parameters asOf and on.",
                url,
                resources);
    }

    private static void add(
            List<Resource> resources, String cohort, LocalizedName names, AnswerHead.Audience audience, String url) {
        for (Dimension by : Dimension.BREAKDOWNS) {
            if (audience == AnswerHead.Audience.published && !PublishedCells.DIMENSIONS.contains(by)) {
                continue;
            }
            resources.add(resource(
                    cohort + "-by-" + by.code(),
                    names.en() + " by " + by.code(),
                    url + "/v1/progress/" + cohort + "/breakdown?by=" + by.code() + "&format=csv&bom=false",
                    Breakdown.COLUMNS.of(audience),
                    audience));
        }
        for (SeriesInterval interval : SeriesInterval.values()) {
            resources.add(resource(
                    cohort + "-by-" + interval.code(),
                    names.en() + " by " + interval.code(),
                    url + "/v1/progress/" + cohort + "/series?interval=" + interval.code() + "&format=csv&bom=false",
                    Series.COLUMNS.of(audience),
                    audience));
        }
    }

    private static Resource resource(
            String name, String title, String path, Stream<Column<?>> columns, AnswerHead.Audience audience) {
        return new Resource(
                PROFILES + "dataresource.json",
                name,
                "table",
                title,
                path,
                "csv",
                "text/csv",
                "utf-8",
                new TableSchema(
                        PROFILES + "tableschema.json",
                        columns.map(one -> new Field(one.name(audience), one.type(), one.description()))
                                .toList()));
    }
}
