package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tables there are, as Frictionless Data describes them. */
@Schema(
        description =
                "A data package (datapackage.org, version 2.0): which tables there are, and what their columns mean.")
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

            @Schema(description = "Where the table is, as UTF-8 without a byte order mark.")
            String path,

            String format,
            String mediatype,
            String encoding,
            TableSchema schema) {}

    /** Its columns. */
    @Schema(name = "DataSchema")
    public record TableSchema(@JsonProperty("$schema") String schema, List<Field> fields) {}

    /** A column. */
    @Schema(name = "DataField")
    public record Field(String name, String type, String description) {}

    private static final List<Field> HEAD = List.of(
            new Field("asOf", "datetime", "What was known at this instant"),
            new Field("on", "date", "What had happened by the end of this local day"),
            new Field("provisional", "boolean", "Whether figures may still change without anything new happening"),
            new Field("cohort", "string", "The cohort; total: the targeted ones together"));

    private static final List<Field> BREAKDOWN = with(
            new Field("by", "string", "region, institution, course or area"),
            new Field("key", "string", "The code of the place, or unknown"),
            new Field("name_kk", "string", "Its name in Kazakh"),
            new Field("name_ru", "string", "Its name in Russian"),
            new Field("name_en", "string", "Its name in English"),
            new Field("enrolled", "integer", "People with any enrolment there; does not add up over places"),
            new Field("completed", "integer", "People with a completion there that counts; does not add up"),
            new Field("completions", "integer", "Completions there that count; adds up"),
            new Field("trained", "integer", "People whom a completion there made trained; adds up"));

    private static final List<Field> SERIES = with(
            new Field("region", "string", "The region, if it is of one"),
            new Field("institution", "string", "The institution, if it is of one"),
            new Field("period", "string", "2026-05-01, 2026-W18 or 2026-05"),
            new Field("newlyTrained", "integer", "Trained in the period"),
            new Field("trained", "integer", "Trained by its last day"),
            new Field("expected", "integer", "Where the plan says it should be then"));

    private static final List<Field> COHORTS = with(
            new Field("name_kk", "string", "Its name in Kazakh"),
            new Field("name_ru", "string", "Its name in Russian"),
            new Field("name_en", "string", "Its name in English"),
            new Field("target", "integer", "How many people are to be trained; empty: there is no target"),
            new Field("enrolled", "integer", "People with any enrolment"),
            new Field("completed", "integer", "People with a completion that counts"),
            new Field("completions", "integer", "Completions that count"),
            new Field("trained", "integer", "People trained by then"),
            new Field("remaining", "integer", "How many are missing"),
            new Field("percent", "number", "trained of target, rounded down"),
            new Field("expected", "integer", "Where the plan says it should be then"),
            new Field("status", "string", "reached, ahead, on-track, behind or no-target"),
            new Field("requiredPerMonth", "integer", "How many a month are needed from now on"),
            new Field("plannedPerMonth", "number", "How many a month the plan has for the last 90 days"),
            new Field("recentPerMonth", "number", "How many a month the last 90 days trained"));

    static DataPackage of(List<Cohort> cohorts, String url) {
        List<Resource> resources = new ArrayList<>();
        resources.add(resource("cohorts", "Every cohort", url + "/v1/progress?format=csv&bom=false", COHORTS));
        add(resources, "total", Labels.TOTAL, url);
        cohorts.forEach(cohort -> add(resources, cohort.code(), cohort.names(), url));
        return new DataPackage(
                PROFILES + "datapackage.json",
                "qadam",
                "Qadam: progress in AI skills",
                "How many are trained in AI, by cohort, place and time. Each table also takes asOf and on.",
                url,
                resources);
    }

    private static void add(List<Resource> resources, String cohort, Names names, String url) {
        for (Breakdown.By by : Breakdown.By.values()) {
            resources.add(resource(
                    cohort + "-by-" + by.code(),
                    names.en() + " by " + by.code(),
                    url + "/v1/progress/" + cohort + "/breakdown?by=" + by.code() + "&format=csv&bom=false",
                    BREAKDOWN));
        }
        for (Interval interval : Interval.values()) {
            resources.add(resource(
                    cohort + "-by-" + interval.code(),
                    names.en() + " by " + interval.code(),
                    url + "/v1/progress/" + cohort + "/series?interval=" + interval.code() + "&format=csv&bom=false",
                    SERIES));
        }
    }

    private static Resource resource(String name, String title, String path, List<Field> fields) {
        return new Resource(
                PROFILES + "dataresource.json",
                name,
                "table",
                title,
                path,
                "csv",
                "text/csv",
                "utf-8",
                new TableSchema(PROFILES + "tableschema.json", fields));
    }

    private static List<Field> with(Field... more) {
        List<Field> all = new ArrayList<>(HEAD);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
