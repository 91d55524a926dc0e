package kz.qadam.enrolment.enrolments;

import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.submissions.profiles.guess.Spellings;
import kz.qadam.chassis.submissions.profiles.page.ProfiledTableKind;
import kz.qadam.chassis.submissions.profiles.page.TableProfilePage;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;

/** The pages on which somebody says what the columns of an own table of enrolments are. */
@Path(EnrolmentTableProfilePage.PATH)
public class EnrolmentTableProfilePage extends TableProfilePage {

    static final String PATH = "/enrolment-table-profiles";

    EnrolmentTableProfilePage(NewEnrolments enrolments) {
        super(new ProfiledTableKind(
                "enrolment-table-profiles",
                "/enrolment-files",
                "column.enrolment.",
                EnrolmentTableProfileResource.kind(enrolments),
                enrolments,
                Spellings.of(EnrolmentTableProfilePage.class, "spellings.json"),
                EnrolmentTableProfilePage::codes));
    }

    private static Map<String, Map<String, String>> codes(Language language) {
        return Map.of(
                "course", NamedCatalogueEntries.courseTitles(language),
                "cohort", NamedCatalogueEntries.cohortNames(language),
                "region", NamedCatalogueEntries.regions(language),
                "language", Stream.of(Language.values()).collect(Collectors.toMap(Language::tag, Language::tag)));
    }
}
