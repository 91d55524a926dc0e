package kz.qadam.enrolment.duties;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A duty of the office. The message files have its title, what Qadam does for it, and what the office does itself. The
 * articles are those of Law No. 94-V that the counsel of the office should read in the version in force.
 */
public enum Duty {
    COLLECTED("6, 7, 25", "/v1/enrolments", "/v1/completions"),
    BASIS("7, 8, 9", "PUT /v1/institutions/{institution}/bases/{cohort}", "/v1/audit/coverage", "qadam.basis.required"),
    INFORMING("7, 8, 24, 25"),
    ANSWERING("10, 24, 25", "POST /v1/person-records"),
    CORRECTION(
            "13, 24, 25", "/v1/enrolment-corrections", "/v1/corrections", "/v1/learner-merges", "/v1/learner-splits"),
    BLOCKING("1, 24, 25", "PUT /v1/learner-blocks/{learnerId}"),
    ERASURE("8, 18, 24, 25", "POST /v1/erasures"),
    BREACH("22, 25, 27-1", "/v1/enrolment-trail", "/v1/completion-trail", "/v1/audit/trail", "deploy/bin/who-was-read"),
    RETENTION("12, 18", "/v1/vault-retention", "qadam.vault.retention"),
    LOCATION("12, 16"),
    RESPONSIBLE("20, 21, 22, 25", "/contracts/asyncapi.json", "deploy/docs/security.md", "deploy/bin/rotate-keys");

    private final String articles;
    private final String places;

    Duty(String articles, String... places) {
        this.articles = articles;
        this.places = String.join(", ", places);
    }

    /** The numbers of the articles to check. */
    public String articles() {
        return articles;
    }

    /** Endpoints, commands, settings and documents that serve it. */
    public List<String> places() {
        return Stream.of(places.split(", ", -1))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** Whether it names what is kept of a person, the attributes of enrolments too. */
    public boolean namesWhatIsKept() {
        return this == COLLECTED;
    }

    /** The key of one of its texts. */
    public String text(String part) {
        return name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
